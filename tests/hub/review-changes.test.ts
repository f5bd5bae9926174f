import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { actOnRecord, deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { departmentReviewer, inDays, registry, ReviewDesk } from '../support/reviews.ts';
import { testIdentifierKey } from '../support/test-config.ts';

/** What happens to a review when the ground under it moves. */
let hub: TestHub;
let desk: ReviewDesk;
let people: string[];

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  const clean = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 40`,
  );
  people = clean.map(({ id }) => id);
});
beforeEach(() => freshenFeeds(hub));
afterAll(() => hub.stop());

const somebody = (): string => {
  const person = people.shift();
  if (person === undefined) throw new Error('Too few people without records.');
  return person;
};
const daysAgo = (days: number): string => inDays(-days).slice(0, 10);
const leader = { kind: 'LEADER', post: '主要负责人' };
let records = 0;
/** A serious accident (D30) that somebody answers for: reason enough for a veto. */
async function accidentOf(person: string, changes: Readonly<Record<string, string>> = {}): Promise<string> {
  records += 1;
  return deliverOne(hub, 'D30-SAF', {
    sourceId: `ACC-${records}`,
    ...(await identityOf(hub, person)),
    level: 'SERIOUS',
    decidedOn: daysAgo(50),
    title: '生产安全事故责任(示例)',
    ...changes,
  });
}
async function reviewed(person: string, purpose = 'PROMOTION'): Promise<string> {
  const reviewId = await desk.requested([{ ...leader, person }], { purpose });
  await desk.answerAll(reviewId);
  return reviewId;
}
async function vetoed(person: string): Promise<string> {
  const reviewId = await reviewed(person);
  const { id } = await desk.subject(reviewId);
  await desk.beside(registry, 'stateCase', { reviewId, subjectId: id, statement: '无异议(示例)' });
  await desk.propose(reviewId, 'VETO');
  const { userErrors } = await desk.countersign(reviewId);
  expect(userErrors).toEqual([]);
  return reviewId;
}
const activeVetoes = (person: string): Promise<readonly unknown[]> =>
  askDatabase(
    hub.config,
    `select v.id from integrity.veto v join integrity.subject s on s.id = v.subject_id
     where s.person_id = $1 and v.revoked_on is null`,
    [person],
  );
/** Waits until the register has carried the review on by itself. */
async function until(reviewId: string, isThere: (state: string) => boolean): Promise<string> {
  for (let turn = 0; turn < 100; turn += 1) {
    const { state } = await desk.subject(reviewId);
    if (isThere(state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The review stays ${(await desk.subject(reviewId)).state}.`);
}

describe('a signed veto', () => {
  it.each(['repairRecord', 'revokeRecord', 'sealRecord'] as const)(
    'is opened again at once when its ground is gone (%s), and the veto with it',
    async (name) => {
      const person = somebody();
      const recordId = await accidentOf(person);
      const reviewId = await vetoed(person);
      expect(await activeVetoes(person)).toHaveLength(1);
      await actOnRecord(hub, name, 'D30', recordId);
      expect(await activeVetoes(person)).toEqual([]);
      const { id } = await desk.subject(reviewId);
      expect(await desk.certificate(reviewId, id)).toBeNull();
      expect(await until(reviewId, (state) => state === 'AWAITING_DECISION')).toBe('AWAITING_DECISION');
      const subject = await desk.subject(reviewId);
      expect(subject).toMatchObject({ proposal: 'PASS', decision: null, findings: [] });
      expect(JSON.stringify(subject)).not.toContain(recordId);
    },
  );

  it('is opened again when its department corrects the record', async () => {
    const person = somebody();
    const recordId = await accidentOf(person, { sourceId: 'ACC-corrected' });
    const reviewId = await vetoed(person);
    expect(await accidentOf(person, { sourceId: 'ACC-corrected', level: 'MINOR' })).toBe(recordId);
    expect(await activeVetoes(person)).toEqual([]);
    await until(reviewId, (state) => state === 'AWAITING_DECISION');
    expect((await desk.subject(reviewId)).proposal).toBe('PASS');
  });

  it('is opened again when the record turns out to be somebody else’s', async () => {
    const person = somebody();
    const recordId = await accidentOf(person);
    const reviewId = await vetoed(person);
    const unlink = async (caller: TestCaller, mutation: string, input: object) =>
      as(hub, caller, { purpose: 'DATA_EXCHANGE' }).request<{
        done: { candidate: { id: string } | null; userErrors: readonly unknown[] };
      }>(mutation, { input });
    const { done } = await unlink(
      departmentReviewer('D30'),
      'mutation ($input: ProposeUnlinkInput!) { done: proposeUnlink(input: $input) { candidate { id } userErrors { code } } }',
      { recordId, reason: '同名(示例)' },
    );
    await unlink(
      { ...departmentReviewer('D30'), sub: 'another of D30' },
      'mutation ($input: DecideLinkInput!) { done: decideLink(input: $input) { candidate { id } userErrors { code } } }',
      { candidateId: done.candidate?.id, isConfirmed: true, reason: '核实(示例)' },
    );
    expect(await activeVetoes(person)).toEqual([]);
    await until(reviewId, (state) => state === 'AWAITING_DECISION');
    expect((await desk.subject(reviewId)).proposal).toBe('PASS');
  });

  it('stands while its record merely runs out', async () => {
    const person = somebody();
    const recordId = await accidentOf(person);
    const reviewId = await vetoed(person);
    await askDatabase(
      hub.config,
      `with ended as (update integrity.credit_record set superseded_at = now() where id = $1 and superseded_at is null
         returning *)
       insert into integrity.credit_record (id, version, recorded_at, department_code, source_record_id, content_hash, type_code,
         polarity, data_class, level, title, status, decided_on)
       select id, version + 1, now(), department_code, source_record_id, content_hash, type_code, polarity, data_class, level,
         title, 'EXPIRED', decided_on from ended`,
      [recordId],
    );
    expect((await desk.subject(reviewId)).state).toBe('SIGNED');
    expect(await activeVetoes(person)).toHaveLength(1);
  });
});

describe('a signed pass', () => {
  it('is opened again when a department withdraws its answer', async () => {
    const reviewId = await reviewed(somebody());
    await desk.propose(reviewId, 'NO_VETO');
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    const { id, version } = await desk.subject(reviewId);
    const withdrawal = {
      reviewId,
      subjectId: id,
      department: 'D02',
      reason: '答复有误(示例)',
      expectedVersion: version,
    };
    expect((await desk.beside(departmentReviewer('D02'), 'withdrawAnswer', withdrawal)).userErrors).toEqual(
      [],
    );
    const subject = await desk.subject(reviewId);
    expect(subject).toMatchObject({ state: 'COLLECTING', decision: null });
    expect(subject.answers?.find(({ department }) => department.code === 'D02')?.state).toBe('WITHDRAWN');
    await desk.answer(reviewId, 'D02', { opinion: 'OBJECTION', reason: '立案审查中(示例)' });
    expect(await desk.subject(reviewId)).toMatchObject({
      state: 'AWAITING_DECISION',
      proposal: 'UNDETERMINED',
    });
  });
});

describe('before the signature', () => {
  it('a correction during the meeting stops the decision', async () => {
    const person = somebody();
    const recordId = await accidentOf(person);
    const reviewId = await reviewed(person);
    const { id } = await desk.subject(reviewId);
    await desk.beside(registry, 'stateCase', { reviewId, subjectId: id, statement: '申辩(示例)' });
    expect((await desk.propose(reviewId, 'VETO')).userErrors).toEqual([]);
    await actOnRecord(hub, 'repairRecord', 'D30', recordId);
    // It may be collected anew between the look and the signature.
    const refused = await desk.countersign(reviewId);
    expect(['NOT_NOW', 'VERSION_CONFLICT']).toContain(refused.userErrors[0]?.code);
    await until(reviewId, (state) => state === 'AWAITING_DECISION');
    expect((await desk.countersign(reviewId)).userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
    expect(await activeVetoes(person)).toEqual([]);
  });

  it('a record that came after the proposal stops a pass', async () => {
    const person = somebody();
    const reviewId = await reviewed(person);
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toEqual([]);
    await accidentOf(person);
    expect((await desk.countersign(reviewId)).userErrors).toMatchObject([{ code: 'GROUND_CHANGED' }]);
    expect(await desk.subject(reviewId)).toMatchObject({
      state: 'PRE_NOTICE',
      proposal: 'VETO',
      decision: null,
    });
  });

  it('a feed that has gone stale since stops a pass', async () => {
    const reviewId = await reviewed(somebody());
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toEqual([]);
    await askDatabase(
      hub.config,
      `update integrity.feed set data_as_of = '2026-01-01' where department_code = 'D33'`,
    );
    expect((await desk.countersign(reviewId)).userErrors).toMatchObject([{ code: 'GROUND_CHANGED' }]);
    const { state, answers } = await desk.subject(reviewId);
    expect(state).toBe('COLLECTING');
    expect(answers?.find(({ department }) => department.code === 'D33')?.state).toBe('STALE');
  });

  it('data that comes after a reviewer’s “none” outweighs it', async () => {
    const person = somebody();
    await askDatabase(
      hub.config,
      `update integrity.feed set data_as_of = '2026-01-01' where department_code = 'D30'`,
    );
    const reviewId = await reviewed(person);
    expect((await desk.subject(reviewId)).proposal).toBe('PASS');
    await accidentOf(person);
    await freshenFeeds(hub);
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toMatchObject([{ code: 'GROUND_CHANGED' }]);
    expect((await desk.subject(reviewId)).proposal).toBe('VETO');
  });
});

describe('an answer', () => {
  it('of “none” that contradicts the department’s index of holdings is invalid, and nothing passes on it', async () => {
    const person = somebody();
    const { idNumber } = await identityOf(hub, person);
    const hash = createHmac('sha256', testIdentifierKey).update(idNumber).digest();
    await askDatabase(
      hub.config,
      `insert into integrity.holding_index (department_code, day, as_of, holding_count, digest, source)
       values ('D02', (now() at time zone 'Asia/Shanghai')::date, now(), 1, sha256(''), 'DELIVERED') on conflict do nothing`,
    );
    await askDatabase(
      hub.config,
      `insert into integrity.holding_entry values ('D02', (now() at time zone 'Asia/Shanghai')::date, $1)`,
      [hash],
    );
    const reviewId = await desk.requested([{ ...leader, person }], { purpose: 'PROMOTION' });
    expect((await desk.answer(reviewId, 'D02')).userErrors).toEqual([]);
    const { answers, state } = await desk.subject(reviewId);
    expect(answers?.find(({ department }) => department.code === 'D02')?.state).toBe('INVALID');
    expect(state).toBe('COLLECTING');
  });

  it('after the deadline is taken, and the subject is evaluated with it', async () => {
    const reviewId = await desk.requested([{ ...leader, person: somebody() }], { purpose: 'PROMOTION' });
    await askDatabase(
      hub.config,
      `update integrity.review set deadline = now() - interval '1 hour' where id = $1`,
      [reviewId],
    );
    expect(await until(reviewId, (state) => state === 'AWAITING_DECISION')).toBe('AWAITING_DECISION');
    expect((await desk.subject(reviewId)).proposal).toBe('UNDETERMINED');
    for (const department of ['D02', 'D03', 'D09', 'D31', 'D32'])
      expect((await desk.answer(reviewId, department)).userErrors).toEqual([]);
    expect((await desk.subject(reviewId)).proposal).toBe('PASS');
  });

  it('that says no to records of its own department is refused; one without a reason too', async () => {
    const person = somebody();
    await accidentOf(person, { level: 'GENERAL' });
    const reviewId = await desk.requested([{ ...leader, person }], { purpose: 'PROMOTION' });
    expect((await desk.answer(reviewId, 'D30')).userErrors).toMatchObject([{ code: 'CONTRADICTS_RECORDS' }]);
    expect((await desk.answer(reviewId, 'D02', { opinion: 'OBJECTION' })).userErrors).toMatchObject([
      { code: 'REASON_REQUIRED' },
    ]);
    // Who is not asked finds no such review.
    expect((await desk.answer(reviewId, 'D12')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await desk.answer(reviewId, 'D02', { department: 'D03' })).userErrors).toMatchObject([
      { code: 'OTHER_DEPARTMENT' },
    ]);
    expect((await desk.answer(reviewId, 'D02', { expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT' },
    ]);
    expect(
      (await desk.answer(reviewId, 'D02', { opinion: 'RECUSED', reason: '回避(示例)' })).userErrors,
    ).toEqual([]);
    const { answers } = await desk.subject(reviewId);
    expect(answers?.find(({ department }) => department.code === 'D02')?.state).toBe('NOT_ANSWERED');
  });
});
