import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readRows } from '../../subgraphs/integrity/delivery/read/read-rows.ts';
import type { RawRow } from '../../subgraphs/integrity/delivery/read/raw-row.ts';
import { readRow } from '../../subgraphs/integrity/domain/delivered-row.ts';
import { citizenNumber } from '../../seeds/numbers.ts';
import { type HostilePerson, hostileToday } from '../support/hostile-recipes.ts';
import { makeHostileRows, writeHostileCsv, writeHostileNdjson } from '../support/hostile-rows.ts';

const people: readonly HostilePerson[] = Array.from({ length: 300 }, (_, index) => {
  const birthDate = `19${50 + (index % 50)}-0${1 + (index % 9)}-${10 + (index % 18)}`;
  const name = index % 7 === 0 ? '阿依古丽·买买提' : '林美华';
  return {
    personId: `p${index}`,
    name,
    number: citizenNumber(birthDate, index),
    birthDate,
    mobile: `154${String(index).padStart(8, '0')}`,
    isDeceased: index % 20 === 0,
    ...(index % 20 === 1 ? { twinId: `t${index}` } : {}),
  };
});
const rows = makeHostileRows(people, 10_000);

function fateOf(raw: RawRow): readonly string[] {
  if ('fault' in raw) return [raw.fault.reason];
  const reading = readRow(raw.values, { today: hostileToday, polarity: 'NEGATIVE', typeName: '行政处罚' });
  return 'row' in reading ? ['ACCEPTED'] : reading.faults.map(({ reason }) => reason);
}

describe('10,000 hostile rows', () => {
  it('are the same each time', () => {
    expect(rows).toHaveLength(10_000);
    expect(makeHostileRows(people, 10_000)).toEqual(rows);
  });

  it.each([
    ['CSV', writeHostileCsv(rows)],
    ['NDJSON', writeHostileNdjson(rows)],
  ] as const)('are accepted or quarantined for the right reason, each one: %s', async (format, text) => {
    const found: (readonly string[])[] = [];
    const input = Readable.from([Buffer.from(text)]);
    for await (const chunk of readRows(input, { format, encoding: 'AUTO' })) found.push(...chunk.map(fateOf));
    const wrong = rows.flatMap(({ recipe, fate }, index) => {
      const expected = fate.kind === 'QUARANTINED' ? fate.reason : 'ACCEPTED';
      return found[index]?.length === 1 && found[index][0] === expected
        ? []
        : [{ recipe, expected, found: found[index] }];
    });
    expect(found).toHaveLength(rows.length);
    expect(wrong).toEqual([]);
  });
});
