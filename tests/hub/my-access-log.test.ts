import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { registry } from '../../schema/registry.ts';
import { cast } from '../../seeds/cast.ts';
import { appendEntries, disclosureOf } from '../support/append-ledger.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';

interface Entry {
  readonly organisation: string | null;
  readonly role: string;
  readonly purpose: string | null;
  readonly legalBasis: string | null;
  readonly dataClasses: readonly string[];
  readonly breakGlass: { readonly reason: string } | null;
}
interface Log {
  readonly complete: boolean;
  readonly coverage: readonly {
    readonly department: { readonly code: string; readonly name: string };
    readonly state: string;
    readonly from: string | null;
  }[];
  readonly delayed: string;
  readonly entries: {
    readonly nodes: readonly Entry[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

let hub: TestHub;
let from: string;
beforeAll(async () => {
  hub = await startHub(createPolicy());
  for (const { name } of registry)
    await askDatabase(
      hub.config,
      `update ${name}.disclosure_log_state set began_at = '2026-01-01T00:00:00Z'`,
    );
});
afterAll(() => hub.stop());

// Each test sees what it made, and not what those before it did.
beforeEach(async () => {
  const [row] = await askDatabase<{ now: Date }>(hub.config, 'select clock_timestamp() as now');
  from = (row?.now ?? new Date()).toISOString();
});

const { linMeihua, chenXiaoyu, wuAnran, luoChunyan } = cast;
const citizen: TestCaller = { role: 'CITIZEN', person: linMeihua.id };
const self = { purpose: 'SELF_ACCESS' } as const;
const myAccessLog = operationOf('my-data', 'MyAccessLog');
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();
const page = (changed: object = {}) => ({ from, to: inAnHour(), first: 20, ...changed });
const logOf = async (caller: TestCaller, changed: object = {}): Promise<Log | null> =>
  (await as(hub, caller, self).request<{ myAccessLog: Log | null }>(myAccessLog, page(changed))).myAccessLog;
const shown = async (person: string, ...contents: readonly object[]) =>
  appendEntries(
    hub.config,
    await Promise.all(
      contents.map((content, index) => disclosureOf(hub.config, person, `shown-${index}`, { ...content })),
    ),
  );
/** Without the looks at the log itself. */
const byStaff = (log: Log | null): readonly Entry[] =>
  (log?.entries.nodes ?? []).filter(({ role }) => role !== 'CITIZEN' && role !== 'PORTAL');
const personLog = `query ($id: ID!, $from: DateTime!, $to: DateTime!, $first: Int!) { person(id: $id) {
  accessLog(from: $from, to: $to, first: $first) { complete delayed entries { nodes { organisation role } } } } }`;

describe('an access log that is not given', () => {
  it('to staff, who have none of their own and see nobody else’s', async () => {
    const official: TestCaller = {
      role: 'GRID_WORKER',
      area: linMeihua.gridCode ?? '',
      person: luoChunyan.id,
    };
    const client = as(hub, official, { purpose: 'SERVICE_VISIT' });
    expect(await client.request(myAccessLog, page())).toEqual({ myAccessLog: null });
    expect(await client.request(personLog, page({ id: linMeihua.id }))).toEqual({
      person: { accessLog: null },
    });
  });

  it('to a stranger, for whom there is no such person, nor of an adult to his household', async () => {
    const stranger = as(hub, { role: 'CITIZEN', person: wuAnran.id }, self);
    expect(await stranger.request(personLog, page({ id: linMeihua.id }))).toEqual({ person: null });
    const husband = as(hub, { role: 'CITIZEN', person: cast.chenGuoqiang.id }, self);
    expect(await husband.request(personLog, page({ id: linMeihua.id }))).toEqual({ person: null });
  });

  it('for a period that ends before it begins', async () => {
    await expect(logOf(citizen, { to: '2020-01-01T00:00:00Z' })).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('coverage', () => {
  it('is complete when every department says that its log covers the period', async () => {
    const log = await logOf(citizen);
    expect(log?.complete).toBe(true);
    expect(log?.coverage.map(({ department, state }) => [department.code, state])).toEqual(
      registry.map(({ owner }) => [owner, 'COVERED']),
    );
    expect(log?.coverage[0]).toMatchObject({
      department: { name: '市公安局' },
      checkedAt: expect.any(String),
    });
  });

  it('names the department that cannot be asked, and the log is not complete', async () => {
    await askDatabase(hub.config, 'revoke select on psych.disclosure_log_state from psych_runtime');
    const log = await logOf(citizen);
    await askDatabase(hub.config, 'grant select on psych.disclosure_log_state to psych_runtime');
    expect(log?.complete).toBe(false);
    expect(log?.coverage.filter(({ state }) => state !== 'COVERED')).toMatchObject([
      { department: { code: 'D28' }, state: 'NOT_REACHED', from: null },
    ]);
  });

  it('says where a log begins after the period does', async () => {
    const log = await logOf(citizen, { from: '2025-06-01T00:00:00Z' });
    expect(log?.complete).toBe(false);
    expect(new Set(log?.coverage.map(({ state }) => state))).toEqual(new Set(['NO_LOG']));
    expect(log?.coverage[0]?.from).not.toBeNull();
  });
});

describe('what a person is told', () => {
  it('is who looked, what for, by which law and at what, the newest first', async () => {
    await shown(linMeihua.id, {});
    await shown(linMeihua.id, { actor: { id: 'b', role: 'TOWNSHIP_CENTRE', area: '350802103' } });
    await shown(linMeihua.id, { actor: { id: 'c', role: 'DEPARTMENT_REVIEWER', department: 'D33' } });
    await shown(linMeihua.id, { actor: { id: 'd', role: 'DEPARTMENT_REVIEWER', department: 'D99' } });
    const entries = byStaff(await logOf(citizen));
    expect(entries.map(({ organisation }) => organisation)).toEqual([
      'D99',
      '市市场监督管理局',
      expect.stringMatching(/[镇乡街道]综治中心$/),
      expect.stringMatching(/网格$/),
    ]);
    expect(entries[3]).toMatchObject({
      role: 'GRID_WORKER',
      purpose: 'SERVICE_VISIT',
      legalBasis: 'PIPL 13(1)(3), 34: statutory duty',
      dataClasses: ['IDENTITY', 'CONTACT'],
      breakGlass: null,
    });
  });

  it('holds a real look of a moment ago, and his own', async () => {
    const worker: TestCaller = { role: 'GRID_WORKER', area: linMeihua.gridCode ?? '' };
    await as(hub, worker, { purpose: 'SERVICE_VISIT' }).request(
      '($id: ID!) { person(id: $id) { name } }'.replace('(', 'query ('),
      { id: linMeihua.id },
    );
    await logOf(citizen);
    const roles = (await logOf(citizen))?.entries.nodes.map(({ role }) => role);
    expect(roles).toEqual(['CITIZEN', 'GRID_WORKER']);
  });

  it('is never the matter of another in whose record he was only met', async () => {
    await shown(linMeihua.id, { mentioned: true, breakGlass: 'glass-of-another' });
    expect(byStaff(await logOf(citizen))).toMatchObject([
      { purpose: null, legalBasis: null, breakGlass: null, dataClasses: ['IDENTITY', 'CONTACT'] },
    ]);
  });

  it('is the emergency that was claimed for him, and none that was claimed for another', async () => {
    await askDatabase(
      hub.config,
      `insert into governance.break_glass (id, actor, idempotency_key, role, purpose, person_id, classes, minutes,
         reason_code, reason, opened_at, ends_at, review_due_on)
       select 'glass-' || p, 'a-' || p, 'k', 'TOWNSHIP_CENTRE', 'CRISIS_RESPONSE', p, '{CONTACT}', 10, 'LIFE_DANGER',
         '示例: ' || p, now(), now() + interval '10 minutes', current_date from unnest($1::text[]) as p`,
      [[linMeihua.id, wuAnran.id]],
    );
    await shown(linMeihua.id, { breakGlass: `glass-${wuAnran.id}` }, { breakGlass: `glass-${linMeihua.id}` });
    expect(byStaff(await logOf(citizen)).map(({ breakGlass }) => breakGlass)).toEqual([
      { reason: `示例: ${linMeihua.id}` },
      null,
    ]);
  });

  it('is an emergency that was claimed for him also when nobody looked under it', async () => {
    const opener: TestCaller = {
      role: 'TOWNSHIP_CENTRE',
      sub: 'opener',
      area: '350881',
      authMethods: ['otp'],
    };
    const input = {
      idempotencyKey: 'unused',
      person: linMeihua.id,
      classes: ['IDENTITY'],
      minutes: 5,
      reasonCode: 'LIFE_DANGER',
      reason: '示例: 未查看',
    };
    await as(hub, opener, { purpose: 'CRISIS_RESPONSE', caseReference: 'crisis-1' }).request(
      'mutation ($input: OpenBreakGlassInput!) { openBreakGlass(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(byStaff(await logOf(citizen))).toMatchObject([
      { purpose: 'CRISIS_RESPONSE', dataClasses: [], breakGlass: { reason: '示例: 未查看' } },
    ]);
  });

  it.each([
    [0, 'NONE', wuAnran],
    [1, 'ONE_TO_FIVE', luoChunyan],
    [5, 'ONE_TO_FIVE', cast.chenGuoqiang],
    [6, 'SIX_OR_MORE', linMeihua],
  ])('counts %i delayed entries as %s and does not list them', async (count, band, { id: person }) => {
    const past = { delayedUntil: '2026-01-01' };
    await shown(person, past, ...Array.from({ length: count }, () => ({ delayedUntil: '2099-01-01' })));
    const log = await logOf({ role: 'CITIZEN', person }, { first: 1 });
    expect(log?.delayed).toBe(band);
    expect(byStaff(log)).toHaveLength(1);
  });

  it('tells of what is delayed no more by a shorter period: not when it was, nor how many there are of six', async () => {
    const { id: person } = cast.huangJianjun;
    await shown(person, ...Array.from({ length: 6 }, () => ({ delayedUntil: '2099-01-01' })));
    const before = (ms: number) => new Date(Date.parse(from) - ms).toISOString();
    const bandOf = async (period: object) => (await logOf({ role: 'CITIZEN', person }, period))?.delayed;
    expect(await bandOf({ from: before(2), to: before(1) })).toBe('SIX_OR_MORE');
    expect(await bandOf({ from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' })).toBe('NONE');
  });

  it('is paged without gaps and without doubles, also while more is written', async () => {
    await shown(linMeihua.id, ...Array.from({ length: 7 }, (_, index) => ({ basis: [`${index}`] })));
    const seen: (string | null)[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 4; turn += 1) {
      const log: Log | null = await logOf(citizen, { first: 2, after, to: inAnHour() });
      const entries = byStaff(log);
      expect(log?.entries.nodes.length).toBeLessThanOrEqual(2);
      seen.push(...entries.map(({ legalBasis }) => legalBasis));
      expect(log?.entries.pageInfo.hasNextPage).toBe(turn < 3);
      after = log?.entries.pageInfo.endCursor ?? null;
    }
    expect(seen).toEqual(['6', '5', '4', '3', '2', '1', '0']);
  });
});

describe('who is told beside the person', () => {
  it('the portal that acts for him, of him alone', async () => {
    await shown(linMeihua.id, {});
    await shown(wuAnran.id, {}, {});
    expect(byStaff(await logOf({ role: 'PORTAL', person: linMeihua.id }))).toHaveLength(1);
  });

  it('who looks after a minor of the household', async () => {
    await shown(chenXiaoyu.id, {});
    const guardian = as(hub, { role: 'CITIZEN', person: luoChunyan.id }, self);
    const { person } = await guardian.request<{ person: { accessLog: Log } }>(
      personLog,
      page({ id: chenXiaoyu.id }),
    );
    expect(person.accessLog).toMatchObject({ complete: true, delayed: 'NONE' });
    expect(byStaff(person.accessLog)).toMatchObject([{ organisation: expect.stringMatching(/网格$/) }]);
  });
});
