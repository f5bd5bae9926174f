import { randomBytes, type KeyObject } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../../kit/context.ts';
import { expiryOf, outcomesFor, type DecisionOutcome } from '../domain/review/outcome.ts';
import { advance, collectAgain, rulesFor, type Occasion } from './advance.ts';
import { lockToDecide, refuseConcerned, type Seen } from './conflict.ts';
import { issueCertificate } from './issue-certificate.ts';
import { refusals, refuse, type Outcome } from './outcome.ts';
import { act, doingOf, lockSubject, type SubjectRow } from './subject-row.ts';

type Call = Pick<SubgraphContext, 'access' | 'now' | 'today'>;

export type ProposedDecision = Seen & {
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly meetingReference: string;
};

/** Proposes what the meeting decided. It holds nothing until somebody else has signed it. */
export async function proposeDecision(
  database: Kysely<unknown>,
  call: Call,
  { outcome, reason, meetingReference, ...seen }: ProposedDecision,
): Promise<Outcome> {
  const { access, now, today } = call;
  const { caller } = access;
  const occasion = { ...doingOf(call), today };
  const locked = await lockToDecide(database, caller, seen);
  if ('refused' in locked) return locked.refused;
  const { subject } = locked;
  if (subject.state === 'PRE_NOTICE') {
    if (subject.notice_until === null || subject.notice_until >= today)
      return refuse(
        'NOTICE_RUNS',
        `Expected a statement of the subject, or the day after ${subject.notice_until ?? 'the notice'}, found neither.`,
        'subjectId',
      );
    await act(database, 'PRESENT', occasion, [subject.id]);
  } else if (subject.state !== 'AWAITING_DECISION') return refusals.notNow;
  if (await hasChanged(database, occasion, subject)) return refusals.changed;
  const possible =
    subject.proposal === null ? [] : outcomesFor(subject.kind, subject.proposal, subject.missing);
  if (!possible.includes(outcome))
    return refuse(
      'OUTCOME_NOT_OPEN',
      `Expected ${possible.join(' or ')} on ${subject.proposal ?? 'no proposal'}, found ${outcome}.`,
      'outcome',
    );
  if (outcome === 'VETO' && isTermOver(subject, today)) return termOver;
  if (outcome === 'PROVISIONAL' && isReserveOver(subject, today)) return reserveOver;
  await sql`insert into review_decision (id, review_subject_id, outcome, reason, meeting_reference, missing, proposed_by,
      proposed_role, proposed_person, proposed_at)
    values (${`decision-${randomBytes(10).toString('hex')}`}, ${subject.id}, ${outcome}, ${reason}, ${meetingReference},
      ${[...subject.missing]}::text[], ${caller.sub}, ${caller.role}, ${caller.person ?? null}, ${now.toISOString()})`.execute(
    database,
  );
  await act(database, 'PROPOSE', occasion, [subject.id], {
    outcome,
    meetingReference,
    declaration: seen.declaration,
  });
  return { reviewId: seen.reviewId };
}

/** A review may look at a day long past: a veto whose term has run out since denies nothing and is not imposed. */
const isTermOver = ({ effective_to }: SubjectRow, today: string): boolean =>
  effective_to === null || effective_to < today;

const termOver = refuse(
  'TERM_IS_OVER',
  'Expected a ground whose term reaches to this day, found that all have run out: put it off, or decide that there is no veto.',
  'subjectId',
);

/** Thirty days are given once in a case: signed under reserve again and again, what is undetermined would pass. */
const isReserveOver = ({ reserve_until }: SubjectRow, today: string): boolean =>
  reserve_until !== null && reserve_until < today;

const reserveOver = refuse(
  'RESERVE_IS_OVER',
  'Expected a case that was never decided under reserve, or within the days of that, found one whose days are over: put it off.',
  'outcome',
);

interface DecisionRow {
  readonly id: string;
  readonly outcome: DecisionOutcome;
  readonly meeting_reference: string;
  readonly proposed_by: string;
  readonly proposed_person: string | null;
}

/** Signs what somebody else proposed, if it still stands on the same grounds; the certificate comes with it. */
export async function countersignDecision(
  database: Kysely<unknown>,
  call: Call,
  certificateKey: KeyObject,
  { expectedVersion, declaration, ...named }: Seen,
): Promise<Outcome> {
  const { access, now, today } = call;
  const { caller } = access;
  const occasion = { ...doingOf(call), today };
  const subject = await lockSubject(database, named);
  if (!subject) return refusals.notFound;
  if (subject.version !== expectedVersion) return refusals.version;
  if (subject.state !== 'DECIDED') return refusals.notNow;
  const decision = await currentDecision(database, subject.id);
  if (!decision) return refusals.notNow;
  const isSame =
    decision.proposed_by === caller.sub ||
    (caller.person !== undefined && decision.proposed_person === caller.person);
  if (isSame)
    return refuse('SAME_PERSON', 'Expected somebody else than who proposed, found the same.', 'subjectId');
  const refused = await refuseConcerned(database, subject, { caller, declaration });
  if (refused) return refused;
  if (decision.proposed_person === null && caller.person === undefined) return bothDeclared;
  if (await hasChanged(database, occasion, subject)) return refusals.changed;
  if (decision.outcome === 'VETO' && isTermOver(subject, today)) return termOver;
  if (decision.outcome === 'PROVISIONAL' && isReserveOver(subject, today)) return reserveOver;
  const rules = rulesFor(subject);
  const expiresOn = expiryOf(
    decision.outcome,
    {
      decidedOn: today,
      asOf: subject.as_of,
      effectiveTo: subject.effective_to,
      reserveUntil: subject.reserve_until,
    },
    rules,
  );
  const vetoId = decision.outcome === 'VETO' ? await imposeVeto(database, subject, decision, today) : null;
  await sql`update review_decision set countersigned_by = ${caller.sub}, countersigned_role = ${caller.role},
      countersigned_person = ${caller.person ?? null}, countersigned_at = ${now.toISOString()}, expires_on = ${expiresOn}::date, veto_id = ${vetoId}
    where id = ${decision.id}`.execute(database);
  await act(database, 'COUNTERSIGN', occasion, [subject.id], {
    outcome: decision.outcome,
    expiresOn,
    declaration,
  });
  await issueCertificate(database, certificateKey, decision.id);
  return { reviewId: named.reviewId };
}

/** What nobody can check needs somebody beside it who was checked. */
const bothDeclared = refuse(
  'PERSON_UNKNOWN',
  'Expected one of the two who sign to be a person of the register, found two who have declared that they are not concerned.',
  'declaration',
);

/** Gives a proposed decision back to who proposed it. */
export async function returnDecision(
  database: Kysely<unknown>,
  call: Call,
  { reason, ...seen }: Seen & { readonly reason: string },
): Promise<Outcome> {
  const { access, now } = call;
  const { caller } = access;
  const locked = await lockToDecide(database, caller, seen);
  if ('refused' in locked) return locked.refused;
  const { subject } = locked;
  const moved = await act(database, 'RETURN', doingOf(call), [subject.id], {
    reason,
    declaration: seen.declaration,
  });
  if (moved.length === 0) return refusals.notNow;
  await sql`update review_decision set ended_at = ${now.toISOString()}
    where review_subject_id = ${subject.id} and ended_at is null`.execute(database);
  return { reviewId: seen.reviewId };
}

/** Looks again. Where something else is found than the meeting saw, the subject goes back and nothing is decided. */
async function hasChanged(
  database: Kysely<unknown>,
  occasion: Occasion,
  subject: SubjectRow,
): Promise<boolean> {
  const found = await collectAgain(database, subject.id);
  if (found?.groundHash === subject.ground_hash) return false;
  await act(database, 'RECOLLECT', occasion, [subject.id], { cause: 'GROUND_CHANGED' });
  await sql`update review_decision set ended_at = ${occasion.now.toISOString()}
    where review_subject_id = ${subject.id} and ended_at is null`.execute(database);
  await advance(database, occasion, [subject.id]);
  return true;
}

async function currentDecision(
  database: Kysely<unknown>,
  subjectId: string,
): Promise<DecisionRow | undefined> {
  const { rows } = await sql<DecisionRow>`select id, outcome, meeting_reference, proposed_by, proposed_person
    from review_decision where review_subject_id = ${subjectId} and ended_at is null for update`.execute(
    database,
  );
  return rows[0];
}

/** Puts the veto in force, from today to the last day of its gravest ground. */
async function imposeVeto(
  database: Kysely<unknown>,
  subject: SubjectRow,
  { id, meeting_reference }: DecisionRow,
  today: string,
): Promise<string> {
  const { rows } = await sql<{ rule: string; basis_article: string }>`
    select rule, basis_article from review_finding where review_subject_id = ${subject.id} order by place limit 1`.execute(
    database,
  );
  const [ground] = rows;
  if (!ground || subject.effective_to === null) throw new Error('Expected a ground of the veto, found none.');
  const vetoId = `veto-${id}`;
  await sql`select impose_veto(${subject.id}, ${vetoId}, ${ground.rule}, ${today}::date, ${meeting_reference},
    ${subject.effective_to}::date, ${ground.basis_article})`.execute(database);
  return vetoId;
}
