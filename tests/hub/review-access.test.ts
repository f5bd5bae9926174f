import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { actOnRecord, deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { approver, departmentReviewer, examiner, inDays, ReviewDesk } from '../support/reviews.ts';

let hub: TestHub;
let desk: ReviewDesk;
let reviewId: string;
let people: readonly {
  readonly id: string;
  readonly grid: string;
  readonly name: string;
  readonly number: string;
}[];
let vetoed: string;

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  await freshenFeeds(hub);
  people = await askDatabase(
    hub.config,
    `select p.id, p.grid_code as grid, p.name, p.id_number as number from persons.person p
     where p.death_date is null and p.grid_code like '350802%' and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 6`,
  );
  vetoed = await deliverOne(hub, 'D10-CRI', {
    sourceId: 'ACCESS-2',
    ...(await identityOf(hub, personAt(1))),
    decidedOn: inDays(-30).slice(0, 10),
    title: '犯罪记录(示例)',
  });
  await deliverOne(hub, 'D30-SAF', {
    sourceId: 'ACCESS-1',
    ...(await identityOf(hub, personAt(0))),
    level: 'SERIOUS',
    decidedOn: inDays(-30).slice(0, 10),
    title: '生产安全事故责任(示例)',
  });
  reviewId = await desk.requested(
    people.slice(0, 3).map(({ id: person }) => ({ kind: 'LEADER', person, post: '主要负责人' })),
    { purpose: 'PROMOTION' },
  );
});
afterAll(() => hub.stop());

const personAt = (index: number): string => {
  const person = people[index];
  if (!person) throw new Error('Too few people without records.');
  return person.id;
};
const citizen = (person: string): TestCaller => ({ role: 'CITIZEN', person, sub: `citizen ${person}` });
const whole = `query ($id: ID!) { review(id: $id) { id state purpose matter coverage { answered missing { code } }
  progress { state count } subjects(first: 50) { nodes { id name person { id } state proposal noticeUntil
    answers { department { code } state reason records { id title } } findings { rule record { id title } effect }
    decision { outcome signatures { role } } } } } }`;
interface Seen {
  readonly review: {
    readonly coverage: unknown;
    readonly progress: unknown;
    readonly subjects: {
      readonly nodes: readonly {
        readonly name: string | null;
        readonly person: { readonly id: string } | null;
        readonly proposal: string | null;
        readonly answers:
          | readonly {
              readonly department: { readonly code: string };
              readonly records: readonly { readonly id: string; readonly title: string | null }[];
            }[]
          | null;
        readonly findings: readonly unknown[] | null;
      }[];
    };
  } | null;
}
const seeAs = async (
  caller: TestCaller,
  purpose: Parameters<typeof as>[2] = { purpose: 'INTEGRITY_REVIEW' },
) => (await as(hub, caller, purpose).rawRequest<Seen>(whole, { id: reviewId })).data.review;

describe('a review', () => {
  it('of departments: each sees its own answers, and neither what others said nor what it comes to', async () => {
    const review = await seeAs(departmentReviewer('D02'));
    expect(review?.coverage).toBeNull();
    expect(review?.progress).toBeNull();
    for (const { answers, proposal, findings, name } of review?.subjects.nodes ?? []) {
      expect(answers?.map(({ department }) => department.code)).toEqual(['D02']);
      expect([proposal, findings]).toEqual([null, null]);
      expect(name).not.toBeNull();
    }
    expect(review?.subjects.nodes).toHaveLength(3);
  });

  it('shows no reviewer his own case or a relative’s, whichever side he is on', async () => {
    const [own, relatives, stranger] = [personAt(0), cast.luoChunyan.id, personAt(2)];
    expect(people[1]?.id).toBe(relatives);
    const subjectsOf = async (caller: TestCaller) =>
      (await seeAs(caller))?.subjects.nodes.map(({ person }) => person?.id);
    for (const reviewer of [examiner, approver, departmentReviewer('D02')]) {
      expect(await subjectsOf(reviewer)).toEqual([own, relatives, stranger]);
      expect(await subjectsOf({ ...reviewer, person: own })).toEqual([relatives, stranger]);
      expect(await subjectsOf({ ...reviewer, person: cast.linMeihua.id })).toEqual([own, stranger]);
    }
    const { reviewTasks } = await desk.ask<{
      reviewTasks: { nodes: readonly { subject: { person: { id: string } } }[] };
    }>(
      { ...departmentReviewer('D02'), person: own },
      '{ reviewTasks(first: 10) { nodes { subject { person { id } } } } }',
      {},
    );
    expect(reviewTasks.nodes.map(({ subject }) => subject.person.id).sort()).toEqual(
      [relatives, stranger].sort(),
    );
  });

  it('is in the list of those who may see it, and in nobody else’s', async () => {
    const listed = async (caller: TestCaller) => {
      const query = '{ reviews(first: 10) { nodes { id } edges { node { __typename } cursor } } }';
      const { reviews } = await desk.ask<{ reviews: { nodes: readonly { id: string }[] } }>(
        caller,
        query,
        {},
      );
      return reviews.nodes.map(({ id }) => id);
    };
    for (const caller of [examiner, approver, departmentReviewer('D02')])
      expect(await listed(caller)).toEqual([reviewId]);
    expect(await listed(departmentReviewer('D12'))).toEqual([]);
    expect(await listed({ ...examiner, area: '350881' })).toEqual([]);
  });

  it('tells a reviewer of all together what it tells of those that he may see, and not of his own case', async () => {
    const [own, stranger] = [personAt(0), personAt(3)];
    const counted = async (caller: TestCaller) => {
      const { progress, coverage, subjects } = (await seeAs(caller)) ?? {};
      const counts = (progress as readonly { readonly count: number }[] | undefined)?.map(
        ({ count }) => count,
      );
      return [counts?.reduce((all, one) => all + one, 0), subjects?.nodes.length, coverage !== null];
    };
    expect(await counted(examiner)).toEqual([3, 3, true]);
    expect(await counted({ ...examiner, person: stranger })).toEqual([3, 3, true]);
    expect(await counted({ ...examiner, person: own })).toEqual([2, 2, true]);
    // Who owes an answer of his own case alone is nobody to him.
    const alone = await desk.requested([{ kind: 'LEADER', person: own, post: '主要负责人' }], {
      purpose: 'PROMOTION',
    });
    expect((await desk.see(alone)).state).toBe('COLLECTING');
    await expect(desk.see(alone, { ...examiner, person: own })).rejects.toThrow('cannot be seen');
    await askDatabase(
      hub.config,
      `update integrity.review_answer set due_at = null where review_subject_id in
         (select id from integrity.review_subject where review_id = $1 and person_id <> $2)`,
      [reviewId, own],
    );
    expect((await desk.see(reviewId)).coverage?.missing).not.toEqual([]);
    expect((await desk.see(reviewId, { ...examiner, person: own })).coverage?.missing).toEqual([]);
  });

  it('is nothing to departments that are not asked, to other roles, and for other purposes', async () => {
    expect(await seeAs(departmentReviewer('D12'))).toBeNull();
    expect(await seeAs(departmentReviewer('D28'))).toBeNull();
    for (const caller of [
      { role: 'CITY_CENTRE' },
      { role: 'GRID_WORKER', area: '350802001001001' },
      { role: 'DEPARTMENT_SYSTEM', department: 'D02' },
      { role: 'VOLUNTEER_MANAGER', area: '350802' },
    ] as const)
      expect(await seeAs(caller)).toBeNull();
    expect(await seeAs(examiner, { purpose: 'SERVICE_VISIT' })).toBeNull();
    expect(await seeAs(examiner, { purpose: 'DATA_EXCHANGE' })).toBeNull();
  });

  it('is nothing to its subject before he is told, and then shows him himself alone', async () => {
    expect(await seeAs(citizen(personAt(0)), { purpose: 'SELF_ACCESS' })).toBeNull();
    for (const department of ['D02', 'D03', 'D09', 'D31', 'D32']) {
      const { subjects } = await desk.see(reviewId);
      for (const { id } of subjects.nodes) {
        const { subjects: now } = await desk.see(reviewId);
        const version = now.nodes.find((subject) => subject.id === id)?.version;
        const input = {
          reviewId,
          subjectId: id,
          department,
          opinion: 'NO_OBJECTION',
          expectedVersion: version,
        };
        expect(
          (await desk.contract(departmentReviewer(department), 'answerReview', input)).userErrors,
        ).toEqual([]);
      }
    }
    const own = await seeAs(citizen(personAt(0)), { purpose: 'SELF_ACCESS' });
    expect(own?.subjects.nodes.map(({ person }) => person?.id)).toEqual([personAt(0)]);
    expect(own?.subjects.nodes[0]).toMatchObject({ proposal: 'VETO', findings: [{ rule: 'T3' }] });
    expect(own?.subjects.nodes[0]?.answers).toHaveLength(42);
    expect(JSON.stringify(own)).not.toContain(people[1]?.name);
    expect(await seeAs(citizen(personAt(4)), { purpose: 'SELF_ACCESS' })).toBeNull();
    expect(await seeAs(citizen(cast.linMeihua.id), { purpose: 'SELF_ACCESS' })).toBeNull();
  });

  it('tells the auditor that it is, with masked names, and not what anybody said', async () => {
    const review = await seeAs({ role: 'AUDITOR' }, { purpose: 'SUPERVISION_AUDIT' });
    for (const [index, { name, answers, findings, proposal }] of (review?.subjects.nodes ?? []).entries()) {
      expect(name).not.toBe(people[index]?.name);
      expect(name).toContain('*');
      expect([answers, findings, proposal]).toEqual([null, null, null]);
    }
    expect(review?.subjects.nodes).toHaveLength(3);
  });

  it('of another area, or of people outside the own, looks absent', async () => {
    expect(await seeAs({ ...examiner, area: '350881' })).toBeNull();
    const shangHang: TestCaller = { role: 'VETO_REVIEWER', sub: 'county', area: '350823' };
    const { userErrors } = await desk.request(
      [{ kind: 'LEADER', person: personAt(3) }],
      { purpose: 'PROMOTION', idempotencyKey: 'outside' },
      shangHang,
    );
    const unknown = await desk.request(
      [{ kind: 'LEADER', person: 'nobody' }],
      { purpose: 'PROMOTION', idempotencyKey: 'nobody' },
      shangHang,
    );
    expect(userErrors).toEqual(unknown.userErrors);
    expect(userErrors).toMatchObject([{ code: 'UNKNOWN_SUBJECT' }]);
  });

  it('names a record of a department that answers by the class alone without its title, and a sealed one not at all', async () => {
    const recordsOf = async (index: number) =>
      (await seeAs(examiner))?.subjects.nodes[index]?.answers?.flatMap(({ records }) => records) ?? [];
    expect(await recordsOf(1)).toEqual([{ id: vetoed, title: null }]);
    const [fine] = await recordsOf(0);
    expect(fine?.title).toBe('生产安全事故责任(示例)');
    await actOnRecord(hub, 'sealRecord', 'D10', vetoed);
    for (let turn = 0; turn < 50 && (await recordsOf(1)).length > 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(JSON.stringify(await seeAs(examiner))).not.toContain(vetoed);
  });

  it('and its acts tell no number, no official’s account and no statement of the database', async () => {
    const [first] = (await desk.see(reviewId)).subjects.nodes;
    const named = { reviewId, subjectId: first?.id ?? '', expectedVersion: first?.version ?? 0 };
    const answers = [
      await seeAs(examiner),
      await desk.contract(approver, 'countersignDecision', named),
      await desk.contract(approver, 'countersignDecision', { ...named, subjectId: 'review-0-0001' }),
      await desk.certificate(reviewId, named.subjectId),
    ];
    const text = JSON.stringify(answers);
    for (const { number } of people) expect(text).not.toContain(number);
    for (const secret of ['examiner', 'reviewer of', 'select ', 'review_subject', '359999'])
      expect(text).not.toContain(secret);
  });

  it.each<readonly [string, TestCaller, string]>([
    ['proposed by who countersigns', approver, 'proposeDecision'],
    ['countersigned by who proposes', examiner, 'countersignDecision'],
    ['countersigned by a department', departmentReviewer('D02'), 'countersignDecision'],
    ['countersigned by its subject', citizen('nobody'), 'countersignDecision'],
  ])('is not %s', async (_what, caller, name) => {
    const [first] = (await desk.see(reviewId)).subjects.nodes;
    const input = { reviewId, subjectId: first?.id, expectedVersion: first?.version };
    const decision = { ...input, outcome: 'DEFER', reason: '示例', meetingReference: '示例' };
    await expect(desk.contract(caller, name, name === 'proposeDecision' ? decision : input)).rejects.toThrow(
      'FORBIDDEN',
    );
  });
});
