import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { as } from '../support/callers.ts';
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
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 20`,
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

describe('a reviewer’s “none” of long ago', () => {
  it.each([
    [29, [], 'ANSWERED_NONE'],
    [31, [{ code: 'GROUND_CHANGED' }], 'NOT_ANSWERED'],
  ])('supports a pass for thirty days: %i', async (days, refusal, state) => {
    const reviewId = await review(somebody());
    await desk.answerAll(reviewId);
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toEqual([]);
    await askDatabase(
      hub.config,
      `update integrity.review_answer set answered_at = answered_at - make_interval(days => $2::integer)
       where review_subject_id like $1 || '%' and department_code = 'D02'`,
      [reviewId, days],
    );
    expect((await desk.countersign(reviewId)).userErrors).toMatchObject(refusal);
    expect(await stateOf(reviewId, 'D02')).toBe(state);
    if (days < 30) return;
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'COLLECTING', proposal: null });
    expect((await desk.answer(reviewId, 'D02')).userErrors).toEqual([]);
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'AWAITING_DECISION', proposal: 'PASS' });
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

/** A row that cannot be taken in: no calendar has its day. */
let rows = 0;
async function deliverRow(row: Readonly<Record<string, string>>): Promise<string> {
  rows += 1;
  const sourceId = `WAITS-${rows}`;
  const record = {
    sourceId,
    title: '生产安全事故责任(示例)',
    level: 'SERIOUS',
    decidedOn: '2026-02-30',
    ...row,
  };
  const input = {
    idempotencyKey: `waits-${rows}`,
    type: 'D30-SAF',
    dataAsOf: new Date(Date.now() - 60_000 + rows).toISOString(),
    records: [record],
  };
  const system = { role: 'DEPARTMENT_SYSTEM', department: 'D30', area: '350800' } as const;
  await as(hub, system, { purpose: 'DATA_EXCHANGE' }).request(
    'mutation ($input: DeliverRecordsInput!) { deliverRecords(input: $input) { userErrors { code } } }',
    { input },
  );
  await freshenFeeds(hub);
  return record.sourceId;
}
/** The day that a citizen number holds, and the number with another check character. */
const dayIn = (number: string): string =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
const mistyped = (number: string): string => number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');

describe('a row that waits in quarantine', () => {
  it('leaves its department uncertain about whom it names, until it is corrected', async () => {
    const [person, another] = [somebody(), somebody()];
    const who = await identityOf(hub, person);
    const sourceId = await deliverRow(who);
    const reviewId = await review(person);
    expect(await stateOf(reviewId, 'D30')).toBe('IDENTITY_UNCERTAIN');
    expect(await stateOf(await review(another), 'D30')).toBe('ANSWERED_NONE');
    expect((await desk.answer(reviewId, 'D30')).userErrors).toMatchObject([{ code: 'IDENTITY_UNDECIDED' }]);
    await deliverRow({ ...who, sourceId, decidedOn: inDays(-50).slice(0, 10) });
    expect(await stateOf(await review(person), 'D30')).toBe('ANSWERED_RECORD');
  });

  it('leaves nothing behind when it is taken back', async () => {
    const person = somebody();
    const sourceId = await deliverRow(await identityOf(hub, person));
    expect(await stateOf(await review(person), 'D30')).toBe('IDENTITY_UNCERTAIN');
    await deliverRow({ sourceId, operation: 'WITHDRAW' });
    expect(await stateOf(await review(person), 'D30')).toBe('ANSWERED_NONE');
  });

  it('is not overlooked though its columns are swapped, or its number is mistyped', async () => {
    for (const row of [
      (name: string, number: string) => ({ name: number, idNumber: name }),
      (name: string, number: string) => ({ name, idNumber: mistyped(number) }),
      (name: string, number: string) => ({ name, birthDate: dayIn(number) }),
      (_: string, number: string) => ({
        name: `示例\u200b某`,
        idNumber: `${number.slice(0, 6)} ${number.slice(6)}`,
      }),
    ]) {
      const person = somebody();
      const { name, idNumber } = await identityOf(hub, person);
      await deliverRow(row(name, idNumber));
      expect(await stateOf(await review(person), 'D30')).toBe('IDENTITY_UNCERTAIN');
    }
  });

  it('about a record that is sealed tells nobody that there is one', async () => {
    const person = somebody();
    const who = await identityOf(hub, person);
    const record = { ...who, level: 'SERIOUS', decidedOn: inDays(-50).slice(0, 10), sourceId: 'SEALED-ROW' };
    await actOnRecord(hub, 'sealRecord', 'D30', await deliverOne(hub, 'D30-SAF', record));
    await deliverRow({ ...who, sourceId: 'SEALED-ROW' });
    expect(await stateOf(await review(person), 'D30')).toBe('ANSWERED_NONE');
  });
});
