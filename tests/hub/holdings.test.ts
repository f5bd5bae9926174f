import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { citizenNumber } from '../../seeds/numbers.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { testIdentifierKey } from '../support/test-config.ts';

interface Index {
  readonly asOf: string;
  readonly count: number;
  readonly source: string;
}
interface Payload {
  readonly department: { readonly holdings: Index | null } | null;
  readonly collectedCount: number | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const systemOf = (department: string): TestCaller => ({ role: 'DEPARTMENT_SYSTEM', department });
const exchange = { purpose: 'DATA_EXCHANGE' } as const;
const deliver = `mutation ($input: DeliverHoldingsInput!) { deliverHoldings(input: $input) {
  department { holdings { asOf count source } } collectedCount userErrors { code path } } }`;
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const numberOf = (sequence: number): string => citizenNumber('1980-03-05', sequence);

let keys = 0;
const inputOf = (changed: object = {}) => {
  keys += 1;
  const parts = { identifiers: [numberOf(1), numberOf(3)], isComplete: true };
  return { idempotencyKey: `list-${keys}`, asOf: ago(60), ...parts, ...changed };
};
const deliverAs = async (caller: TestCaller, input: object): Promise<Payload> =>
  (await as(hub, caller, exchange).request<{ deliverHoldings: Payload }>(deliver, { input })).deliverHoldings;

const holdingsAs = async (
  caller: TestCaller,
  code: string,
  purpose: 'DATA_EXCHANGE' | 'SUPERVISION_AUDIT',
) => {
  const { data, extensions } = await as(hub, caller, { purpose }).rawRequest<{
    department: { readonly holdings: Index | null } | null;
  }>('query ($code: ID!) { department(code: $code) { holdings { asOf count source } } }', { code });
  const { access } = extensions as { access?: { withheld: readonly { rule: string }[] } };
  return { holdings: data.department?.holdings, rules: (access?.withheld ?? []).map(({ rule }) => rule) };
};
const isHeld = async (department: string, number: string): Promise<boolean | null> => {
  const hash = createHmac('sha256', testIdentifierKey).update(number).digest();
  const [row] = await askDatabase<{ held: boolean | null }>(
    hub.config,
    "select integrity.holds($1, $2, (now() at time zone 'Asia/Shanghai')::date) as held",
    [department, hash],
  );
  return row?.held ?? null;
};

describe('a list of holdings is refused', () => {
  it.each([
    ['a reviewer of the department', { role: 'DEPARTMENT_REVIEWER', department: 'D33' }],
    ['a clerk of the city', { role: 'CITY_CENTRE' }],
    ['an auditor', { role: 'AUDITOR' }],
  ] as const)('from %s', async (_who, caller) => {
    await expect(deliverAs(caller, inputOf())).rejects.toThrow('FORBIDDEN');
  });

  it('for another purpose', async () => {
    const client = as(hub, systemOf('D33'), { purpose: 'INTEGRITY_REVIEW' });
    await expect(client.request(deliver, { input: inputOf() })).rejects.toThrow('FORBIDDEN');
  });

  it.each([
    ['with something that is no identifier', { identifiers: [numberOf(1), '林美华'] }, 'NOT_AN_IDENTIFIER'],
    ['of tomorrow', { asOf: ago(-24 * 60) }, 'IN_THE_FUTURE'],
    ['of last week', { asOf: ago(7 * 24 * 60) }, 'TOO_OLD'],
  ])('%s, and nothing of it is taken', async (_what, changed, code) => {
    expect(await deliverAs(systemOf('D38'), inputOf(changed))).toMatchObject({
      department: null,
      collectedCount: null,
      userErrors: [{ code }],
    });
    expect(await isHeld('D38', numberOf(1))).toBeNull();
  });

  it('with more identifiers in one part than a part may have', async () => {
    const identifiers = Array.from({ length: 1_001 }, () => numberOf(1));
    await expect(deliverAs(systemOf('D38'), inputOf({ identifiers }))).rejects.toThrow('BAD_USER_INPUT');
  });

  it('from a department that answers no review', async () => {
    const [none] = await askDatabase<{ code: string }>(
      hub.config,
      "select code from integrity.department where answer_mode = 'NONE' limit 1",
    );
    expect(await deliverAs(systemOf(none?.code ?? ''), inputOf())).toMatchObject({
      userErrors: [{ code: 'ANSWERS_NO_REVIEW' }],
    });
  });
});

describe('a list of holdings', () => {
  it('takes effect with its last part, whole, and each part once', async () => {
    const list = { idempotencyKey: 'parts', asOf: ago(30) };
    const first = { ...list, identifiers: [numberOf(5), numberOf(7)], isComplete: false };
    expect(await deliverAs(systemOf('D10'), first)).toMatchObject({ collectedCount: 2, userErrors: [] });
    expect(await deliverAs(systemOf('D10'), first)).toMatchObject({ collectedCount: 2, userErrors: [] });
    expect(await isHeld('D10', numberOf(5))).toBeNull();
    const last = { ...list, identifiers: [numberOf(7), numberOf(9)], isComplete: true };
    const done = await deliverAs(systemOf('D10'), last);
    expect(done).toMatchObject({
      department: { holdings: { count: 3, source: 'DELIVERED' } },
      collectedCount: 3,
      userErrors: [],
    });
    expect(await deliverAs(systemOf('D10'), last)).toEqual(done);
    expect(await deliverAs(systemOf('D10'), first)).toEqual(done);
    expect([await isHeld('D10', numberOf(5)), await isHeld('D10', numberOf(11))]).toEqual([true, false]);
    expect(await isHeld('D33', numberOf(5))).toBeNull();
  });

  it('cannot be added to once it is complete, nor change its moment', async () => {
    const input = inputOf();
    await deliverAs(systemOf('D22'), input);
    expect(await deliverAs(systemOf('D22'), { ...input, identifiers: [numberOf(13)] })).toMatchObject({
      userErrors: [{ code: 'LIST_IS_COMPLETE' }],
    });
    expect(await deliverAs(systemOf('D22'), { ...input, asOf: ago(10) })).toMatchObject({
      userErrors: [{ code: 'KEY_ALREADY_USED' }],
    });
    expect(await isHeld('D22', numberOf(13))).toBe(false);
  });

  it('of a later moment of the day stands, in whatever order the two come', async () => {
    const day = Date.now();
    const [later, earlier] = [new Date(day - 1_000).toISOString(), new Date(day - 2_000).toISOString()];
    await deliverAs(systemOf('D37'), inputOf({ asOf: later, identifiers: [numberOf(21)] }));
    await deliverAs(systemOf('D37'), inputOf({ asOf: earlier, identifiers: [numberOf(23)] }));
    expect([await isHeld('D37', numberOf(21)), await isHeld('D37', numberOf(23))]).toEqual([true, false]);
  });

  it('may be empty: then the department says that it holds nothing', async () => {
    const done = await deliverAs(systemOf('D14'), inputOf({ identifiers: [] }));
    expect(done.department?.holdings).toMatchObject({ count: 0, source: 'DELIVERED' });
    expect(await isHeld('D14', cast.chenXiaoyu.idNumber)).toBe(false);
  });

  it('leaves no identifier in the database', async () => {
    await deliverAs(systemOf('D28'), inputOf({ identifiers: [numberOf(31)] }));
    const [row] = await askDatabase<{ found: boolean }>(
      hub.config,
      `select exists (select from integrity.holding_entry e where e::text like '%' || $1 || '%')
        or exists (select from integrity.holding_list_entry e where e::text like '%' || $1 || '%') as found`,
      [numberOf(31)],
    );
    expect(row).toEqual({ found: false });
  });
});

describe('the index of a department', () => {
  it('is for its own system and reviewer and for auditors, and for others as if there were none', async () => {
    await deliverAs(systemOf('D08'), inputOf());
    const own = { holdings: expect.objectContaining({ count: 2 }), rules: [] };
    expect(await holdingsAs(systemOf('D08'), 'D08', 'DATA_EXCHANGE')).toEqual(own);
    const reviewer: TestCaller = { role: 'DEPARTMENT_REVIEWER', department: 'D08' };
    expect(await holdingsAs(reviewer, 'D08', 'DATA_EXCHANGE')).toEqual(own);
    expect(await holdingsAs({ role: 'AUDITOR' }, 'D08', 'SUPERVISION_AUDIT')).toEqual(own);
    expect(await holdingsAs(systemOf('D33'), 'D08', 'DATA_EXCHANGE')).toEqual({ holdings: null, rules: [] });
    expect(await holdingsAs({ role: 'CITY_CENTRE' }, 'D08', 'DATA_EXCHANGE')).toEqual({
      holdings: null,
      rules: ['HLD-04'],
    });
  });
});
