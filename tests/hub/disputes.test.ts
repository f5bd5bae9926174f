import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Payload {
  readonly record?: { readonly id: string; readonly status: string } | null;
  readonly recordId?: string | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, guoHaitao, chenXiaoyu, xieWenbing } = cast;
/** The contract's operation, as clients hold it. */
const myData = readFileSync(new URL('../../schema/operations/my-data.graphql', import.meta.url), 'utf8');
const contract = myData.slice(myData.indexOf('mutation DisputeRecord'));
const self = { purpose: 'SELF_ACCESS' } as const;
const exchange = { purpose: 'DATA_EXCHANGE' } as const;
const citizen = (person: string): TestCaller => ({ role: 'CITIZEN', person, sub: `citizen ${person}` });
const reviewer = (department: string, more: Partial<TestCaller> = {}): TestCaller => ({
  role: 'DEPARTMENT_REVIEWER',
  department,
  area: '350800',
  sub: `reviewer of ${department}`,
  ...more,
});
let keys = 0;
const inputOf = (recordId: string, more: object = {}) => {
  keys += 1;
  return { idempotencyKey: `dispute-${keys}`, recordId, reason: '与事实不符(示例)', ...more };
};
const dispute = async (caller: TestCaller, input: object): Promise<Payload> =>
  (await as(hub, caller, self).request<{ disputeRecord: Payload }>(contract, { input })).disputeRecord;
const act = async (name: string, caller: TestCaller, input: object): Promise<Payload> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { act: ${name}(input: $input) { recordId userErrors { code path } } }`;
  return (await as(hub, caller, exchange).request<{ act: Payload }>(document, { input })).act;
};
const standing = async (person: string) =>
  (
    await as(hub, citizen(person), self).request<{
      me: {
        integrity: {
          standing: { negativeCount: number };
          records: { nodes: readonly { id: string; status: string }[] };
        };
      };
    }>('{ me { integrity { standing { negativeCount } records(first: 50) { nodes { id status } } } } }')
  ).me.integrity;

const fine = `${linMeihua.id}-record-4`;

describe('a dispute', () => {
  it.each<readonly [string, string]>([
    ['of somebody else’s record', `${xieWenbing.id}-record-1`],
    ['of a sealed record', `${guoHaitao.id}-record-6`],
    ['of a record that is not there', 'no-such-record'],
  ])('%s is answered like none', async (_name, recordId) => {
    expect(await dispute(citizen(linMeihua.id), inputOf(recordId))).toEqual({
      record: null,
      userErrors: [{ code: 'NOT_FOUND', message: expect.any(String), path: ['input', 'recordId'] }],
    });
  });

  it('is the subject’s own act: nobody else may, and a child’s guardian not for himself', async () => {
    for (const caller of [reviewer('D34'), { role: 'GRID_WORKER', area: '350802001001001' } as const])
      await expect(dispute(caller, inputOf(fine))).rejects.toThrow('FORBIDDEN');
    expect(
      (await dispute(citizen(linMeihua.id), inputOf(`${chenXiaoyu.id}-record-1`))).userErrors[0]?.code,
    ).toBe('NOT_FOUND');
  });

  it('marks the record at once, leaves it out of the count, and ends when the department answers', async () => {
    const before = await standing(linMeihua.id);
    const input = inputOf(fine);
    expect(await dispute(citizen(linMeihua.id), input)).toEqual({
      record: { id: fine, status: 'DISPUTED' },
      userErrors: [],
    });
    expect(await dispute(citizen(linMeihua.id), input)).toEqual({
      record: { id: fine, status: 'DISPUTED' },
      userErrors: [],
    });
    expect((await dispute(citizen(linMeihua.id), { ...input, reason: '另一理由' })).userErrors[0]?.code).toBe(
      'KEY_ALREADY_USED',
    );
    expect((await dispute(citizen(linMeihua.id), inputOf(fine))).userErrors[0]?.code).toBe('NOT_NOW');
    const disputed = await standing(linMeihua.id);
    expect(disputed.standing.negativeCount).toBe(before.standing.negativeCount - 1);
    expect(disputed.records.nodes).toContainEqual({ id: fine, status: 'DISPUTED' });
    const list = '{ disputes(first: 50) { nodes { recordId reason isOverdue answeredAt } } }';
    const mine = await as(hub, reviewer('D34'), exchange).request<{
      disputes: { nodes: readonly unknown[] };
    }>(list);
    expect(mine.disputes.nodes).toEqual([
      { recordId: fine, reason: '与事实不符(示例)', isOverdue: false, answeredAt: null },
    ]);
    const others = await as(hub, reviewer('D33'), exchange).request<{
      disputes: { nodes: readonly unknown[] };
    }>(list);
    expect(others.disputes.nodes).toEqual([]);
    const answer = inputOf(fine, { outcome: 'UPHELD' });
    expect((await act('answerDispute', reviewer('D33'), answer)).userErrors[0]?.code).toBe('NOT_FOUND');
    const related = reviewer('D34', { sub: 'related', person: linMeihua.id });
    expect((await act('answerDispute', related, answer)).userErrors[0]?.code).toBe('OWN_CASE');
    expect(await act('answerDispute', reviewer('D34'), answer)).toEqual({ recordId: fine, userErrors: [] });
    expect((await standing(linMeihua.id)).standing).toEqual(before.standing);
    const { myDisputes } = await as(hub, citizen(linMeihua.id), self).request<{
      myDisputes: { nodes: readonly object[] };
    }>('{ myDisputes(first: 10) { nodes { recordId answeredAt answer } } }');
    expect(myDisputes.nodes).toEqual([
      { recordId: fine, answeredAt: expect.any(String), answer: '与事实不符(示例)' },
    ]);
  });

  it('that nobody answers in time is overdue, and the record stays marked', async () => {
    const id = `${xieWenbing.id}-record-1`;
    await dispute(citizen(xieWenbing.id), inputOf(id));
    await askDatabase(
      hub.config,
      `update integrity.record_act set due_on = '2026-11-02' where record_id = $1`,
      [id],
    );
    const { disputes } = await as(hub, reviewer('D22'), exchange).request<{
      disputes: { nodes: readonly object[] };
    }>('{ disputes(first: 50) { nodes { recordId isOverdue dueOn } } }');
    expect(disputes.nodes).toEqual([{ recordId: id, isOverdue: true, dueOn: '2026-11-02' }]);
    expect((await standing(xieWenbing.id)).records.nodes).toEqual([{ id, status: 'DISPUTED' }]);
  });
});

describe('a department', () => {
  const own = `${guoHaitao.id}-record-1`;

  it('repairs, takes back and seals its own records, and nothing comes back from there', async () => {
    const count = async () => (await standing(guoHaitao.id)).records.nodes.some(({ id }) => id === own);
    expect(await count()).toBe(true);
    expect((await act('repairRecord', reviewer('D34'), inputOf(own))).userErrors[0]?.code).toBe('NOT_FOUND');
    expect(await act('repairRecord', reviewer('D33'), inputOf(own))).toEqual({
      recordId: own,
      userErrors: [],
    });
    expect(await count()).toBe(false);
    expect(
      (await act('answerDispute', reviewer('D33'), inputOf(own, { outcome: 'UPHELD' }))).userErrors[0]?.code,
    ).toBe('NOT_NOW');
    expect(await act('revokeRecord', reviewer('D33'), inputOf(own))).toEqual({
      recordId: own,
      userErrors: [],
    });
    expect(await act('sealRecord', reviewer('D33'), inputOf(own))).toEqual({ recordId: own, userErrors: [] });
    for (const name of ['repairRecord', 'revokeRecord', 'sealRecord'])
      expect((await act(name, reviewer('D33'), inputOf(own))).userErrors[0]?.code).toBe('NOT_NOW');
    const versions = await askDatabase<{ status: string }>(
      hub.config,
      'select status from integrity.credit_record where id = $1 order by version',
      [own],
    );
    expect(versions.map(({ status }) => status)).toEqual([
      'RECORDED',
      'RECORDED',
      'REPAIRED',
      'REVOKED',
      'SEALED',
    ]);
  });

  it('and its subject at the same moment end in one state, with every version in order', async () => {
    const id = `${linMeihua.id}-record-4`;
    const outcomes = await Promise.all([
      dispute(citizen(linMeihua.id), inputOf(id)),
      act('repairRecord', reviewer('D34'), inputOf(id)),
      act('revokeRecord', reviewer('D34', { sub: 'another' }), inputOf(id)),
    ]);
    const versions = await askDatabase<{ version: number; current: boolean }>(
      hub.config,
      'select version, superseded_at is null as current from integrity.credit_record where id = $1 order by version',
      [id],
    );
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_row, index) => index + 1));
    expect(versions.filter(({ current }) => current)).toHaveLength(1);
    expect(outcomes.some(({ userErrors }) => userErrors.length === 0)).toBe(true);
  });
});
