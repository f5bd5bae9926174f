import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReceipt } from '../../subgraphs/integrity/delivery/import-file.ts';
import { askDatabase } from '../support/database.ts';
import { createTestRegister, digestState, type TestRegister } from '../support/delivery.ts';
import type { HostilePerson, HostileRow } from '../support/hostile-recipes.ts';
import { recipes } from '../support/hostile-versions.ts';
import { makeHostileRows, writeHostileCsv } from '../support/hostile-rows.ts';
import { numberOf, registerPerson } from '../support/register-person.ts';

let register: TestRegister;
let rows: readonly HostileRow[];
let receipt: ImportReceipt;

beforeAll(async () => {
  register = await createTestRegister();
  rows = makeHostileRows(await withTwins(register), 10_000);
  // Some of the ids were delivered before, as another type.
  const others = rows.filter(({ fate }) => fate.kind === 'OTHER_TYPE');
  await register.importText(writeHostileCsv(others), { type: 'D33-ABN' });
  receipt = await register.importText(writeHostileCsv(rows));
}, 60_000);

/** For some of the people another one of the same name and day of birth comes into the register. */
async function withTwins({ people, config }: TestRegister): Promise<readonly HostilePerson[]> {
  const chosen = people.filter(({ isDeceased }) => !isDeceased).slice(0, 5);
  const twins = new Map<string, string>();
  for (const [index, { personId, name, birthDate }] of chosen.entries())
    twins.set(
      personId,
      await registerPerson(config, { name, birthDate, number: numberOf(birthDate, 880 + index) }),
    );
  return people.map((person) => {
    const twinId = twins.get(person.personId);
    return twinId === undefined ? person : { ...person, twinId };
  });
}

const fateOf = ({ fate }: HostileRow): string => {
  if (fate.kind === 'NOTHING_TO_WITHDRAW') return 'UNKNOWN_RECORD';
  if (fate.kind === 'OTHER_TYPE') return 'OTHER_TYPE';
  if (fate.kind === 'QUARANTINED') return fate.reason;
  return fate.kind === 'ACCEPTED' ? `${fate.method} ${fate.personId ?? ''}`.trim() : fate.kind;
};

/** The number of a row as it is kept of it. */
const hmacOf = (row: HostileRow | undefined): string =>
  createHmac('sha256', register.identifierKey)
    .update(row?.values['id_number'] ?? '')
    .digest('hex');

describe('10,000 hostile rows', () => {
  it('are all accounted for', () => {
    const { created, corrected, withdrawn, unchanged, outdated, quarantined } = receipt;
    expect(receipt.rows).toBe(10_000);
    expect(new Set(rows.map(({ recipe }) => recipe))).toEqual(new Set(recipes.map(({ name }) => name)));
    expect(created + corrected + withdrawn + unchanged + outdated + quarantined).toBe(10_000);
    expect(created).toBeGreaterThan(1_000);
    expect(quarantined).toBeGreaterThan(1_000);
  });

  it('end accepted and linked to whom they speak of, or in quarantine for the right reason', async () => {
    const waiting = await askDatabase<{ reasons: readonly string[]; hmacs: readonly string[] }>(
      register.config,
      `select array(select f->>'reason' from jsonb_array_elements(faults) f) as reasons,
         array(select encode(n.subject_hmac, 'hex') from integrity.quarantined_subject n where n.quarantined_row_id = q.id
           and n.subject_hmac is not null) as hmacs
       from integrity.quarantined_row q order by line`,
    );
    const refused = rows.filter(({ fate }) =>
      ['QUARANTINED', 'NOTHING_TO_WITHDRAW', 'OTHER_TYPE'].includes(fate.kind),
    );
    // Row by row, in the order of the file.
    expect(waiting.map(({ reasons }) => reasons)).toEqual(refused.map((row) => [fateOf(row)]));
    const numbers = new Set(register.people.map(({ number }) => number));
    expect(waiting.map(({ hmacs }, place) => hmacs.includes(hmacOf(refused[place])))).toEqual(
      refused.map(({ values }) => numbers.has(values['id_number'] ?? '')),
    );
    const held = await askDatabase<{ source: string; method: string; people: readonly string[] | null }>(
      register.config,
      `select r.source_record_id as source,
         coalesce((select l.method from integrity.record_link l where l.record_id = r.id and l.unlinked_at is null), c.method) as method,
         coalesce((select array[s.person_id] from integrity.record_link l join integrity.subject s on s.id = l.subject_id
           where l.record_id = r.id and l.unlinked_at is null), c.people) as people
       from integrity.credit_record r
       left join lateral (select min(method) as method, array_agg(person_id) filter (where person_id is not null) as people
         from integrity.link_candidate k where k.record_id = r.id and k.state = 'OPEN') c on true
       where r.superseded_at is null and r.delivery_number is not null and r.status = 'RECORDED'`,
    );
    const bySource = new Map(held.map((one) => [one.source, one]));
    const wrong = rows.flatMap((row) => {
      if (row.fate.kind !== 'ACCEPTED') return [];
      const found = bySource.get((row.values['source_id'] ?? '').normalize('NFKC').trim());
      const isRight =
        found?.method === row.fate.method &&
        (row.fate.personId === null
          ? found.people === null
          : found.people?.includes(row.fate.personId) === true &&
            (row.fate.twinId === undefined || found.people.includes(row.fate.twinId)));
      return isRight ? [] : [{ recipe: row.recipe, expected: fateOf(row), found }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('link nobody who is not certain', async () => {
    const links = await askDatabase(
      register.config,
      `select from integrity.record_link l join integrity.credit_record r on r.id = l.record_id
       where r.delivery_number is not null and l.method <> 'CERTAIN'`,
    );
    expect(links).toEqual([]);
  });

  it('change nothing when they are delivered again, in the same file or another', async () => {
    const before = await digestState(register.config);
    expect(await register.importText(writeHostileCsv(rows))).toEqual({
      ...receipt,
      isRepeated: true,
      resumedAfterLine: expect.any(Number),
    });
    expect(await digestState(register.config)).toBe(before);
    const accepted = rows.filter(({ fate }) => fate.kind === 'ACCEPTED');
    const again = await register.importText(writeHostileCsv(accepted));
    expect([again.unchanged, again.created, again.corrected]).toEqual([accepted.length, 0, 0]);
  });
});
