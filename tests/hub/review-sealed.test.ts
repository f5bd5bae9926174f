import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { actOnRecord, deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { inDays, ReviewDesk } from '../support/reviews.ts';

let hub: TestHub;
let desk: ReviewDesk;
let person: string;

/** Somebody of whom nobody has a record. */
beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  const [clean] = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 1`,
  );
  person = clean?.id ?? '';
});
beforeEach(() => freshenFeeds(hub));
afterAll(() => hub.stop());
const daysAgo = (days: number): string => inDays(-days).slice(0, 10);
const leader = { kind: 'LEADER', post: '主要负责人' };
const answerOf = async (reviewId: string, department: string) =>
  askDatabase<{ state: string }>(
    hub.config,
    `select a.state from integrity.review_answer a join integrity.review_subject s on s.id = a.review_subject_id where s.review_id = $1 and a.department_code = $2`,
    [reviewId, department],
  );

describe('a sealed record whose link was in doubt', () => {
  it('answers a review like none', async () => {
    const recordId = await deliverOne(hub, 'D30-SAF', {
      sourceId: 'probe-1',
      ...(await identityOf(hub, person)),
      name: '示例别名',
      level: 'SERIOUS',
      decidedOn: daysAgo(50),
    });
    await actOnRecord(hub, 'sealRecord', 'D30', recordId);
    const reviewId = await desk.requested([{ ...leader, person }], { purpose: 'PROMOTION' });
    expect(await answerOf(reviewId, 'D30')).toEqual([{ state: 'ANSWERED_NONE' }]);
  });
  it('is in nobody’s queue of links', async () => {
    const reviewer: TestCaller = { role: 'DEPARTMENT_REVIEWER', department: 'D30', sub: 'someone' };
    const { linkCandidates } = await as(hub, reviewer, { purpose: 'DATA_EXCHANGE' }).request<{
      linkCandidates: { nodes: readonly unknown[] };
    }>('{ linkCandidates(first: 10) { nodes { method recordTitle } } }');
    expect(linkCandidates.nodes).toEqual([]);
  });
});
