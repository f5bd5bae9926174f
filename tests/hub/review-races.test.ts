import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { askDatabase } from '../support/database.ts';
import { deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import {
  approver,
  departmentReviewer,
  examiner,
  inDays,
  registry,
  ReviewDesk,
  type UserError,
} from '../support/reviews.ts';

let hub: TestHub;
let desk: ReviewDesk;
let people: string[];
beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  await freshenFeeds(hub);
  const clean = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 20`,
  );
  people = clean.map(({ id }) => id);
});
afterAll(() => hub.stop());

const somebody = (): string => {
  const person = people.shift();
  if (person === undefined) throw new Error('Too few people without records.');
  return person;
};
const codesOf = (answers: readonly { readonly userErrors: readonly UserError[] }[]): readonly string[] =>
  answers.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').toSorted();
const leaderOf = (person: string): object => ({ kind: 'LEADER', person, post: '主要负责人' });
async function proposed(person: string, outcome: string): Promise<string> {
  const reviewId = await desk.requested([leaderOf(person)], { purpose: 'PROMOTION' });
  await desk.answerAll(reviewId);
  if (outcome === 'VETO') {
    const { id } = await desk.subject(reviewId);
    await desk.beside(registry, 'stateCase', { reviewId, subjectId: id, statement: '无异议(示例)' });
  }
  expect((await desk.propose(reviewId, outcome)).userErrors).toEqual([]);
  return reviewId;
}

describe('at the same moment', () => {
  it('of two who countersign one does, and there is one signature, one certificate, one veto', async () => {
    const person = somebody();
    await deliverOne(hub, 'D30-SAF', {
      sourceId: 'RACE-1',
      ...(await identityOf(hub, person)),
      level: 'SERIOUS',
      decidedOn: inDays(-20).slice(0, 10),
      title: '生产安全事故责任(示例)',
    });
    const reviewId = await proposed(person, 'VETO');
    const { id, version } = await desk.subject(reviewId);
    const input = { reviewId, subjectId: id, expectedVersion: version };
    const answers = await Promise.all(
      ['one', 'two', 'three', 'four'].map((sub) =>
        desk.contract({ ...approver, sub }, 'countersignDecision', input),
      ),
    );
    expect(codesOf(answers)).toEqual(['DONE', 'VERSION_CONFLICT', 'VERSION_CONFLICT', 'VERSION_CONFLICT']);
    const [counts] = await askDatabase<Record<string, number>>(
      hub.config,
      `select (select count(*)::integer from integrity.review_decision where review_subject_id = $1) as decisions,
         (select count(*)::integer from integrity.review_event where review_subject_id = $1 and act = 'COUNTERSIGN') as signed,
         (select count(*)::integer from integrity.veto v join integrity.subject s on s.id = v.subject_id
           where s.person_id = $2) as vetoes`,
      [id, person],
    );
    expect(counts).toEqual({ decisions: 1, signed: 1, vetoes: 1 });
  });

  it('an objection and the signature never both hold: whoever is second meets a case that has changed', async () => {
    for (let round = 0; round < 4; round += 1) {
      const reviewId = await proposed(somebody(), 'NO_VETO');
      const { id, version } = await desk.subject(reviewId);
      const named = { reviewId, subjectId: id, expectedVersion: version };
      const objection = { ...named, department: 'D02', opinion: 'OBJECTION', reason: '立案审查中(示例)' };
      const [objected, signed] = await Promise.all([
        desk.contract(departmentReviewer('D02'), 'answerReview', objection),
        desk.contract(approver, 'countersignDecision', named),
      ]);
      expect(codesOf([objected, signed])).toEqual(['DONE', 'VERSION_CONFLICT']);
      const subject = await desk.subject(reviewId);
      const d02 = subject.answers?.find(({ department }) => department.code === 'D02')?.state;
      expect([subject.state, d02]).toEqual(
        signed.userErrors.length === 0
          ? ['SIGNED', 'ANSWERED_NONE']
          : ['AWAITING_DECISION', 'ANSWERED_RECORD'],
      );
    }
  });

  it('departments that answer together all land, each after it has looked again', async () => {
    const reviewId = await desk.requested([leaderOf(somebody())], { purpose: 'PROMOTION' });
    const departments = ['D02', 'D03', 'D09', 'D31', 'D32'];
    let conflicts = 0;
    await Promise.all(
      departments.map(async (department) => {
        for (let turn = 0; turn < 30; turn += 1) {
          const { userErrors } = await desk.answer(reviewId, department);
          if (userErrors.length === 0) return;
          expect(userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
          conflicts += 1;
        }
        throw new Error(`${department} never got through`);
      }),
    );
    expect(conflicts).toBeGreaterThan(0);
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'AWAITING_DECISION', proposal: 'PASS' });
  });

  it('two requests with one key, or for the same people in the same matter, are one review', async () => {
    const input = { purpose: 'PROMOTION', matter: '同时请求(示例)', deadline: inDays(8) };
    const subject = leaderOf(somebody());
    const answers = await Promise.all([
      desk.request([subject], { ...input, idempotencyKey: 'same' }),
      desk.request([subject], { ...input, idempotencyKey: 'same' }),
      desk.request([subject], { ...input, idempotencyKey: 'another' }),
      desk.request(
        [subject],
        { ...input, idempotencyKey: 'third' },
        { ...examiner, sub: 'another examiner' },
      ),
    ]);
    expect(codesOf(answers)).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
    expect(new Set(answers.map(({ review }) => review?.id)).size).toBe(1);
    const rows = await askDatabase(
      hub.config,
      `select from integrity.review where matter = '同时请求(示例)'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('of two proposals one stands', async () => {
    const reviewId = await desk.requested([leaderOf(somebody())], { purpose: 'PROMOTION' });
    await desk.answerAll(reviewId);
    const { version: expectedVersion } = await desk.subject(reviewId);
    const answers = await Promise.all([
      desk.propose(reviewId, 'NO_VETO', examiner, { expectedVersion }),
      desk.propose(reviewId, 'DEFER', { ...examiner, sub: 'another examiner' }, { expectedVersion }),
    ]);
    expect(codesOf(answers)).toEqual(['DONE', 'VERSION_CONFLICT']);
    expect((await desk.beside(approver, 'returnDecision', await namedOf(reviewId))).userErrors).toEqual([]);
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'AWAITING_DECISION', decision: null });
  });
});

const namedOf = async (reviewId: string): Promise<object> => {
  const { id, version } = await desk.subject(reviewId);
  return { reviewId, subjectId: id, expectedVersion: version, reason: '材料不齐(示例)' };
};
