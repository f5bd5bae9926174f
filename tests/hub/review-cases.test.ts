import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { actOnRecord, deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { departmentReviewer, examiner, inDays, registry, ReviewDesk } from '../support/reviews.ts';

/** Whose a case is, and what of it still holds when it is over. */
let hub: TestHub;
let desk: ReviewDesk;
let people: { readonly id: string; readonly area: string }[];

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  people = [
    ...(await askDatabase<{ id: string; area: string }>(
      hub.config,
      `select p.id, left(p.grid_code, 6) as area from persons.person p
       where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
         and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 12`,
    )),
  ];
});
beforeEach(() => freshenFeeds(hub));
afterAll(() => hub.stop());

const somebody = (): { readonly id: string; readonly area: string } => {
  const person = people.shift();
  if (person === undefined) throw new Error('Too few people without records.');
  return person;
};
const daysAgo = (days: number): string => inDays(-days).slice(0, 10);
const leaderOf = (person: string): readonly object[] => [{ kind: 'LEADER', post: '主要负责人', person }];
let records = 0;
async function accidentOf(person: string, decidedOn: string): Promise<string> {
  records += 1;
  return deliverOne(hub, 'D30-SAF', {
    sourceId: `CASE-${records}`,
    ...(await identityOf(hub, person)),
    level: 'SERIOUS',
    decidedOn,
    title: '生产安全事故责任(示例)',
  });
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_500));
async function reviewed(person: string, changes: object = {}): Promise<string> {
  const reviewId = await desk.requested(leaderOf(person), { purpose: 'PROMOTION', ...changes });
  await desk.answerAll(reviewId);
  return reviewId;
}
async function heard(reviewId: string): Promise<void> {
  const { id } = await desk.subject(reviewId);
  await desk.beside(registry, 'stateCase', { reviewId, subjectId: id, statement: '无异议(示例)' });
}
async function withdraw(reviewId: string, department: string): Promise<readonly { readonly code: string }[]> {
  const { id, version } = await desk.subject(reviewId);
  const input = { reviewId, subjectId: id, department, reason: '答复有误(示例)', expectedVersion: version };
  const { userErrors } = await desk.beside(departmentReviewer(department), 'withdrawAnswer', input);
  return userErrors;
}

describe('a case', () => {
  it('of the whole city is nobody else’s in the same matter, also where it cannot be seen', async () => {
    const { id: person, area } = somebody();
    const matter = '同一事项(示例)';
    const county = { ...examiner, sub: 'county', area };
    const request = (caller: TestCaller, idempotencyKey: string) =>
      desk.request(leaderOf(person), { purpose: 'PROMOTION', matter, idempotencyKey }, caller);
    const { review } = await request(examiner, 'city');
    expect((await request(county, 'county')).userErrors).toMatchObject([{ code: 'ALREADY_UNDER_REVIEW' }]);
    const reviewId = review?.id ?? '';
    await desk.answerAll(reviewId);
    await desk.propose(reviewId, 'DEFER');
    await desk.countersign(reviewId);
    expect((await request(county, 'county-again')).userErrors).toMatchObject([
      { code: 'ALREADY_UNDER_REVIEW' },
    ]);
    expect((await request(examiner, 'city-again')).review?.id).not.toBe(reviewId);
    expect((await desk.subject(reviewId)).state).toBe('SUPERSEDED');
  });

  it('under a key that its caller used while his area was another is told as used, not as a fault of the hub', async () => {
    const used = { idempotencyKey: 'of-one-caller', purpose: 'PROMOTION' };
    const [here, there] = await askDatabase<{ id: string; area: string }>(
      hub.config,
      `select distinct on (2) p.id, left(p.grid_code, 6) as area from persons.person p where p.death_date is null
         and p.birth_date between '1960-01-01' and '2000-01-01' and p.grid_code is not null
         and not exists (select from integrity.subject s where s.person_id = p.id) order by 2, p.id desc limit 2`,
    );
    const request = (person: string | undefined, sub: string, area: string | undefined) =>
      desk.request(leaderOf(person ?? ''), used, { ...examiner, sub, area });
    expect((await request(here?.id, 'moved', here?.area)).userErrors).toEqual([]);
    const again = await request(there?.id, 'moved', there?.area);
    expect([again.review, again.userErrors]).toMatchObject([null, [{ code: 'KEY_ALREADY_USED' }]]);
    // Another's key is no key of his.
    expect((await request(there?.id, 'other', there?.area)).userErrors).toEqual([]);
  });

  it('that is over takes no answer back', async () => {
    const reviewId = await reviewed(somebody().id);
    expect((await desk.beside(examiner, 'cancelReview', { reviewId, reason: '示例' })).userErrors).toEqual(
      [],
    );
    await askDatabase(
      hub.config,
      `update integrity.review set deadline = now() - interval '1 day' where id = $1`,
      [reviewId],
    );
    expect(await withdraw(reviewId, 'D33')).toMatchObject([{ code: 'NOT_NOW' }]);
    expect((await desk.subject(reviewId)).state).toBe('REVOKED');
  });
});

describe('a department that said “not applicable”', () => {
  it('still sees what it said, and may take it back after the signature', async () => {
    const reviewId = await desk.requested(leaderOf(somebody().id), { purpose: 'PROMOTION' });
    const { review, userErrors } = await desk.answer(reviewId, 'D02', {
      opinion: 'NOT_APPLICABLE',
      reason: '不属管理范围(示例)',
    });
    expect([review?.id, userErrors]).toEqual([reviewId, []]);
    await desk.answerAll(reviewId);
    await desk.propose(reviewId, 'NO_VETO');
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    expect(await withdraw(reviewId, 'D02')).toEqual([]);
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'COLLECTING', decision: null });
  });
});

describe('a decision', () => {
  it('that nobody has signed yet is told neither to its subject nor to the departments', async () => {
    const { id: person } = somebody();
    const reviewId = await reviewed(person);
    await desk.propose(reviewId, 'NO_VETO');
    const citizen: TestCaller = { role: 'CITIZEN', person, sub: `citizen ${person}` };
    const outcomeFor = async (caller: TestCaller): Promise<string | undefined> => {
      const { review } = await desk.ask<{
        review: { subjects: { nodes: { decision: { outcome: string } | null }[] } } | null;
      }>(
        caller,
        'query ($id: ID!) { review(id: $id) { subjects(first: 1) { nodes { decision { outcome } } } } }',
        { id: reviewId },
      );
      return review?.subjects.nodes[0]?.decision?.outcome;
    };
    const callers = [examiner, citizen, departmentReviewer('D02')];
    expect(await Promise.all(callers.map(outcomeFor))).toEqual(['NO_VETO', undefined, undefined]);
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    expect(await Promise.all(callers.map(outcomeFor))).toEqual(['NO_VETO', 'NO_VETO', 'NO_VETO']);
  });

  it('of a veto needs a ground whose term has not run out since the day asked about', async () => {
    const { id: person } = somebody();
    await accidentOf(person, daysAgo(400));
    const reviewId = await reviewed(person, { asOf: daysAgo(100) });
    await heard(reviewId);
    expect((await desk.subject(reviewId)).proposal).toBe('VETO');
    expect((await desk.propose(reviewId, 'VETO')).userErrors).toMatchObject([{ code: 'TERM_IS_OVER' }]);
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toEqual([]);
  });

  it('under reserve has no certificate after its days, though an appeal is open', async () => {
    const reviewId = await desk.requested(leaderOf(somebody().id), { purpose: 'PROMOTION' });
    const { id, version } = await desk.subject(reviewId);
    const named = { reviewId, subjectId: id };
    await desk.beside(examiner, 'closeCollection', { ...named, expectedVersion: version });
    await desk.propose(reviewId, 'PROVISIONAL');
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    const appeal = { ...named, idempotencyKey: 'reserve', reason: '示例' };
    expect((await desk.contract(examiner, 'appealDecision', appeal)).userErrors).toEqual([]);
    expect(await desk.certificate(reviewId, id)).not.toBeNull();
    await askDatabase(
      hub.config,
      `update integrity.review_decision set expires_on = current_date - 1 where review_subject_id = $1`,
      [id],
    );
    expect(await desk.certificate(reviewId, id)).toBeNull();
  });

  it('under reserve is made once: signed anew in the same matter it ends when the first did, and after that it is not', async () => {
    const { id: person } = somebody();
    const undetermined = async (): Promise<string> => {
      const matter = '一再保留(示例)';
      const reviewId = await desk.requested(leaderOf(person), { purpose: 'PROMOTION', matter });
      const { id: subjectId, version: expectedVersion } = await desk.subject(reviewId);
      await desk.beside(examiner, 'closeCollection', { reviewId, subjectId, expectedVersion });
      return reviewId;
    };
    const first = await undetermined();
    await desk.propose(first, 'PROVISIONAL');
    await desk.countersign(first);
    const ending = (on: string): Promise<unknown> =>
      askDatabase(
        hub.config,
        `update integrity.review_decision set expires_on = $1
         where review_subject_id in (select id from integrity.review_subject where review_id = $2)`,
        [on, first],
      );
    await ending(inDays(3).slice(0, 10));
    const second = await undetermined();
    await desk.propose(second, 'PROVISIONAL');
    expect((await desk.countersign(second)).userErrors).toEqual([]);
    expect((await desk.subject(second)).decision?.expiresOn).toBe(inDays(3).slice(0, 10));
    const third = await undetermined();
    await ending(daysAgo(2));
    expect((await desk.propose(third, 'PROVISIONAL')).userErrors).toMatchObject([
      { code: 'RESERVE_IS_OVER' },
    ]);
    expect((await desk.propose(third, 'DEFER')).userErrors).toEqual([]);
  });
});

describe('a review that is over', () => {
  it('says nothing of a record that was sealed afterwards', async () => {
    const { id: person } = somebody();
    const recordId = await accidentOf(person, daysAgo(50));
    const reviewId = await reviewed(person);
    await heard(reviewId);
    await desk.propose(reviewId, 'VETO');
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    await askDatabase(
      hub.config,
      `update integrity.review_decision set expires_on = current_date - 1
       where review_subject_id in (select id from integrity.review_subject where review_id = $1)`,
      [reviewId],
    );
    await settle();
    expect((await desk.subject(reviewId)).state).toBe('EXPIRED');
    await actOnRecord(hub, 'sealRecord', 'D30', recordId);
    const { answers, findings } = await desk.subject(reviewId);
    expect(findings).toEqual([]);
    expect(answers?.find(({ department }) => department.code === 'D30')).toMatchObject({
      state: 'ANSWERED_NONE',
      records: [],
    });
  });
});

describe('a sealed record whose link was in doubt', () => {
  it('answers a review like none, and is in nobody’s queue of links', async () => {
    const { id: person } = somebody();
    const recordId = await deliverOne(hub, 'D30-SAF', {
      sourceId: 'SEALED-1',
      ...(await identityOf(hub, person)),
      name: '示例别名',
      level: 'SERIOUS',
      decidedOn: daysAgo(50),
    });
    await actOnRecord(hub, 'sealRecord', 'D30', recordId);
    const reviewId = await desk.requested(leaderOf(person), { purpose: 'PROMOTION' });
    const { answers } = await desk.subject(reviewId);
    expect(answers?.find(({ department }) => department.code === 'D30')).toMatchObject({
      state: 'ANSWERED_NONE',
    });
    const { linkCandidates } = await as(hub, departmentReviewer('D30'), {
      purpose: 'DATA_EXCHANGE',
    }).request<{
      linkCandidates: { nodes: readonly unknown[] };
    }>('{ linkCandidates(first: 10) { nodes { method recordTitle } } }');
    expect(linkCandidates.nodes).toEqual([]);
  });
});
