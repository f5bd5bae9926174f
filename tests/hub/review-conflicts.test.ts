import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';
import { approver, departmentReviewer, examiner, inDays, registry, ReviewDesk } from '../support/reviews.ts';

/** Nobody decides a case that concerns him, and nobody of whom it cannot be told whether it does (公务员法 §76). */
let hub: TestHub;
let desk: ReviewDesk;
let people: { readonly id: string; readonly area: string }[];

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  await freshenFeeds(hub);
  people = [
    ...(await askDatabase<{ id: string; area: string }>(
      hub.config,
      `select p.id, left(p.grid_code, 6) as area from persons.person p
       where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
         and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 12`,
    )),
  ];
});
afterAll(() => hub.stop());

const somebody = (): { readonly id: string; readonly area: string } => {
  const person = people.shift();
  if (person === undefined) throw new Error('Too few people without records.');
  return person;
};
const leaderOf = (person: string): readonly object[] => [{ kind: 'LEADER', post: '主要负责人', person }];
const without = (caller: TestCaller, claim: 'person' | 'department'): TestCaller => ({
  ...caller,
  [claim]: undefined,
});
const declaration = '本人户籍在外省,与被审查人无亲属关系(示例)';
async function namedOf(reviewId: string) {
  const { id, version } = await desk.subject(reviewId);
  return { reviewId, subjectId: id, expectedVersion: version };
}
async function presented(person: string): Promise<string> {
  const reviewId = await desk.requested(leaderOf(person), { purpose: 'PROMOTION' });
  await desk.answerAll(reviewId);
  return reviewId;
}

describe('an official of whom nobody knows who he is', () => {
  it('does nothing to a case: without the claim, with that of nobody whatever he declares, and with that of the dead', async () => {
    const reviewId = await desk.requested(leaderOf(somebody().id), { purpose: 'PROMOTION' });
    const refuses = async (caller: TestCaller, name: string, input: object): Promise<void> => {
      for (const [person, declared] of [
        [undefined, {}],
        ['nobody', {}],
        ['nobody', { declaration }],
        [cast.heDezhong.id, {}],
      ] as const) {
        const { userErrors } = await desk.beside({ ...caller, person }, name, { ...input, ...declared });
        expect([name, person, userErrors]).toMatchObject([
          name,
          person,
          [{ code: 'PERSON_UNKNOWN', path: ['input', 'declaration'] }],
        ]);
      }
    };
    const reason = '示例';
    const decision = { outcome: 'NO_VETO', reason, meetingReference: '示例' };
    const asked = await namedOf(reviewId);
    const ofD02 = { ...asked, department: 'D02' };
    await refuses(departmentReviewer('D02'), 'answerReview', { ...ofD02, opinion: 'NO_OBJECTION' });
    await refuses(examiner, 'closeCollection', asked);
    await refuses(examiner, 'cancelReview', { reviewId, reason });
    await desk.answerAll(reviewId);
    const answered = await namedOf(reviewId);
    await refuses(departmentReviewer('D02'), 'withdrawAnswer', { ...answered, department: 'D02', reason });
    await refuses(examiner, 'proposeDecision', { ...answered, ...decision });
    await refuses(examiner, 'proposeDecision', { ...answered, ...decision, outcome: 'DEFER' });
    await desk.propose(reviewId, 'NO_VETO');
    await refuses(approver, 'countersignDecision', await namedOf(reviewId));
    await refuses(approver, 'returnDecision', { ...(await namedOf(reviewId)), reason });
    await desk.countersign(reviewId);
    const { subjectId } = asked;
    const appeal = { reviewId, subjectId, idempotencyKey: 'unknown', reason };
    await desk.contract(registry, 'appealDecision', appeal);
    const upheld = { ...(await namedOf(reviewId)), outcome: 'UPHELD', reason };
    await refuses({ ...approver, sub: 'a third' }, 'answerAppeal', upheld);
    expect((await desk.subject(reviewId)).state).toBe('APPEALED');
  });

  it('and is in no register declares that he is not concerned; it is kept, and one of two signers is checked', async () => {
    const reviewId = await presented(somebody().id);
    const stranger = without(examiner, 'person');
    expect((await desk.propose(reviewId, 'NO_VETO', stranger, { declaration })).userErrors).toEqual([]);
    expect(
      (await desk.countersign(reviewId, without(approver, 'person'), { declaration })).userErrors,
    ).toMatchObject([{ code: 'PERSON_UNKNOWN', message: expect.stringContaining('one of the two') }]);
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    const { subjectId } = await namedOf(reviewId);
    const [event] = await askDatabase<{ declared: string }>(
      hub.config,
      `select details ->> 'declaration' as declared from integrity.review_event
       where review_subject_id = $1 and act = 'PROPOSE'`,
      [subjectId],
    );
    expect(event?.declared).toBe(declaration);
  });

  it('or for whom he works decides nothing that a department speaks against, unless he declares that it is for none', async () => {
    const { id: person } = somebody();
    await deliverOne(hub, 'D30-SAF', {
      sourceId: 'CONFLICT-1',
      ...(await identityOf(hub, person)),
      level: 'SERIOUS',
      decidedOn: inDays(-30).slice(0, 10),
      title: '生产安全事故责任(示例)',
    });
    const reviewId = await presented(person);
    const { subjectId } = await namedOf(reviewId);
    await desk.beside(registry, 'stateCase', { reviewId, subjectId, statement: '无异议(示例)' });
    const homeless = without(examiner, 'department');
    expect((await desk.propose(reviewId, 'VETO', homeless)).userErrors).toMatchObject([
      { code: 'DEPARTMENT_UNKNOWN' },
    ]);
    expect((await desk.propose(reviewId, 'VETO', homeless, { declaration })).userErrors).toEqual([]);
    expect((await desk.countersign(reviewId, without(approver, 'department'))).userErrors).toMatchObject([
      { code: 'DEPARTMENT_UNKNOWN' },
    ]);
    expect(
      (await desk.countersign(reviewId, { ...approver, department: 'D30' }, { declaration })).userErrors,
    ).toMatchObject([{ code: 'COMPLAINING_DEPARTMENT' }]);
    const { grantDelegation } = await desk.ask<{ grantDelegation: { delegation: { id: string } } }>(
      approver,
      'mutation ($input: GrantDelegationInput!) { grantDelegation(input: $input) { delegation { id } } }',
      {
        input: {
          idempotencyKey: 'lent',
          delegate: 'delegate',
          purposes: ['INTEGRITY_REVIEW'],
          validFrom: inDays(0),
          validTo: inDays(1),
        },
      },
    );
    const delegation = grantDelegation.delegation.id;
    const delegate: TestCaller = { ...departmentReviewer('D30'), sub: 'delegate' };
    const options = { purpose: 'INTEGRITY_REVIEW', caseReference: '联审-2026-001', delegation } as const;
    const { countersignDecision } = await as(hub, delegate, options).request<{
      countersignDecision: { userErrors: readonly unknown[] };
    }>(operationOf('integrity-review', 'CountersignDecision'), { input: await namedOf(reviewId) });
    expect(countersignDecision.userErrors).toMatchObject([{ code: 'DEPARTMENT_UNKNOWN' }]);
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    const nobodySpeaks = await presented(somebody().id);
    expect((await desk.propose(nobodySpeaks, 'NO_VETO', homeless)).userErrors).toEqual([]);
  });
});

describe('an official whom a case concerns', () => {
  it('does not make it go away either: neither his own nor a relative’s', async () => {
    const reviewId = await desk.requested(leaderOf(cast.luoChunyan.id), { purpose: 'PROMOTION' });
    for (const person of [cast.luoChunyan.id, cast.linMeihua.id]) {
      const caller = { ...examiner, person };
      const cancel = { reviewId, reason: '示例', declaration };
      expect((await desk.beside(caller, 'cancelReview', cancel)).userErrors).toMatchObject([
        { code: 'OWN_CASE' },
      ]);
      expect(
        (await desk.beside(caller, 'closeCollection', await namedOf(reviewId))).userErrors,
      ).toMatchObject([{ code: 'OWN_CASE' }]);
    }
  });

  it('because he or a relative leads the region decides nothing of it, and is heard as its leader', async () => {
    const [region] = await askDatabase<{ id: string; code: string }>(
      hub.config,
      `select id, division_code as code from integrity.subject where kind = 'REGION' order by id desc limit 1`,
    );
    await askDatabase(
      hub.config,
      `insert into integrity.subject (id, kind, person_id, post, unit_id, name)
       values ('leader-of-region', 'LEADER', $1, '主要负责人', $2, '示例')`,
      [cast.linMeihua.id, region?.id],
    );
    const reviewId = await desk.requested([{ kind: 'REGION', division: region?.code }], {
      purpose: 'PEACE_TITLE',
    });
    await desk.answerAll(reviewId);
    for (const person of [cast.linMeihua.id, cast.chenGuoqiang.id])
      expect((await desk.propose(reviewId, 'NO_VETO', { ...examiner, person })).userErrors).toMatchObject([
        { code: 'OWN_CASE' },
      ]);
    const { myReviews } = await desk.ask<{ myReviews: { nodes: readonly { id: string }[] } }>(
      { role: 'CITIZEN', person: cast.linMeihua.id, sub: 'the leader' },
      '{ myReviews(first: 5) { nodes { id } } }',
      {},
    );
    expect(myReviews.nodes.map(({ id }) => id)).toEqual([`${reviewId}-0001`]);
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toEqual([]);
  });

  it('reaches no case of another area because his own department is asked there', async () => {
    const { id, area } = somebody();
    const reviewId = await desk.requested(leaderOf(id), { purpose: 'PROMOTION' });
    await askDatabase(hub.config, 'update integrity.review set area_code = $2 where id = $1', [
      reviewId,
      area,
    ]);
    const elsewhere = { ...examiner, department: 'D02', area: area === '350881' ? '350823' : '350881' };
    const { userErrors } = await desk.beside(elsewhere, 'closeCollection', await namedOf(reviewId));
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
