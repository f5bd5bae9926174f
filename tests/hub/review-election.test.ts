import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { approver, departmentReviewer, examiner, ReviewDesk, type SeenReview } from '../support/reviews.ts';
import { verified } from '../support/verified.ts';

/**
 * "Run the integrity check for the 37 candidates of the village election in 上杭县古田镇 against all relevant departments;
 * which answered, which are overdue, which records are past their term?"
 */
let hub: TestHub;
let desk: ReviewDesk;
let candidates: readonly string[];
let reviewId: string;

const { chenJianguoOfZhangping, guoHaitao } = cast;
const candidateCount = 37;

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  const living = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.grid_code like '350823106%' and p.death_date is null
       and p.birth_date between '1960-01-01' and '2003-01-01' and not exists (select from integrity.subject s
         join integrity.record_link l on l.subject_id = s.id where s.person_id = p.id)
     order by p.id limit ${candidateCount - 2}`,
  );
  candidates = [chenJianguoOfZhangping.id, guoHaitao.id, ...living.map(({ id }) => id)];
  reviewId = await desk.requested(
    candidates.map((person) => ({ kind: 'INDIVIDUAL', person })),
    { matter: '上杭县古田镇2026年村级组织换届候选人联审(示例)' },
  );
});
afterAll(() => hub.stop());

/** Every page of the review, as a portal would turn them. */
async function allPages(first: number): Promise<SeenReview['subjects']['nodes']> {
  const nodes: SeenReview['subjects']['nodes'][number][] = [];
  let after: string | null | undefined;
  do {
    const { subjects } = await desk.see(reviewId, examiner, first, after);
    nodes.push(...subjects.nodes);
    after = subjects.pageInfo.hasNextPage ? subjects.pageInfo.endCursor : null;
  } while (after);
  return nodes;
}

describe('the review of 37 candidates of a village election', () => {
  it('has a row of each of the 42 departments for each candidate, and never a null', async () => {
    const subjects = await allPages(10);
    expect(subjects.map(({ person }) => person?.id)).toEqual(candidates);
    for (const { answers, kind, name } of subjects) {
      expect(kind).toBe('INDIVIDUAL');
      expect(name).not.toBeNull();
      expect(answers?.map(({ department }) => department.code)).toEqual(
        Array.from({ length: 42 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`),
      );
    }
  });

  it('asks the departments that the purpose names and says of the others that they are not asked', async () => {
    const { answers } = await desk.subject(reviewId);
    const stateOf = new Map(answers?.map(({ department, state }) => [department.code, state]));
    expect([...stateOf.values()].filter((state) => state === 'NOT_APPLICABLE').length).toBeGreaterThan(20);
    for (const never of ['D12', 'D28', 'D36', 'D39', 'D40', 'D41', 'D42'])
      expect(stateOf.get(never)).toBe('NOT_APPLICABLE');
    expect(stateOf.get('D02')).toBe('NOT_ANSWERED');
  });

  it('waits for the one department where people answer, and says so', async () => {
    const { state, coverage } = await desk.see(reviewId);
    expect(state).toBe('COLLECTING');
    expect(coverage).toEqual({
      required: 42,
      answered: 41,
      missing: [{ code: 'D02', name: '市纪委监委' }],
    });
  });

  it('names the records in force, and none that is past its term, disputed away or repaired', async () => {
    const [chen, guo] = await allPages(2);
    const recordsOf = (subject: typeof chen): readonly string[] =>
      subject?.answers?.flatMap(({ records }) => records.map(({ id }) => id)) ?? [];
    expect(recordsOf(chen)).toEqual([`${chenJianguoOfZhangping.id}-record-1`]);
    // Of Guo's four one is repaired and one has run out; the fine and the disputed offence remain.
    const known = await askDatabase<{ id: string; status: string }>(
      hub.config,
      `select id, status from integrity.credit_record where id like $1 and superseded_at is null order by id`,
      [`${guoHaitao.id}-record-%`],
    );
    const hidden = known
      .filter(({ status }) => status !== 'RECORDED' && status !== 'DISPUTED')
      .map(({ id }) => id);
    expect(hidden.length).toBeGreaterThan(0);
    expect(recordsOf(guo).filter((id) => hidden.includes(id))).toEqual([]);
    expect(recordsOf(guo)).toContain(`${guoHaitao.id}-record-1`);
  });

  it('gives no result before a candidate’s own coverage is final', async () => {
    for (const { proposal, findings, decision, state } of await allPages(37)) {
      expect(state).toBe('COLLECTING');
      expect([proposal, findings, decision]).toEqual([null, [], null]);
    }
    const { userErrors } = await desk.propose(reviewId, 'OPINION');
    expect(userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
  });

  it('is on the work list of that department, which answers for all of them', async () => {
    const tasks = `query ($after: String) { reviewTasks(first: 20, after: $after) {
      nodes { subject { id version review { id matter } } answer { state isOverdue } } pageInfo { hasNextPage endCursor } } }`;
    interface Tasks {
      readonly reviewTasks: {
        readonly nodes: readonly {
          readonly subject: { readonly id: string; readonly version: number };
          readonly answer: { readonly state: string; readonly isOverdue: boolean };
        }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const desk02 = departmentReviewer('D02');
    let seen = 0;
    for (;;) {
      const { reviewTasks } = await desk.ask<Tasks>(desk02, tasks, {});
      if (reviewTasks.nodes.length === 0) break;
      for (const { subject, answer } of reviewTasks.nodes) {
        expect(answer).toEqual({ state: 'NOT_ANSWERED', isOverdue: false });
        const { userErrors } = await desk.contract(desk02, 'answerReview', {
          reviewId,
          subjectId: subject.id,
          department: 'D02',
          opinion: 'NO_OBJECTION',
          expectedVersion: subject.version,
        });
        expect(userErrors).toEqual([]);
        seen += 1;
      }
    }
    expect(seen).toBe(candidateCount);
    expect((await desk.see(reviewId)).coverage).toMatchObject({ answered: 42, missing: [] });
  });

  it('comes to a proposal for each: a pass where all is clean, and never a veto on a citizen', async () => {
    const [chen, guo, ...others] = await allPages(37);
    expect(chen).toMatchObject({ proposal: 'UNDETERMINED', state: 'AWAITING_DECISION' });
    expect(guo).toMatchObject({ proposal: 'UNDETERMINED', state: 'AWAITING_DECISION' });
    expect(chen?.findings).toContainEqual({
      rule: 'NONE',
      record: { id: `${chenJianguoOfZhangping.id}-record-1` },
      effect: 'TO_BE_WEIGHED',
    });
    expect(new Set(others.map(({ proposal }) => proposal))).toEqual(new Set(['PASS']));
    expect((await desk.see(reviewId)).state).toBe('DECIDING');
  });

  it('ends with opinions that two people have signed, each with its certificate', async () => {
    for (const { id, version } of await allPages(37)) {
      const named = { reviewId, subjectId: id };
      const proposed = await desk.contract(examiner, 'proposeDecision', {
        ...named,
        outcome: 'OPINION',
        reason: '各部门意见汇总(示例)',
        meetingReference: '岩平安办会纪〔2026〕12号(示例)',
        expectedVersion: version,
      });
      expect(proposed.userErrors).toEqual([]);
      const signed = await desk.contract(approver, 'countersignDecision', {
        ...named,
        expectedVersion: version + 1,
      });
      expect(signed.userErrors).toEqual([]);
    }
    expect((await desk.see(reviewId)).state).toBe('CLOSED');
    const [chen] = await allPages(1);
    expect(chen?.decision).toMatchObject({
      outcome: 'OPINION',
      signatures: [{ role: 'VETO_REVIEWER' }, { role: 'REVIEW_APPROVER' }],
    });
    const certificate = await desk.certificate(reviewId, chen?.id ?? '');
    expect(certificate?.headline).toMatch(/^42 of 42 answered, \d+ of them not applicable$/);
    expect(await verified(hub, certificate?.jws)).toMatchObject({
      subject: { person: chenJianguoOfZhangping.id },
      decision: { outcome: 'OPINION' },
    });
  });
});
