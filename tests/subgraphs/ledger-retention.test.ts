import { beforeEach, describe, expect, it } from '@jest/globals';
import { openCheckpointFile } from '../../subgraphs/governance/ledger/checkpoint-file.ts';
import { readKept, readLedgerKept } from '../../subgraphs/governance/ledger/kept.ts';
import { reconcile } from '../../subgraphs/governance/ledger/reconcile.ts';
import { findExpired, monthsKept, retain } from '../../subgraphs/governance/ledger/retain.ts';
import { openSides } from '../../subgraphs/governance/ledger/sides.ts';
import { retainDisclosures } from '../../subgraphs/governance/ledger/retain-disclosures.ts';
import type { LedgerEntry } from '../../subgraphs/kit/ledger/entry.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { askDatabase } from '../support/database.ts';
import { createTestLedger, entryOf, type TestLedger } from '../support/evidence.ts';
import { start } from '../support/processes.ts';

let ledger: TestLedger;
const now = new Date('2031-03-15T00:00:00Z');

beforeEach(async () => {
  ledger = await createTestLedger();
  for (const month of ['2027-12', '2028-02', '2028-03', '2031-03'])
    await ledger.append(
      [entryOf(`access-${month}`), { ...entryOf(`integrity-${month}`), retention: 'INTEGRITY' }],
      `${month}-10T10:00:00Z`,
    );
  await ledger.checkpoint();
});

const parts = async () =>
  (
    await askDatabase<{ part: string }>(
      ledger.config,
      'select distinct part from governance.ledger_record order by part',
    )
  ).map(({ part }) => part);

const go = async (months = monthsKept) =>
  retain(ledger.urls.ownerOf('governance'), await openCheckpointFile(ledger.folder), months, now);

describe('what the law says how long to keep', () => {
  it.each<readonly [string, string, boolean]>([
    ['ACCESS-202802', '2031-03-01T00:00:00Z', true],
    ['ACCESS-202803', '2031-03-31T00:00:00Z', false],
    ['INTEGRITY-202103', '2031-03-31T00:00:00Z', false],
    ['INTEGRITY-202102', '2031-03-31T00:00:00Z', true],
    ['SOMETHING-200001', '2031-03-31T00:00:00Z', false],
  ])('of %s on %s is over: %s', (part, day, isOver) => {
    expect(findExpired([part], monthsKept, new Date(day))).toEqual(isOver ? [part] : []);
  });

  it('is never under six months, whatever is asked', () => {
    const hasty = { ACCESS: 0, INTEGRITY: 1 };
    const day = new Date('2031-03-15T00:00:00Z');
    expect(findExpired(['ACCESS-203009', 'ACCESS-203008', 'INTEGRITY-203009'], hasty, day)).toEqual([
      'ACCESS-203008',
    ]);
  });
});

describe('retention', () => {
  it('lets whole months go with a signed note, and the ledger still verifies', async () => {
    expect(await go()).toEqual(['ACCESS-202712', 'ACCESS-202802']);
    expect(await parts()).toEqual([
      'ACCESS-202803',
      'ACCESS-203103',
      'INTEGRITY-202712',
      'INTEGRITY-202802',
      'INTEGRITY-202803',
      'INTEGRITY-203103',
    ]);
    expect(await go()).toEqual([]);
    await ledger.append([entryOf('after')]);
    await ledger.checkpoint();
    expect(await ledger.verify()).toMatchObject({ code: 0, tampered: [] });
  });

  it('of a month that went without a note is tampering', async () => {
    await ledger.tamper(
      'drop table governance.ledger_record_access_202712',
      "delete from governance.ledger_head where part = 'ACCESS-202712'",
    );
    const { code, tampered } = await ledger.verify();
    expect([code, tampered[0]]).toEqual([2, expect.stringMatching(/^ACCESS-202712-\d:1 the chain is gone/)]);
  });

  it('that was killed after its note is ended by the next run', async () => {
    const file = await openCheckpointFile(ledger.folder);
    await file.append({ kind: 'RETENTION', heads: {}, parts: ['ACCESS-202712'] }, now);
    expect(await ledger.verify()).toMatchObject({ code: 0 });
    expect(await go()).toEqual(['ACCESS-202712', 'ACCESS-202802']);
    expect(await ledger.verify()).toMatchObject({ code: 0 });
  });

  it('is a command that refuses to forget too soon', async () => {
    const environment = {
      DATABASE_URL: ledger.config.databaseUrl ?? '',
      HUB_DATA_DIR: ledger.config.dataDir,
      LEDGER_EVIDENCE_DIR: ledger.folder,
      LOG_LEVEL: 'silent',
    };
    const hasty = start(
      ['node', 'subgraphs/governance/audit-retain.ts', '--access-months', '5'],
      environment,
    );
    expect([await hasty.ended, hasty.errors()]).toEqual([4, expect.stringContaining('6 months or more')]);
    const usual = start(['node', 'subgraphs/governance/audit-retain.ts'], environment);
    expect([await usual.ended, usual.output()]).toEqual([0, 'Nothing’s time is over.\n']);
  });

  it('takes what departments logged at the same age with it, and nothing else', async () => {
    const log = async (name: string, ...days: readonly string[]) =>
      withClient(ledger.urls.ownerOf(name), (client) =>
        client.query(
          `insert into disclosure_record select 't' || day, day::timestamptz, 'a', 'x', 'CITIZEN', null, 'SELF_ACCESS', null, 'p', 'r', '[]'
           from unnest($1::text[]) as day`,
          [days],
        ),
      );
    await log('persons', '2028-02-29T23:00:00Z', '2028-03-01T00:00:00Z', '2031-03-14T00:00:00Z');
    await log('integrity', '2021-02-28T23:00:00Z', '2021-03-01T00:00:00Z', '2028-02-01T00:00:00Z');
    expect([...(await retainDisclosures(ledger.urls.ownerOf, monthsKept, now))]).toEqual([
      ['persons', 1],
      ['integrity', 1],
    ]);
    expect([...(await retainDisclosures(ledger.urls.ownerOf, { ACCESS: 0, INTEGRITY: 0 }, now))]).toEqual([
      ['persons', 1],
      ['integrity', 2],
    ]);
  });

  it('leaves both ends of a call comparable as far back as both are kept, and no further', async () => {
    const call = (ticket: string, subgraph: string) => ({ sources: [{ ticket, subgraph, response: 'r' }] });
    const outcome = (access: string, content: LedgerEntry['content']): LedgerEntry => ({
      ...entryOf(access, content),
      kind: 'OUTCOME',
    });
    const old = '2028-01-10T10:00:00Z';
    await ledger.append(
      [
        outcome('shown', call('t-shown', 'integrity')),
        {
          ...outcome('reviewed', { ...call('t-reviewed', 'persons'), purpose: 'INTEGRITY_REVIEW' }),
          retention: 'INTEGRITY',
        },
      ],
      old,
    );
    await ledger.checkpoint();
    const log = (name: string, ticket: string, purpose: string) =>
      withClient(ledger.urls.ownerOf(name), async (client) => {
        await client.query("update disclosure_log_state set began_at = '2020-01-01T00:00:00Z'");
        await client.query(
          "insert into disclosure_record values ($1, $2, $3, 'x', 'CITIZEN', null, $4, null, 'p', 'r', '[]')",
          [ticket, old, ticket.slice(2), purpose],
        );
      });
    await log('integrity', 't-shown', 'SERVICE_VISIT');
    await log('integrity', 't-past', 'INTEGRITY_REVIEW');
    await log('persons', 't-reviewed', 'INTEGRITY_REVIEW');
    const compare = async () => {
      const kept = await readLedgerKept(ledger.folder);
      const period = { from: new Date('2028-01-01T00:00:00Z'), to: new Date('2028-02-01T00:00:00Z') };
      const { ownerOf } = ledger.urls;
      const results = await Promise.all(
        (['persons', 'integrity'] as const).map(async (name) =>
          reconcile(openSides(ownerOf, name, period, await readKept(kept, ownerOf, name, now))),
        ),
      );
      return results.map(({ agreeing, notKept, findings }) => ({
        agreeing,
        notKept,
        findings: findings.map(({ difference, ticket }) => `${difference} ${ticket}`),
      }));
    };
    const past = ['PAST_THE_HUB t-past'];
    expect(await compare()).toEqual([
      { agreeing: 1, notKept: 0, findings: [] },
      { agreeing: 1, notKept: 0, findings: past },
    ]);
    await go();
    await retainDisclosures(ledger.urls.ownerOf, monthsKept, now);
    expect(await compare()).toEqual([
      { agreeing: 0, notKept: 1, findings: [] },
      { agreeing: 0, notKept: 1, findings: past },
    ]);
    // A log that says it begins later than any log may is not believed.
    await ledger.tamper("update persons.disclosure_log_state set began_at = '2031-03-01T00:00:00Z'");
    expect(await readKept(await readLedgerKept(ledger.folder), ledger.urls.ownerOf, 'persons', now)).toEqual({
      ledger: { ACCESS: new Date('2028-03-01T00:00:00Z'), INTEGRITY: new Date(0) },
      department: new Date('2030-09-01T00:00:00Z'),
    });
  });

  it('leaves a department’s log that says where it begins now', async () => {
    const beginning = (name: string) => `${name}.disclosure_log_state`;
    await ledger.tamper(`update ${beginning('persons')} set began_at = '2020-01-01T00:00:00Z'`);
    await ledger.tamper(`update ${beginning('psych')} set began_at = '2030-01-01T00:00:00Z'`);
    await retainDisclosures(ledger.urls.ownerOf, monthsKept, now);
    const began = await askDatabase<{ at: Date }>(
      ledger.config,
      `select began_at as at from ${beginning('persons')} union all select began_at from ${beginning('psych')}`,
    );
    expect(began.map(({ at }) => at.toISOString())).toEqual([
      '2028-03-01T00:00:00.000Z',
      '2030-01-01T00:00:00.000Z',
    ]);
  });
});
