import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { deriveUrls } from '../../subgraphs/kit/database/urls.ts';
import { askDatabase } from '../support/database.ts';
import { actOnRecord, deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { openRuntimeRegister } from '../support/match-again.ts';
import { numberOf, registerPerson } from '../support/register-person.ts';
import { departmentReviewer, examiner, inDays, registry, ReviewDesk } from '../support/reviews.ts';

/** What changes in the same moment, while answers are waited for, or two steps away. */
let hub: TestHub;
let desk: ReviewDesk;
let people: string[];

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  const clean = await askDatabase<{ id: string }>(
    hub.config,
    `select p.id from persons.person p where p.death_date is null and p.birth_date between '1960-01-01' and '2000-01-01'
       and not exists (select from integrity.subject s where s.person_id = p.id) order by p.id limit 14`,
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
let records = 0;
async function recordOf(
  person: string,
  changes: Readonly<Record<string, string>> = {},
  type = 'D30-SAF',
): Promise<string> {
  records += 1;
  return deliverOne(hub, type, {
    sourceId: `REOPEN-${records}`,
    ...(await identityOf(hub, person)),
    level: 'SERIOUS',
    decidedOn: inDays(-50).slice(0, 10),
    title: '生产安全事故责任(示例)',
    ...changes,
  });
}
const asked = (person: string, purpose = 'PROMOTION'): Promise<string> =>
  desk.requested([{ kind: 'LEADER', post: '主要负责人', person }], { purpose });
async function proposed(person: string, outcome: string, purpose?: string): Promise<string> {
  const reviewId = await asked(person, purpose);
  await desk.answerAll(reviewId);
  const { id } = await desk.subject(reviewId);
  if (outcome === 'VETO')
    await desk.beside(registry, 'stateCase', { reviewId, subjectId: id, statement: '无异议(示例)' });
  expect((await desk.propose(reviewId, outcome)).userErrors).toEqual([]);
  return reviewId;
}
async function signed(person: string, outcome: string, purpose?: string): Promise<string> {
  const reviewId = await proposed(person, outcome, purpose);
  expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
  return reviewId;
}
async function activeVetoes(person: string): Promise<number> {
  const vetoes = await askDatabase(
    hub.config,
    `select from integrity.veto v join integrity.subject s on s.id = v.subject_id
     where s.person_id = $1 and v.revoked_on is null`,
    [person],
  );
  return vetoes.length;
}
/** Waits until nothing of the subject is to be collected any more; where it then stands. */
async function settled(reviewId: string): Promise<string | undefined> {
  for (let turn = 0; turn < 100; turn += 1) {
    const [row] = await askDatabase<{ state: string; isDue: boolean }>(
      hub.config,
      'select state, needs_collection as "isDue" from integrity.review_subject where review_id = $1',
      [reviewId],
    );
    if (row && !row.isDue) return row.state;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'never settled';
}

/** Begins something while somebody is signing, and has his signature committed before its end. */
async function whileSigning(reviewId: string, begin: () => Promise<unknown>): Promise<void> {
  const urls = await deriveUrls(hub.config.databaseUrl ?? '', new Map(), hub.config.dataDir);
  const signing = new pg.Client({ connectionString: urls.ownerOf('integrity') });
  await signing.connect();
  await signing.query('begin');
  await signing.query(
    `update integrity.review_subject set state = 'SIGNED', act = 'COUNTERSIGN', version = version + 1 where review_id = $1`,
    [reviewId],
  );
  const begun = begin();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await signing.query('commit');
  await signing.end();
  await begun;
}

describe('a ground that goes', () => {
  it('in the very moment of the signature opens what was signed', async () => {
    const person = somebody();
    const recordId = await recordOf(person);
    const reviewId = await proposed(person, 'VETO');
    await whileSigning(reviewId, () => actOnRecord(hub, 'repairRecord', 'D30', recordId));
    expect(await settled(reviewId)).toBe('AWAITING_DECISION');
    expect(await desk.subject(reviewId)).toMatchObject({ proposal: 'PASS', decision: null });
  });

  it('takes the veto with it that rests on the veto it was the ground of', async () => {
    const person = somebody();
    const recordId = await recordOf(person);
    await signed(person, 'VETO');
    // Another purpose, which does not ask about accidents: the earlier veto alone denies.
    const later = await signed(person, 'VETO', 'VILLAGE_ELECTION');
    expect(await activeVetoes(person)).toBe(2);
    await actOnRecord(hub, 'repairRecord', 'D30', recordId);
    expect(await activeVetoes(person)).toBe(0);
    expect(await settled(later)).toBe('AWAITING_DECISION');
    expect((await desk.subject(later)).proposal).toBe('PASS');
  });

  it('while answers are missing is looked at once, not over and over', async () => {
    const person = somebody();
    const recordId = await recordOf(person);
    const reviewId = await asked(person);
    const { id, version } = await desk.subject(reviewId);
    const named = { reviewId, subjectId: id, expectedVersion: version };
    expect((await desk.beside(examiner, 'closeCollection', named)).userErrors).toEqual([]);
    expect((await desk.subject(reviewId)).state).toBe('PRE_NOTICE');
    await actOnRecord(hub, 'repairRecord', 'D30', recordId);
    expect(await settled(reviewId)).toBe('COLLECTING');
  });
});

describe('a record that is sealed', () => {
  it('while answers are missing is named by none any more', async () => {
    const person = somebody();
    const recordId = await recordOf(person, { level: 'GENERAL', title: '犯罪记录(示例)' }, 'D10-CRI');
    const reviewId = await asked(person);
    expect(JSON.stringify(await desk.see(reviewId))).toContain(recordId);
    await actOnRecord(hub, 'sealRecord', 'D10', recordId);
    expect(await settled(reviewId)).toBe('COLLECTING');
    const { answers } = await desk.subject(reviewId);
    expect(answers?.find(({ department }) => department.code === 'D10')).toMatchObject({
      state: 'ANSWERED_NONE',
      records: [],
    });
  });
});

describe('a pass', () => {
  it('does not outlive the correction that makes a slight record grave', async () => {
    const person = somebody();
    await recordOf(person, { sourceId: 'GRAVE', level: 'MINOR' });
    const reviewId = await signed(person, 'NO_VETO');
    await recordOf(person, { sourceId: 'GRAVE' });
    expect(await settled(reviewId)).toBe('PRE_NOTICE');
    expect((await desk.subject(reviewId)).proposal).toBe('VETO');
  });

  it('is proposed of nobody who is being collected anew', async () => {
    const reviewId = await asked(somebody());
    await desk.answerAll(reviewId);
    const { id, version, proposal } = await desk.subject(reviewId);
    expect(proposal).toBe('PASS');
    const withdrawal = {
      subjectId: id,
      department: 'D02',
      reason: '答复有误(示例)',
      expectedVersion: version,
    };
    await desk.beside(departmentReviewer('D02'), 'withdrawAnswer', { reviewId, ...withdrawal });
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'COLLECTING', proposal: null, findings: [] });
  });
});

describe('a record of somebody whom the register did not know when it came', () => {
  const birthDate = '1972-03-04';
  const record = { level: 'SERIOUS', decidedOn: inDays(-50).slice(0, 10), title: '生产安全事故责任(示例)' };
  const stateOf = async (reviewId: string): Promise<string | undefined> =>
    (await desk.subject(reviewId)).answers?.find(({ department }) => department.code === 'D30')?.state;
  const match = async (): Promise<number> => {
    const { match: once, database } = await openRuntimeRegister(hub.config);
    return once().finally(() => database.destroy());
  };

  it('leaves its department uncertain about him, and answers once it is matched again', async () => {
    const who = { name: '欧阳示例子', idNumber: numberOf(birthDate, 1) };
    const recordId = await deliverOne(hub, 'D30-SAF', { sourceId: 'LATER-1', ...who, ...record });
    const person = await registerPerson(hub.config, { name: who.name, number: who.idNumber, birthDate });
    const reviewId = await asked(person);
    expect(await stateOf(reviewId)).toBe('IDENTITY_UNCERTAIN');
    expect((await desk.answer(reviewId, 'D30')).userErrors).toMatchObject([{ code: 'IDENTITY_UNDECIDED' }]);
    expect(await match()).toBe(1);
    expect(await settled(reviewId)).toBe('COLLECTING');
    expect(await stateOf(reviewId)).toBe('ANSWERED_RECORD');
    expect(JSON.stringify(await desk.see(reviewId))).toContain(recordId);
  });

  it('opens the pass that was signed without it, when two people have confirmed that it is his', async () => {
    const name = '欧阳示例丑';
    await deliverOne(hub, 'D30-SAF', { sourceId: 'LATER-2', name, birthDate, ...record });
    const person = await registerPerson(hub.config, { name, number: numberOf(birthDate, 2), birthDate });
    const reviewId = await signed(person, 'NO_VETO');
    expect(await match()).toBe(1);
    expect((await desk.subject(reviewId)).state).toBe('SIGNED');
    const [candidate] = await askDatabase<{ id: string }>(
      hub.config,
      `select id from integrity.link_candidate where person_id = $1 and state = 'OPEN'`,
      [person],
    );
    await askDatabase(
      hub.config,
      `select set_config('hub.department', 'D30', false), integrity.propose_link($1, 'one', null, '示例'),
         integrity.decide_link($1, true, 'another', null, '示例')
       from (select set_config('hub.department', 'D30', false)) s`,
      [candidate?.id],
    );
    expect(await settled(reviewId)).toBe('PRE_NOTICE');
    expect((await desk.subject(reviewId)).proposal).toBe('VETO');
  });
});

describe('a record that comes only after the signature', () => {
  const laterOf = async (reviewId: string, caller = examiner) => {
    const { review } = await desk.ask<{
      review: { subjects: { nodes: { laterRecords: { department: { code: string } }[] | null }[] } } | null;
    }>(
      caller,
      `query ($id: ID!) { review(id: $id) { subjects(first: 1) { nodes {
        laterRecords { department { code } noticedAt } } } } }`,
      { id: reviewId },
    );
    return review?.subjects.nodes[0]?.laterRecords?.map(({ department }) => department.code);
  };
  const reopen = async (reviewId: string, caller = examiner) => {
    const { id: subjectId, version: expectedVersion } = await desk.subject(reviewId);
    const input = { reviewId, subjectId, expectedVersion, reason: '迟到的记录(示例)' };
    return (await desk.beside(caller, 'reopenReview', input)).userErrors;
  };

  it('changes nothing by itself, is told to those who decide and to its subject, and may be the reason to open the case', async () => {
    const person = somebody();
    const reviewId = await signed(person, 'NO_VETO');
    expect(await laterOf(reviewId)).toEqual([]);
    expect(await reopen(reviewId)).toMatchObject([{ code: 'NOTHING_LATER' }]);
    await recordOf(person);
    const { id, state } = await desk.subject(reviewId);
    expect([state, (await desk.certificate(reviewId, id)) === null]).toEqual(['SIGNED', false]);
    expect(await laterOf(reviewId)).toEqual(['D30']);
    expect(await laterOf(reviewId, { role: 'CITIZEN', person, sub: person })).toEqual(['D30']);
    expect(await laterOf(reviewId, departmentReviewer('D30'))).toBeUndefined();
    expect(await reopen(reviewId, { ...examiner, person })).toMatchObject([{ code: 'OWN_CASE' }]);
    await expect(reopen(reviewId, departmentReviewer('D30'))).rejects.toThrow('FORBIDDEN');
    expect(await reopen(reviewId)).toEqual([]);
    expect(await desk.certificate(reviewId, id)).toBeNull();
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'PRE_NOTICE', proposal: 'VETO' });
    expect(await laterOf(reviewId)).toEqual([]);
  });

  it('is told where it came in the very moment of the signature', async () => {
    const person = somebody();
    const reviewId = await proposed(person, 'NO_VETO');
    await whileSigning(reviewId, () => recordOf(person));
    expect(await laterOf(reviewId)).toEqual(['D30']);
  });

  it('is not told where the review did not ask for it, where it is sealed since, and where the decision is a veto', async () => {
    const person = somebody();
    await recordOf(person);
    const vetoed = await signed(person, 'VETO');
    await recordOf(person, {}, 'D38-RSP');
    expect(await laterOf(vetoed)).toEqual([]);
    const other = somebody();
    const reviewId = await signed(other, 'NO_VETO');
    await recordOf(other, { level: 'MINOR' });
    await recordOf(other, {}, 'D21-HOU');
    await recordOf(other, { decidedOn: inDays(-2_000).slice(0, 10) });
    expect(await laterOf(reviewId)).toEqual([]);
    const recordId = await recordOf(other);
    expect(await laterOf(reviewId)).toEqual(['D30']);
    await actOnRecord(hub, 'sealRecord', 'D30', recordId);
    expect(await laterOf(reviewId)).toEqual([]);
  });
});
