import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { as } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { deliverOne, freshenFeeds, identityOf } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { approver, examiner, inDays, registry, ReviewDesk, today } from '../support/reviews.ts';
import { verified } from '../support/verified.ts';

/**
 * "May a unit get 文明单位 this year? Is there an active 挂牌督办 or veto on the unit or on its leaders, also one that followed a
 * leader from his former post?" and "Decide veto case 7: show trigger event, department opinions, statement of the unit, the
 * article and the end date; then record the meeting's decision with two signatures."
 */
let hub: TestHub;
let desk: ReviewDesk;

interface Unit extends Record<string, unknown> {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly leader: string;
}
let units: readonly Unit[];

beforeAll(async () => {
  hub = await startHub(createPolicy());
  desk = new ReviewDesk(hub);
  await freshenFeeds(hub);
  // Units and leaders without records and vetoes, so that what follows is theirs alone.
  units = await askDatabase<Unit>(
    hub.config,
    `select u.id, u.credit_code as code, u.name, min(l.person_id) as leader from integrity.subject u
     join integrity.subject l on l.unit_id = u.id and l.kind = 'LEADER'
     where u.kind = 'UNIT' and u.id like 'o%' and not exists (select from integrity.record_link r
       join integrity.subject s on s.id = r.subject_id where s.id = u.id or s.person_id = l.person_id)
       and not exists (select from integrity.veto v join integrity.subject s on s.id = v.subject_id
         where s.id = u.id or s.person_id = l.person_id)
     group by u.id, u.credit_code, u.name order by u.id limit 4`,
  );
});
afterAll(() => hub.stop());

const unitAt = (index: number): Unit => {
  const unit = units[index];
  if (!unit) throw new Error('The seeds have too few units without records.');
  return unit;
};
const daysAgo = (days: number): string => inDays(-days).slice(0, 10);
const requestUnit = (unit: Unit, changes: object = {}): Promise<string> =>
  desk.requested([{ kind: 'UNIT', creditCode: unit.code }], { purpose: 'CIVILISED_TITLE', ...changes });
const standingOf = async (person: string): Promise<boolean | undefined> => {
  const { me } = await as(hub, { role: 'CITIZEN', person, sub: person }, { purpose: 'SELF_ACCESS' }).request<{
    me: { integrity: { standing: { hasActiveVeto: boolean } } } | null;
  }>('{ me { integrity { standing { hasActiveVeto } } } }');
  return me?.integrity.standing.hasActiveVeto;
};
const stateCase = async (reviewId: string, caller = registry) =>
  desk.beside(caller, 'stateCase', {
    reviewId,
    subjectId: (await desk.subject(reviewId)).id,
    statement: '已完成整改(示例)',
  });

describe('a unit without any record', () => {
  it('passes only when every department that is asked has said so', async () => {
    const reviewId = await requestUnit(unitAt(0));
    expect((await desk.subject(reviewId)).proposal).toBeNull();
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
    await desk.answerAll(reviewId);
    expect(await desk.subject(reviewId)).toMatchObject({ proposal: 'PASS', state: 'AWAITING_DECISION' });
    expect((await desk.propose(reviewId, 'VETO')).userErrors).toMatchObject([{ code: 'OUTCOME_NOT_OPEN' }]);
    expect((await desk.propose(reviewId, 'NO_VETO')).userErrors).toEqual([]);
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    const subject = await desk.subject(reviewId);
    expect(subject).toMatchObject({ state: 'SIGNED', decision: { outcome: 'NO_VETO' } });
    const certificate = await desk.certificate(reviewId, subject.id);
    expect(await verified(hub, certificate?.jws)).toMatchObject({
      subject: { kind: 'UNIT', name: unitAt(0).name },
      proposal: 'PASS',
      coverage: { required: 42, answered: 42, missing: [] },
      headline: certificate?.headline,
    });
  });

  it('cannot be made to pass while a department is missing: it is put off, or signed under reserve for 30 days', async () => {
    const reviewId = await requestUnit(unitAt(1));
    const { id, version } = await desk.subject(reviewId);
    const named = { reviewId, subjectId: id };
    await desk.beside(examiner, 'closeCollection', { ...named, expectedVersion: version });
    const subject = await desk.subject(reviewId);
    expect(subject).toMatchObject({ proposal: 'UNDETERMINED', state: 'AWAITING_DECISION' });
    for (const outcome of ['NO_VETO', 'VETO', 'OPINION'])
      expect((await desk.propose(reviewId, outcome)).userErrors).toMatchObject([
        { code: 'OUTCOME_NOT_OPEN' },
      ]);
    expect((await desk.propose(reviewId, 'PROVISIONAL')).userErrors).toEqual([]);
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    const { decision } = await desk.subject(reviewId);
    expect(decision).toMatchObject({ outcome: 'PROVISIONAL' });
    expect(Date.parse(decision?.expiresOn ?? '') - Date.parse(today())).toBe(30 * 86_400_000);
    const certificate = await desk.certificate(reviewId, id);
    expect(certificate?.headline).toMatch(
      /^39 of 42 answered, \d+ of them not applicable; missing: 市纪委监委、市审计局、市国有资产监督管理委员会$/,
    );
    expect(await verified(hub, certificate?.jws)).toMatchObject({ decision: { outcome: 'PROVISIONAL' } });
    // A later answer is no longer missing: what was signed under reserve is opened again.
    expect((await desk.answer(reviewId, 'D02')).userErrors).toEqual([]);
    expect(await desk.subject(reviewId)).toMatchObject({ state: 'COLLECTING', decision: null });
    expect(await desk.certificate(reviewId, id)).toBeNull();
  });
});

describe('a unit that is 挂牌督办', () => {
  let reviewId: string;
  let recordId: string;

  it('is proposed for a veto, with the record, the article and the term', async () => {
    const unit = unitAt(2);
    recordId = await deliverOne(hub, 'D01-SUP', {
      sourceId: 'SUP-7',
      creditCode: unit.code,
      name: unit.name,
      level: 'SERIOUS',
      decidedOn: daysAgo(40),
      title: '挂牌督办(示例)',
    });
    reviewId = await requestUnit(unit);
    await desk.answerAll(reviewId);
    const subject = await desk.subject(reviewId);
    expect(subject).toMatchObject({ proposal: 'VETO', state: 'PRE_NOTICE' });
    expect(subject.findings).toEqual([{ rule: 'T5', record: { id: recordId }, effect: 'DENIES_HONOUR' }]);
    const { review } = await desk.ask<{
      review: { subjects: { nodes: readonly { findings: readonly object[]; noticeUntil: string }[] } };
    }>(
      examiner,
      `query ($id: ID!) { review(id: $id) { subjects(first: 1) { nodes { noticeUntil
        findings { basisArticle effectiveFrom effectiveTo } } } } }`,
      { id: reviewId },
    );
    const [{ findings, noticeUntil } = { findings: [], noticeUntil: '' }] = review.subjects.nodes;
    expect(findings).toMatchObject([{ effectiveFrom: daysAgo(40) }]);
    expect(JSON.stringify(findings)).toContain('第二十九条第一项');
    expect(noticeUntil > today()).toBe(true);
  });

  it('shows its leader the evidence, and nobody decides before he has spoken or his time is over', async () => {
    const leader = { role: 'CITIZEN', person: unitAt(2).leader, sub: 'the leader' } as const;
    const { myReviews } = await desk.ask<{
      myReviews: { nodes: readonly { state: string; findings: readonly { rule: string }[] }[] };
    }>(leader, '{ myReviews(first: 5) { nodes { state findings { rule } } } }', {});
    expect(myReviews.nodes).toEqual([{ state: 'PRE_NOTICE', findings: [{ rule: 'T5' }] }]);
    expect((await desk.propose(reviewId, 'VETO')).userErrors).toMatchObject([{ code: 'NOTICE_RUNS' }]);
    expect((await stateCase(reviewId, leader)).userErrors).toEqual([]);
  });

  it('is vetoed by two people of whom neither is concerned, and the certificate says so', async () => {
    expect(
      (await desk.propose(reviewId, 'VETO', { ...examiner, person: unitAt(2).leader })).userErrors,
    ).toMatchObject([{ code: 'OWN_CASE' }]);
    expect(
      (await desk.propose(reviewId, 'VETO', { ...examiner, department: 'D01' })).userErrors,
    ).toMatchObject([{ code: 'COMPLAINING_DEPARTMENT' }]);
    expect((await desk.propose(reviewId, 'VETO')).userErrors).toEqual([]);
    expect(
      (await desk.countersign(reviewId, { ...approver, sub: examiner.sub ?? '' })).userErrors,
    ).toMatchObject([{ code: 'SAME_PERSON' }]);
    expect((await desk.countersign(reviewId, { ...approver, department: 'D01' })).userErrors).toMatchObject([
      { code: 'COMPLAINING_DEPARTMENT' },
    ]);
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    const subject = await desk.subject(reviewId);
    expect(subject).toMatchObject({ state: 'SIGNED', decision: { outcome: 'VETO' } });
    const [veto] = await askDatabase<{ trigger: string; to: string; on: string }>(
      hub.config,
      `select trigger, effective_to::text as to, subject_id as on from integrity.veto
       where id like 'veto-decision-%' and revoked_on is null`,
    );
    expect(veto).toEqual({ trigger: 'T5', to: subject.decision?.expiresOn, on: unitAt(2).id });
    const certificate = await desk.certificate(reviewId, subject.id);
    expect(certificate?.headline).toMatch(/^42 of 42 answered/);
    expect(await verified(hub, certificate?.jws)).toMatchObject({
      proposal: 'VETO',
      findings: [{ rule: 'T5', record: { id: recordId }, effectiveTo: veto?.to }],
      decision: { outcome: 'VETO', signatures: [{ role: 'VETO_REVIEWER' }, { role: 'REVIEW_APPROVER' }] },
    });
  });

  it('is refused the next title too while the veto runs, whatever the other departments say', async () => {
    const next = await requestUnit(unitAt(2), { purpose: 'PEACE_TITLE' });
    await desk.answerAll(next);
    const { proposal, findings } = await desk.subject(next);
    expect(proposal).toBe('VETO');
    expect(findings).toContainEqual({ rule: 'T6', record: null, effect: 'DENIES_HONOUR' });
  });

  it('appeals, and a third person answers; overturned, the veto is gone', async () => {
    const { id } = await desk.subject(reviewId);
    const appeal = { idempotencyKey: 'appeal-1', reviewId, subjectId: id, reason: '已按期整改(示例)' };
    const leader = { role: 'CITIZEN', person: unitAt(2).leader, sub: 'the leader' } as const;
    const stranger = { role: 'CITIZEN', person: unitAt(3).leader, sub: 'a stranger' } as const;
    expect((await desk.contract(stranger, 'appealDecision', appeal)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await desk.contract(leader, 'appealDecision', appeal)).userErrors).toEqual([]);
    expect((await desk.contract(leader, 'appealDecision', appeal)).userErrors).toEqual([]);
    const { version, state } = await desk.subject(reviewId);
    expect(state).toBe('APPEALED');
    const answer = {
      reviewId,
      subjectId: id,
      outcome: 'OVERTURNED',
      reason: '整改属实(示例)',
      expectedVersion: version,
    };
    expect((await desk.beside(approver, 'answerAppeal', answer)).userErrors).toMatchObject([
      { code: 'SAME_PERSON' },
    ]);
    const third = { ...approver, sub: 'a third' };
    expect((await desk.beside(third, 'answerAppeal', answer)).userErrors).toMatchObject([
      { code: 'SAME_PERSON' },
    ]);
    expect(
      (await desk.beside({ ...third, person: registry.person }, 'answerAppeal', answer)).userErrors,
    ).toEqual([]);
    expect((await desk.subject(reviewId)).state).toBe('OVERTURNED');
    expect(await desk.certificate(reviewId, id)).toBeNull();
    const inForce = await askDatabase(
      hub.config,
      `select from integrity.veto where id like 'veto-decision-%' and revoked_on is null`,
    );
    expect(inForce).toEqual([]);
  });
});

describe('a leader who is vetoed', () => {
  it('takes the veto with him to another post, shows it in his standing, and is a matter for his new unit', async () => {
    const unit = unitAt(3);
    await deliverOne(hub, 'D30-SAF', {
      sourceId: 'SAF-1',
      ...(await identityOf(hub, unit.leader)),
      level: 'SERIOUS',
      decidedOn: daysAgo(60),
      title: '生产安全事故责任(示例)',
    });
    const reviewId = await desk.requested([{ kind: 'LEADER', person: unit.leader, post: '主要负责人' }], {
      purpose: 'PROMOTION',
    });
    await desk.answerAll(reviewId);
    const subject = await desk.subject(reviewId);
    expect(subject).toMatchObject({ proposal: 'VETO', state: 'PRE_NOTICE' });
    expect(subject.findings).toMatchObject([{ rule: 'T3', effect: 'DENIES_HONOUR_AND_PROMOTION' }]);
    expect(await standingOf(unit.leader)).toBe(false);
    await stateCase(reviewId);
    expect((await desk.propose(reviewId, 'VETO', registry)).userErrors).toMatchObject([
      { code: 'SAME_PERSON', message: expect.stringContaining('handed in the statement') },
    ]);
    await desk.propose(reviewId, 'VETO');
    expect((await desk.countersign(reviewId)).userErrors).toEqual([]);
    expect(await standingOf(unit.leader)).toBe(true);

    const elsewhere = await desk.requested([{ kind: 'LEADER', person: unit.leader, post: '分管负责人' }], {
      purpose: 'HONOUR_PERSON',
    });
    await desk.answerAll(elsewhere);
    expect(await desk.subject(elsewhere)).toMatchObject({ proposal: 'VETO' });
    const ofUnit = await requestUnit(unit);
    await desk.answerAll(ofUnit);
    const { proposal, findings } = await desk.subject(ofUnit);
    expect(proposal).toBe('UNDETERMINED');
    expect(findings).toContainEqual({ rule: 'T6', record: null, effect: 'TO_BE_WEIGHED' });
  });
});
