import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../schema/cursor.ts';
import { createPolicy } from '../../schema/policy.ts';
import { as, type CallOptions, type TestCaller } from '../support/callers.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { adminUrlOf, askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { insertRecords, linkRecordsToUnit, supersedeRecords } from '../support/records.ts';

interface Change {
  readonly id: string;
  readonly change: string;
  readonly version: number;
  readonly sourceRecordId: string | null;
  readonly record: { readonly title: string; readonly status: string } | null;
}
interface Page {
  readonly nodes: readonly Change[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Withheld {
  readonly coordinate: string;
  readonly reason: string;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const systemOf = (department: string): TestCaller => ({ role: 'DEPARTMENT_SYSTEM', department });
const exchange: CallOptions = { purpose: 'DATA_EXCHANGE', caseReference: '示例-1' };
const query = `query ($first: Int!, $after: String) { recordChanges(first: $first, after: $after) {
  nodes { id change version sourceRecordId record { title status } } pageInfo { hasNextPage endCursor } } }`;

async function ask(
  caller: TestCaller,
  variables: { readonly first: number; readonly after?: string | null },
  options = exchange,
) {
  const { data, extensions } = await as(hub, caller, options).rawRequest<{ recordChanges: Page | null }>(
    query,
    variables,
  );
  const { access } = extensions as { access?: { withheld: readonly Withheld[] } };
  return { page: data.recordChanges, withheld: access?.withheld ?? [] };
}

async function readAll(caller: TestCaller, first: number, from: string | null = null) {
  const changes: Change[] = [];
  for (let after = from; ;) {
    const { page } = await ask(caller, { first, after });
    if (!page) throw new Error('the feed is withheld');
    changes.push(...page.nodes);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { changes, end: after };
  }
}

/** A change is told when every older transaction of the server has ended, other tests' among them. */
async function readFrom(caller: TestCaller, after: string | null, count: number): Promise<readonly Change[]> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { changes } = await readAll(caller, 100, after);
    if (changes.length >= count) return changes;
    await sleep(100);
  }
  throw new Error(`fewer than ${count} changes came`);
}

const ofSource = (changes: readonly Change[], source: string) =>
  changes.filter(({ sourceRecordId }) => sourceRecordId === source);

describe('the change feed is withheld', () => {
  it.each([
    ['a clerk of the city', { role: 'CITY_CENTRE' }, 'DATA_EXCHANGE'],
    ['an auditor', { role: 'AUDITOR' }, 'SUPERVISION_AUDIT'],
    ['a grid worker', { role: 'GRID_WORKER', area: '350802001001001' }, 'SERVICE_VISIT'],
    ['a citizen', { role: 'CITIZEN', person: 'cast-lin-meihua' }, 'SELF_ACCESS'],
    ['a reviewer who reviews', { role: 'DEPARTMENT_REVIEWER', department: 'D33' }, 'INTEGRITY_REVIEW'],
  ] as const)('from %s', async (_who, caller, purpose) => {
    const { page, withheld } = await ask(caller, { first: 5 }, { purpose });
    expect(page).toBeNull();
    expect(withheld.map(({ coordinate }) => coordinate)).toEqual(['Query.recordChanges']);
  });

  it.each([
    ['no cursor', 'nothing'],
    ['one of another list', encodeCursor(['2026-01-01', 'x'])],
    ['a text that is no place in it', encodeCursor(['D33'])],
    ['a place past all numbers', encodeCursor(['99999999999999999999-0000000000000000001'])],
  ])('from who brings %s', async (_what, after) => {
    await expect(ask(systemOf('D33'), { first: 5, after })).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('the change feed of a department', () => {
  it('has every version of its records in the order they were written, and nothing of another department', async () => {
    const told = await askDatabase<{ position: string; source_record_id: string }>(
      hub.config,
      `select lpad(xid::text, 20, '0') || '-' || lpad(version::text, 10, '0') || '-' || id as position, source_record_id
       from integrity.credit_record where department_code = 'D08' order by xid, version, id`,
    );
    const [held] = await askDatabase<{ count: number }>(
      hub.config,
      "select count(*)::integer as count from integrity.credit_record where department_code = 'D08'",
    );
    const { changes } = await readAll(systemOf('D08'), 3);
    expect(changes).toHaveLength(held?.count ?? -1);
    expect(
      changes.map(({ id, sourceRecordId }) => ({ position: id, source_record_id: sourceRecordId })),
    ).toEqual(told);
  });

  it('is the same for its reviewer', async () => {
    const reviewer: TestCaller = { role: 'DEPARTMENT_REVIEWER', department: 'D08' };
    const { changes } = await readAll(reviewer, 500);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.map(({ id }) => id)).toEqual(
      (await readAll(systemOf('D08'), 500)).changes.map(({ id }) => id),
    );
  });

  it('tells a sealed record as one that was taken back, and nothing of what it holds', async () => {
    const sealed = ofSource((await readAll(systemOf('D08'), 500)).changes, 'SRC-cast-guo-haitao-record-6');
    const revoked = ofSource((await readAll(systemOf('D37'), 500)).changes, 'SRC-cast-guo-haitao-record-5');
    const looks = (changes: readonly Change[]) =>
      changes.map(({ change, version, record }) => [change, version, record]);
    expect(looks(sealed)).toEqual([
      ['RECORDED', 1, null],
      ['REVOKED', 2, null],
    ]);
    expect(looks(sealed)).toEqual(looks(revoked));
  });

  it('names a person’s record by the department’s own number and does not show it', async () => {
    const { page, withheld } = await ask(systemOf('D38'), { first: 500 });
    expect(ofSource(page?.nodes ?? [], 'SRC-cast-guo-haitao-record-3')).toMatchObject([
      { change: 'RECORDED', record: null },
      { change: 'REPAIRED', record: null },
    ]);
    expect(withheld.map(({ coordinate }) => coordinate)).toContain('RecordChange.record');
  });

  it('shows a unit’s record as it is now, with a case, and whatever the person that the caller is', async () => {
    const { end } = await readAll(systemOf('D33'), 500);
    await askDatabase(hub.config, insertRecords, ['unit', 1, 1, 'RECORDED']);
    await askDatabase(hub.config, linkRecordsToUnit, ['unit']);
    const expected = [{ change: 'RECORDED', version: 1, record: { title: '示例处罚', status: 'RECORDED' } }];
    expect(await readFrom(systemOf('D33'), end, 1)).toMatchObject(expected);
    const reviewer: TestCaller = {
      role: 'DEPARTMENT_REVIEWER',
      department: 'D33',
      person: 'cast-lin-meihua',
    };
    expect(await readFrom(reviewer, end, 1)).toMatchObject(expected);
    const { page, withheld } = await ask(
      systemOf('D33'),
      { first: 5, after: end },
      { purpose: 'DATA_EXCHANGE' },
    );
    expect(page?.nodes).toMatchObject([{ change: 'RECORDED', record: null }]);
    expect(withheld).toMatchObject([{ coordinate: 'RecordChange.record', reason: 'CASE' }]);
  });

  it('goes on from where it ended, also from an empty page', async () => {
    const { end } = await readAll(systemOf('D33'), 500);
    const { page } = await ask(systemOf('D33'), { first: 5, after: end });
    expect(page).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: end } });
    await askDatabase(hub.config, insertRecords, ['life', 1, 1, 'RECORDED']);
    await askDatabase(hub.config, linkRecordsToUnit, ['life']);
    for (const [version, status] of [
      [2, 'RECORDED'],
      [3, 'DISPUTED'],
      [4, 'SEALED'],
    ] as const) {
      await askDatabase(hub.config, supersedeRecords, ['life']);
      await askDatabase(hub.config, insertRecords, ['life', 1, version, status]);
    }
    const changes = await readFrom(systemOf('D33'), end, 4);
    expect(changes.map(({ change, version, record }) => [change, version, record])).toEqual([
      ['RECORDED', 1, null],
      ['CORRECTED', 2, null],
      ['DISPUTED', 3, null],
      ['REVOKED', 4, null],
    ]);
  });

  it.each([0, 7, 8, 9, 10, 88])(
    'goes on from the beginning for a place before all, as of transaction %i',
    async (xid) => {
      const before = encodeCursor([`${String(xid).padStart(20, '0')}-${'1'.padStart(19, '0')}`]);
      const { page } = await ask(systemOf('D08'), { first: 2, after: before });
      const { page: beginning } = await ask(systemOf('D08'), { first: 2 });
      expect(page).toEqual(beginning);
    },
  );

  it('tells a transaction again to whoever stands in it by a place of the form before', async () => {
    const { end } = await readAll(systemOf('D33'), 500);
    await askDatabase(hub.config, insertRecords, ['form', 3, 1, 'RECORDED']);
    const told = await readFrom(systemOf('D33'), end, 3);
    const [transaction = ''] = told[0]?.id.split('-') ?? [];
    const before = encodeCursor([`${transaction}-${'7'.padStart(19, '0')}`]);
    expect(await readFrom(systemOf('D33'), before, 3)).toEqual(told);
  });

  it('holds back what was committed after a transaction that is still open', async () => {
    const { end } = await readAll(systemOf('D33'), 500);
    await withClient(adminUrlOf(hub.config), async (client) => {
      await client.query('begin');
      await client.query(insertRecords, ['slow', 1, 1, 'RECORDED']);
      await askDatabase(hub.config, insertRecords, ['fast', 1, 1, 'RECORDED']);
      const { page } = await ask(systemOf('D33'), { first: 5, after: end });
      expect(page).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: end } });
      await client.query('commit');
    });
    const changes = await readFrom(systemOf('D33'), end, 2);
    expect(changes.map(({ sourceRecordId }) => sourceRecordId)).toEqual(['SRC-slow-1', 'SRC-fast-1']);
  });
});
