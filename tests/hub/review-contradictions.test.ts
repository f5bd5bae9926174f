import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { askDatabase } from '../support/database.ts';
import { actOnRecord, deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { inDays, ReviewDesk } from '../support/reviews.ts';
import { testIdentifierKey } from '../support/test-config.ts';

/** What a department says of somebody, held against what is known of the department. */
let hub: TestHub;
let desk: ReviewDesk;
let people: string[];

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  const clean = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 10`,
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
const review = (person: string): Promise<string> =>
  desk.requested([{ kind: 'LEADER', post: '主要负责人', person }], { purpose: 'PROMOTION' });
const stateOf = async (reviewId: string, code: string): Promise<string | undefined> =>
  (await desk.subject(reviewId)).answers?.find(({ department }) => department.code === code)?.state;
const grow = (department: string): Promise<unknown> =>
  askDatabase(
    hub.config,
    `update integrity.feed set data_as_of = now() - interval '60 days' where department_code = $1`,
    [department],
  );

/** The department's own list says that it holds something against somebody. */
async function listed(department: string, person: string): Promise<void> {
  const { idNumber } = await identityOf(hub, person);
  await askDatabase(
    hub.config,
    `insert into integrity.holding_index (department_code, day, as_of, holding_count, digest, source)
     values ($1, (now() at time zone 'Asia/Shanghai')::date, now(), 1, sha256(''), 'DELIVERED') on conflict do nothing`,
    [department],
  );
  await askDatabase(
    hub.config,
    `insert into integrity.holding_entry values ($1, (now() at time zone 'Asia/Shanghai')::date, $2)`,
    [department, createHmac('sha256', testIdentifierKey).update(idNumber).digest()],
  );
}

describe('a reviewer’s “none”', () => {
  it('does not stand against a record of his department, however old its data', async () => {
    const person = somebody();
    const recordId = await deliverOne(hub, 'D30-SAF', {
      sourceId: 'DENIED-1',
      ...(await identityOf(hub, person)),
      level: 'SERIOUS',
      decidedOn: inDays(-50).slice(0, 10),
      title: '生产安全事故责任(示例)',
    });
    await grow('D30');
    const reviewId = await review(person);
    await desk.answerAll(reviewId);
    expect(await stateOf(reviewId, 'D30')).toBe('INVALID');
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'COLLECTING', proposal: null });

    await actOnRecord(hub, 'repairRecord', 'D30', recordId);
    expect((await desk.answer(reviewId, 'D30')).userErrors).toEqual([]);
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'AWAITING_DECISION', proposal: 'PASS' });
  });

  it('falls when the department’s list names the subject after it', async () => {
    const person = somebody();
    const reviewId = await review(person);
    await desk.answerAll(reviewId);
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toEqual([]);
    await listed('D02', person);
    expect((await desk.countersign(reviewId)).userErrors).toMatchObject([{ code: 'GROUND_CHANGED' }]);
    expect(await stateOf(reviewId, 'D02')).toBe('INVALID');
  });
});

describe('the department’s list', () => {
  it('is not accounted for by a record in the subject’s favour', async () => {
    const person = somebody();
    await deliverOne(hub, 'D01-BRV', {
      sourceId: 'FAVOUR-1',
      ...(await identityOf(hub, person)),
      level: '',
      decidedOn: inDays(-50).slice(0, 10),
      title: '见义勇为(示例)',
    });
    await listed('D01', person);
    expect(await stateOf(await review(person), 'D01')).toBe('INVALID');
  });
});
