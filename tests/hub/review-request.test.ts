import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { departmentReviewer, examiner, inDays, ReviewDesk } from '../support/reviews.ts';

let hub: TestHub;
let desk: ReviewDesk;
beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
});
afterAll(() => hub.stop());

const { linMeihua, guoHaitao } = cast;
const lin = { kind: 'INDIVIDUAL', person: linMeihua.id };

describe('a request for a review', () => {
  it.each<readonly [string, readonly object[], object, string, readonly string[]]>([
    ['of nobody', [], {}, 'SUBJECTS_OUT_OF_RANGE', ['subjects']],
    ['of somebody twice', [lin, lin], {}, 'DUPLICATE_SUBJECT', ['subjects', '1', 'kind']],
    ['of nobody of the register', [{ ...lin, person: 'nobody' }], {}, 'UNKNOWN_SUBJECT', ['subjects', '0']],
    [
      'of a unit as a candidate',
      [{ kind: 'UNIT', creditCode: '91350800MA2XYZ0001' }],
      {},
      'WRONG_KIND',
      ['subjects', '0', 'kind'],
    ],
    [
      'of a person without a person',
      [{ kind: 'INDIVIDUAL' }],
      {},
      'SUBJECT_INCOMPLETE',
      ['subjects', '0', 'person'],
    ],
    [
      'of a person with a division',
      [{ ...lin, division: '350802' }],
      {},
      'SUBJECT_AMBIGUOUS',
      ['subjects', '0', 'division'],
    ],
    ['for tomorrow', [lin], { asOf: inDays(3).slice(0, 10) }, 'AS_OF_OUT_OF_RANGE', ['asOf']],
    ['until yesterday', [lin], { deadline: inDays(-1) }, 'DEADLINE_OUT_OF_RANGE', ['deadline']],
    ['until next year', [lin], { deadline: inDays(400) }, 'DEADLINE_OUT_OF_RANGE', ['deadline']],
  ])('%s is refused and leaves nothing', async (_name, subjects, changes, code, path) => {
    const { review, userErrors } = await desk.request(subjects, changes);
    expect(review).toBeNull();
    expect(userErrors).toContainEqual(expect.objectContaining({ code, path: ['input', ...path] }));
    expect(await askDatabase(hub.config, 'select from integrity.review')).toEqual([]);
  });

  it('tells every fault at once, each with its place', async () => {
    const { userErrors } = await desk.request(
      [{ kind: 'INDIVIDUAL' }, { kind: 'UNIT', creditCode: '9135080000000000XX' }],
      { deadline: inDays(-1) },
    );
    expect(userErrors.map(({ code }) => code).toSorted()).toEqual([
      'CREDIT_CODE',
      'DEADLINE_OUT_OF_RANGE',
      'SUBJECT_INCOMPLETE',
      'WRONG_KIND',
    ]);
  });

  it('of one’s own household, or by somebody else than the office that examines, is refused', async () => {
    const own = await desk.request([lin], {}, { ...examiner, person: cast.chenGuoqiang.id });
    expect(own.userErrors).toMatchObject([{ code: 'OWN_CASE', path: ['input', 'subjects', '0'] }]);
    for (const caller of [
      departmentReviewer('D02'),
      { role: 'CITIZEN', person: linMeihua.id } as const,
      { role: 'REVIEW_APPROVER' } as const,
      { role: 'CITY_CENTRE' } as const,
    ])
      await expect(desk.request([lin], {}, caller)).rejects.toThrow('FORBIDDEN');
  });

  it('is cancelled as a whole, and what is cancelled cannot be decided', async () => {
    const reviewId = await desk.requested([lin, { ...lin, person: guoHaitao.id }]);
    const reason = '请求撤回(示例)';
    expect(
      (await desk.beside(examiner, 'cancelReview', { reviewId: 'review-0', reason })).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await desk.beside(examiner, 'cancelReview', { reviewId, reason })).review?.state).toBe(
      'CANCELLED',
    );
    const { id, version } = await desk.subject(reviewId);
    const { userErrors } = await desk.beside(examiner, 'closeCollection', {
      reviewId,
      subjectId: id,
      expectedVersion: version,
    });
    expect(userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
    expect((await desk.answer(reviewId, 'D02')).userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
  });

  it('reminds the departments that owe an answer, once by hand and once before the deadline by itself', async () => {
    const reviewId = await desk.requested([lin], { matter: '催办(示例)' });
    const remindedAt = async (): Promise<string | null> => {
      const { reviewTasks } = await desk.ask<{
        reviewTasks: {
          nodes: readonly { answer: { remindedAt: string | null }; subject: { review: { id: string } } }[];
        };
      }>(
        departmentReviewer('D02'),
        '{ reviewTasks(first: 100) { nodes { answer { remindedAt } subject { review { id } } } } }',
        {},
      );
      return (
        reviewTasks.nodes.find(({ subject }) => subject.review.id === reviewId)?.answer.remindedAt ?? null
      );
    };
    expect(await remindedAt()).toBeNull();
    expect((await desk.beside(examiner, 'remindDepartments', { reviewId })).userErrors).toEqual([]);
    expect(await remindedAt()).not.toBeNull();
    const soon = await desk.requested([{ ...lin, person: guoHaitao.id }], {
      deadline: inDays(0.5),
      matter: '临期(示例)',
    });
    for (let turn = 0; turn < 50; turn += 1) {
      const [row] = await askDatabase<{ reminded: boolean }>(
        hub.config,
        `select bool_or(reminded_at is not null) as reminded from integrity.review_answer where review_subject_id = $1`,
        [`${soon}-0001`],
      );
      if (row?.reminded) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('Nobody was reminded.');
  });
});
