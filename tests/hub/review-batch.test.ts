import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { askDatabase } from '../support/database.ts';
import { freshenFeeds } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { examiner, inDays, ReviewDesk } from '../support/reviews.ts';

const subjectCount = 800;
const policy = createPolicy();

let first: TestHub;
let second: TestHub | undefined;
let subjects: readonly object[];

beforeAll(async () => {
  first = await startHub(policy);
  await freshenFeeds(first);
  const living = await askDatabase<{ id: string }>(
    first.config,
    `select id from persons.person where death_date is null and id not like 'cast-%' order by id limit ${subjectCount}`,
  );
  subjects = living.map(({ id: person }) => ({ kind: 'INDIVIDUAL', person }));
});
afterAll(() => (second ?? first).stop());

type Progress = readonly { readonly state: string; readonly count: number }[];
const progressOf = async (desk: ReviewDesk, id: string): Promise<Progress> =>
  (
    await desk.ask<{ review: { progress: Progress } }>(
      examiner,
      'query ($id: ID!) { review(id: $id) { progress { state count } } }',
      { id },
    )
  ).review.progress;
const isThrough = (progress: Progress): boolean =>
  progress.every(({ state }) => state === 'AWAITING_DECISION');

/** Cuts every connection of the register, as a machine that dies does: what was under way is rolled back. */
const cut = (): Promise<unknown> =>
  askDatabase(
    first.config,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where usename = 'integrity_runtime' and datname = current_database()`,
  );

describe('a review of hundreds of people', () => {
  it('is carried on by another process after its own was cut off in the middle, and ends whole', async () => {
    const desk = new ReviewDesk(first);
    const id = await desk.requested(subjects, { purpose: 'BENEFIT' });
    const seen: Progress[] = [];
    for (let turn = 0; turn < 100; turn += 1) {
      const progress = await progressOf(desk, id);
      seen.push(progress);
      expect(progress.reduce((sum, { count }) => sum + count, 0)).toBe(subjectCount);
      if (progress.some(({ state }) => state === 'AWAITING_DECISION')) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(isThrough(seen.at(-1) ?? [])).toBe(false);
    await cut();
    await first.stop();

    const halfway = await askDatabase<{ state: string; answers: number; proposals: number }>(
      first.config,
      `select s.state, count(a.*)::integer as answers, count(distinct s.proposal)::integer as proposals
       from integrity.review_subject s left join integrity.review_answer a on a.review_subject_id = s.id
       where s.review_id = $1 group by s.id, s.state`,
      [id],
    );
    // Each is either not begun or through: nothing is half collected, and nothing unfinished has a proposal.
    for (const { state, answers, proposals } of halfway)
      expect([state, answers, proposals > 0]).toEqual(
        state === 'REQUESTED' ? ['REQUESTED', 0, false] : ['AWAITING_DECISION', 42, true],
      );

    second = await startHub(policy, first.config);
    const other = new ReviewDesk(second);
    let progress = await progressOf(other, id);
    for (let turn = 0; turn < 900 && !isThrough(progress); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      progress = await progressOf(other, id);
    }
    expect(progress).toEqual([{ state: 'AWAITING_DECISION', count: subjectCount }]);
    const [sums] = await askDatabase<{ answers: number; dispatched: number }>(
      first.config,
      `select (select count(*)::integer from integrity.review_answer a join integrity.review_subject s
           on s.id = a.review_subject_id where s.review_id = $1) as answers,
         (select count(*)::integer from integrity.review_event e join integrity.review_subject s
           on s.id = e.review_subject_id where s.review_id = $1 and e.act = 'DISPATCH') as dispatched`,
      [id],
    );
    expect(sums).toEqual({ answers: subjectCount * 42, dispatched: subjectCount });
  }, 180_000);

  it('is the same review when it is asked for again, and refuses subjects that another review has', async () => {
    const desk = new ReviewDesk(second ?? first);
    const input = {
      purpose: 'BENEFIT',
      matter: '重复请求(示例)',
      idempotencyKey: 'again',
      deadline: inDays(9),
    };
    const some = subjects.slice(0, 3);
    const { review } = await desk.request(some, input);
    expect((await desk.request(some, input)).review?.id).toBe(review?.id);
    expect((await desk.request(some, { ...input, idempotencyKey: 'other' })).review?.id).toBe(review?.id);
    expect((await desk.request(subjects.slice(3, 5), input)).userErrors).toMatchObject([
      { code: 'KEY_ALREADY_USED' },
    ]);
    const overlapping = await desk.request(subjects.slice(2, 4), { ...input, idempotencyKey: 'overlap' });
    expect(overlapping.userErrors).toMatchObject([
      { code: 'ALREADY_UNDER_REVIEW', path: ['input', 'subjects', '0'] },
    ]);
  });

  it('goes on for all but the one that fails whatever is tried, which is marked and carried on when it can be', async () => {
    const config = (second ?? first).config;
    const desk = new ReviewDesk(second ?? first);
    const some = subjects.slice(0, 60);
    const poisoned = Reflect.get(some[7] ?? {}, 'person');
    await askDatabase(
      config,
      `create function integrity.poison() returns trigger language plpgsql as
         $$ begin raise exception 'no' using errcode = '22012'; end $$;
       create trigger poison before update on integrity.review_subject for each row
         when (new.person_id = '${String(poisoned)}' and new.act = 'DISPATCH') execute function integrity.poison()`,
    );
    const id = await desk.requested(some, {
      purpose: 'BENEFIT',
      matter: '单个对象出错(示例)',
      idempotencyKey: 'poison',
    });
    const until = async (wanted: Progress): Promise<void> => {
      let progress = await progressOf(desk, id);
      for (let turn = 0; turn < 300 && JSON.stringify(progress) !== JSON.stringify(wanted); turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        progress = await progressOf(desk, id);
      }
      expect(progress).toEqual(wanted);
    };
    await until([
      { state: 'REQUESTED', count: 1 },
      { state: 'AWAITING_DECISION', count: 59 },
    ]);
    const faults = (): Promise<readonly { readonly class: string; readonly person: string }[]> =>
      askDatabase(
        config,
        `select f.error_class as class, s.person_id as person from integrity.review_fault f
         join integrity.review_subject s on s.id = f.review_subject_id`,
      );
    let marked = await faults();
    for (let turn = 0; turn < 100 && marked.length === 0; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      marked = await faults();
    }
    expect(marked).toEqual([{ class: '22012', person: poisoned }]);
    await askDatabase(
      config,
      'drop trigger poison on integrity.review_subject; update integrity.review_fault set retry_at = now()',
    );
    await until([{ state: 'AWAITING_DECISION', count: 60 }]);
    expect(await faults()).toEqual([]);
  }, 60_000);
});
