import assert from 'node:assert/strict';
import { askDatabase } from '../support/database.ts';
import type { Config } from '../../gateway/config.ts';
import { freshenFeeds } from '../support/deliver-one.ts';
import type { TestHub } from '../support/hub.ts';
import { examiner, ReviewDesk } from '../support/reviews.ts';

const subjects = 1_000;
const departments = 42;
const rounds = 5;

/** What a review of a thousand people over all departments takes, in milliseconds from the request to the last proposal. */
export interface ReviewCost {
  readonly rounds: readonly number[];
  /** From the request to its answer: the review is named, and its people are being collected. */
  readonly named: readonly number[];
}

/** Reviews the same thousand people in several matters, all feeds fresh; each has to end whole and the same. */
export async function measureReviews(hub: Pick<TestHub, 'url' | 'config'>): Promise<ReviewCost> {
  await freshenFeeds(hub);
  const desk = new ReviewDesk(hub);
  const living = await askDatabase<{ id: string }>(
    hub.config,
    `select id from persons.person where death_date is null and id not like 'cast-%' order by id limit ${subjects}`,
  );
  assert.equal(living.length, subjects);
  const people = living.map(({ id: person }) => ({ kind: 'INDIVIDUAL', person }));
  const times: number[] = [];
  const named: number[] = [];
  let first: unknown;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const id = await desk.requested(people, { purpose: 'BENEFIT', matter: `基准(示例 ${round})` });
    named.push(performance.now() - started);
    while (!(await isThrough(desk, id))) await new Promise((resolve) => setTimeout(resolve, 50));
    times.push(performance.now() - started);
    const sums = await sumsOf(hub.config, id);
    assert.equal(sums.answers, subjects * departments);
    first ??= sums;
    assert.deepEqual(sums, first);
  }
  return { rounds: times, named };
}

async function isThrough(desk: ReviewDesk, id: string): Promise<boolean> {
  const { review } = await desk.ask<{ review: { progress: readonly { state: string }[] } }>(
    examiner,
    'query ($id: ID!) { review(id: $id) { progress { state } } }',
    { id },
  );
  return review.progress.every(({ state }) => state === 'AWAITING_DECISION');
}

interface Sums extends Record<string, unknown> {
  readonly answers: number;
}

async function sumsOf(config: Config, id: string): Promise<Sums> {
  const [sums] = await askDatabase<Sums>(
    config,
    `select count(*)::integer as answers, count(*) filter (where a.state = 'ANSWERED_RECORD')::integer as records,
       count(distinct s.id) filter (where s.proposal = 'PASS')::integer as passes
     from integrity.review_subject s join integrity.review_answer a on a.review_subject_id = s.id where s.review_id = $1`,
    [id],
  );
  assert.ok(sums);
  return sums;
}
