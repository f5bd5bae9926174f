import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { recordsOf, referenceOf } from '../support/ledger.ts';

interface Candidate {
  readonly id: string;
  readonly method: string;
  readonly reason: string;
  readonly state: string;
  readonly recordId: string;
  readonly recordTitle: string | null;
  readonly delivered: { readonly name: string | null; readonly identifier: string | null } | null;
  readonly isNameEqual: boolean | null;
}
interface Payload {
  readonly candidate: { readonly id: string; readonly state: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { huangJianjun, linMeihua } = cast;
const system: TestCaller = { role: 'DEPARTMENT_SYSTEM', department: 'D33', area: '350800' };
const reviewer = (sub: string, more: Partial<TestCaller> = {}): TestCaller => ({
  role: 'DEPARTMENT_REVIEWER',
  department: 'D33',
  area: '350800',
  sub,
  ...more,
});
const exchange = { purpose: 'DATA_EXCHANGE' } as const;
const list = `{ linkCandidates(first: 50) { nodes { id method reason state recordId recordTitle isNameEqual
  delivered { name identifier } person { id } } } }`;
const deliver = `mutation ($input: DeliverRecordsInput!) { deliverRecords(input: $input) { delivery { id } userErrors { code } } }`;
const act = (
  name: string,
) => `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { act: ${name}(input: $input) {
  candidate { id state } userErrors { code } } }`;

const numberOf = async (id: string): Promise<string> => {
  const rows = await askDatabase<{ id_number: string }>(
    hub.config,
    'select id_number from persons.person where id = $1',
    [id],
  );
  return rows[0]?.id_number ?? '';
};
const candidates = async (caller: TestCaller = reviewer('r-1')): Promise<readonly Candidate[]> =>
  (await as(hub, caller, exchange).request<{ linkCandidates: { nodes: readonly Candidate[] } }>(list))
    .linkCandidates.nodes;
const doAs = async (caller: TestCaller, name: string, input: object): Promise<Payload> =>
  (await as(hub, caller, exchange).request<{ act: Payload }>(act(name), { input })).act;
const titlesOf = async (person: string): Promise<readonly string[]> => {
  const { me } = await as(hub, { role: 'CITIZEN', person }, { purpose: 'SELF_ACCESS' }).request<{
    me: { integrity: { records: { nodes: readonly { title: string }[] } } };
  }>('{ me { integrity { records(first: 50) { nodes { title } } } } }');
  return me.integrity.records.nodes.map(({ title }) => title);
};

let keys = 0;
/** Delivers a record that names Huang Jianjun's number and another name; gives its candidate. */
async function mismatch(title: string): Promise<Candidate> {
  keys += 1;
  const input = {
    idempotencyKey: `link-${keys}`,
    type: 'D33-PEN',
    dataAsOf: '2026-11-20T08:00:00+08:00',
    records: [
      {
        sourceId: `link-${keys}`,
        name: '黄建钧',
        idNumber: await numberOf(huangJianjun.id),
        title,
        level: 'MINOR',
        decidedOn: '2026-10-01',
      },
    ],
  };
  await as(hub, system, exchange).request(deliver, { input });
  const found = (await candidates()).find(({ recordTitle }) => recordTitle === title);
  if (!found) throw new Error('the candidate is not listed');
  return found;
}

describe('a record whose number is somebody’s and whose name is not', () => {
  it('links nobody, and waits with what both sides say', async () => {
    const candidate = await mismatch('示例处罚甲');
    expect(candidate).toMatchObject({
      method: 'NAME_MISMATCH',
      reason: 'NAME_DIFFERS',
      state: 'OPEN',
      isNameEqual: false,
      delivered: { name: '黄建钧', identifier: await numberOf(huangJianjun.id) },
      person: { id: huangJianjun.id },
    });
    expect(await titlesOf(huangJianjun.id)).not.toContain('示例处罚甲');
  });

  it('tells the person of every look at what the register says of him, though only that is asked', async () => {
    await mismatch('示例处罚癸');
    const records = await recordsOf(hub.config, () =>
      as(hub, reviewer('r-1'), exchange).request('{ linkCandidates(first: 50) { nodes { isDeceased } } }'),
    );
    const own = await referenceOf(hub.config, huangJianjun.id);
    const disclosure = records.find(({ kind, person }) => kind === 'DISCLOSURE' && person === own);
    expect(disclosure).toMatchObject({ classes: ['LINK_REVIEW'], actor: { id: 'r-1', department: 'D33' } });
    expect(disclosure).not.toHaveProperty('mentioned');
  });

  it('is seen by the reviewers of its department, and by nobody else', async () => {
    const candidate = await mismatch('示例处罚乙');
    expect(await candidates(reviewer('r-9', { department: 'D34' }))).toEqual([]);
    for (const caller of [
      system,
      { role: 'AUDITOR' } as const,
      { role: 'VETO_REVIEWER' } as const,
      { role: 'CITIZEN', person: huangJianjun.id } as const,
    ]) {
      const { data, extensions } = await as(hub, caller, { purpose: 'DATA_EXCHANGE' }).rawRequest<{
        linkCandidates: null;
      }>(list);
      expect(data.linkCandidates).toBeNull();
      expect(extensions).toMatchObject({ access: { withheld: [{ path: ['linkCandidates'] }] } });
    }
    expect(
      await doAs(reviewer('r-9', { department: 'D34' }), 'proposeLink', {
        candidateId: candidate.id,
        reason: '核对',
      }),
    ).toEqual({
      candidate: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it('is linked when two people have confirmed it, and no one alone', async () => {
    const { id: candidateId, recordId } = await mismatch('示例处罚丙');
    const [one, two] = [reviewer('r-1'), reviewer('r-2')];
    const decide = { candidateId, isConfirmed: true, reason: '户籍曾用名相符' };
    expect((await doAs(two, 'decideLink', decide)).userErrors).toEqual([{ code: 'NOT_PROPOSED' }]);
    expect((await doAs(one, 'proposeLink', { candidateId, reason: '曾用名' })).candidate).toMatchObject({
      state: 'PROPOSED',
    });
    expect((await doAs(one, 'decideLink', decide)).userErrors).toEqual([{ code: 'SAME_PERSON' }]);
    expect(await titlesOf(huangJianjun.id)).not.toContain('示例处罚丙');
    expect((await doAs(two, 'decideLink', decide)).candidate).toMatchObject({ state: 'CONFIRMED' });
    expect(await titlesOf(huangJianjun.id)).toContain('示例处罚丙');
    const ended = await doAs(one, 'proposeUnlink', { recordId, reason: '查明另有其人' });
    expect(ended.candidate).toMatchObject({ state: 'PROPOSED' });
    expect(await titlesOf(huangJianjun.id)).toContain('示例处罚丙');
    const unlink = { candidateId: ended.candidate?.id, isConfirmed: true, reason: '同意' };
    expect((await doAs(one, 'decideLink', unlink)).userErrors).toEqual([{ code: 'SAME_PERSON' }]);
    expect((await doAs(two, 'decideLink', unlink)).candidate).toMatchObject({ state: 'CONFIRMED' });
    expect(await titlesOf(huangJianjun.id)).not.toContain('示例处罚丙');
    const edges = await askDatabase<{ method: string; confirmed_by: readonly string[]; ended: boolean }>(
      hub.config,
      `select method, confirmed_by, unlinked_at is not null as ended from integrity.record_link where record_id = $1`,
      [recordId],
    );
    expect(edges).toEqual([{ method: 'CONFIRMED', confirmed_by: ['r-1', 'r-2'], ended: true }]);
  });

  it('is decided by nobody about himself or his household', async () => {
    const { id: candidateId } = await mismatch('示例处罚丁');
    const himself = reviewer('r-3', { person: huangJianjun.id });
    expect((await doAs(himself, 'proposeLink', { candidateId, reason: '本人' })).userErrors).toEqual([
      { code: 'OWN_CASE' },
    ]);
    await doAs(reviewer('r-1'), 'proposeLink', { candidateId, reason: '曾用名' });
    expect(
      (await doAs(himself, 'decideLink', { candidateId, isConfirmed: false, reason: '本人' })).userErrors,
    ).toEqual([{ code: 'OWN_CASE' }]);
    const stranger = reviewer('r-4', { person: linMeihua.id });
    expect(
      (await doAs(stranger, 'decideLink', { candidateId, isConfirmed: false, reason: '不符' })).candidate,
    ).toMatchObject({
      state: 'REJECTED',
    });
    expect(await titlesOf(huangJianjun.id)).not.toContain('示例处罚丁');
  });

  it('is decided once, by whoever comes first', async () => {
    const { id: candidateId } = await mismatch('示例处罚戊');
    await doAs(reviewer('r-1'), 'proposeLink', { candidateId, reason: '曾用名' });
    const answers = await Promise.all(
      ['r-5', 'r-6', 'r-7', 'r-8'].map((sub, index) =>
        doAs(reviewer(sub), 'decideLink', { candidateId, isConfirmed: index % 2 === 0, reason: '核对' }),
      ),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual(Array(3).fill({ code: 'NOT_PROPOSED' }));
  });
});
