import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../../kit/context.ts';
import { addDays } from '../domain/review/months.ts';
import { rulesFor } from './advance.ts';
import { refuseConcerned, type Acting } from './conflict.ts';
import { refusals, refuse, type Outcome } from './outcome.ts';
import { act, doingOf, lockSubject, type Named, type SubjectRow } from './subject-row.ts';

type Call = Pick<SubgraphContext, 'access' | 'now' | 'today'>;

/** Whether the caller may speak for the subject: its own person, who leads the unit, or the office that got it in writing. */
async function speaks(database: Kysely<unknown>, { access }: Call, { id }: SubjectRow): Promise<boolean> {
  if (!access.isOwnBusiness) return true;
  const { rows } = await sql<{ is_his: boolean }>`
    select is_told(s) and speaks_for(s.id, ${access.caller.person ?? null}) as is_his from review_subject s where s.id = ${id}`.execute(
    database,
  );
  return rows[0]?.is_his === true;
}

/** Writes down what the subject says before a veto is decided; the meeting need not wait any longer. */
export async function stateCase(
  database: Kysely<unknown>,
  call: Call,
  { statement, ...named }: Named & { readonly statement: string },
): Promise<Outcome> {
  const subject = await lockSubject(database, named);
  if (!subject || !(await speaks(database, call, subject))) return refusals.notFound;
  if (subject.state !== 'PRE_NOTICE') return refusals.notNow;
  const doing = doingOf(call);
  await act(
    database,
    'STATE_CASE',
    doing,
    [subject.id],
    {},
    { statement, stated_at: call.now.toISOString() },
  );
  await act(database, 'PRESENT', doing, [subject.id]);
  return { reviewId: named.reviewId };
}

export interface Appeal extends Named {
  readonly idempotencyKey: string;
  readonly reason: string;
}

interface Signed {
  readonly id: string;
  readonly signed_on: string;
  readonly proposed_by: string;
  readonly countersigned_by: string;
  readonly persons: readonly (string | null)[];
}

/** Appeals against a decision in force; once, and within the days that the rules give. */
export async function appealDecision(
  database: Kysely<unknown>,
  call: Call,
  { idempotencyKey, reason, ...named }: Appeal,
): Promise<Outcome> {
  const { access, now, today } = call;
  const { sub } = access.caller;
  const { rows: known } = await sql<{ is_same: boolean }>`
    select review_subject_id = ${named.subjectId} and reason = ${reason} as is_same from review_appeal
    where actor = ${sub} and idempotency_key = ${idempotencyKey}`.execute(database);
  if (known[0])
    return known[0].is_same
      ? { reviewId: named.reviewId }
      : refuse(
          'KEY_ALREADY_USED',
          'Expected the content this idempotency key was used with before, found another.',
          'idempotencyKey',
        );
  const subject = await lockSubject(database, named);
  if (!subject || !(await speaks(database, call, subject))) return refusals.notFound;
  const decision = await signedDecision(database, subject.id);
  if (subject.state !== 'SIGNED' || !decision) return refusals.notNow;
  const last = addDays(decision.signed_on, rulesFor(subject).appealDays);
  if (today > last)
    return refuse('TOO_LATE', `Expected an appeal until ${last}, found one after it.`, 'subjectId');
  await sql`insert into review_appeal (id, review_subject_id, decision_id, actor, idempotency_key, reason, raised_at)
    values (${`appeal-${randomBytes(10).toString('hex')}`}, ${subject.id}, ${decision.id}, ${sub}, ${idempotencyKey}, ${reason},
      ${now.toISOString()})`.execute(database);
  await act(database, 'APPEAL', doingOf(call), [subject.id]);
  return { reviewId: named.reviewId };
}

export interface AppealAnswer extends Named, Pick<Acting, 'declaration'> {
  readonly outcome: 'UPHELD' | 'OVERTURNED';
  readonly reason: string;
  readonly expectedVersion: number;
}

/** Answers an appeal; neither of those who signed does. An overturned veto is lifted at once. */
export async function answerAppeal(
  database: Kysely<unknown>,
  call: Call,
  { outcome, reason, expectedVersion, declaration, ...named }: AppealAnswer,
): Promise<Outcome> {
  const { access, now, today } = call;
  const { caller } = access;
  const subject = await lockSubject(database, named);
  if (!subject) return refusals.notFound;
  if (subject.version !== expectedVersion) return refusals.version;
  const decision = await signedDecision(database, subject.id);
  if (subject.state !== 'APPEALED' || !decision) return refusals.notNow;
  const hasSigned =
    [decision.proposed_by, decision.countersigned_by].includes(caller.sub) ||
    (caller.person !== undefined && decision.persons.includes(caller.person));
  if (hasSigned)
    return refuse(
      'SAME_PERSON',
      'Expected somebody who did not sign the decision, found one who did.',
      'subjectId',
    );
  const refused = await refuseConcerned(database, subject, { caller, declaration });
  if (refused) return refused;
  await sql`update review_appeal set outcome = ${outcome}, answer = ${reason}, answered_by = ${caller.sub},
    answered_at = ${now.toISOString()} where decision_id = ${decision.id}`.execute(database);
  await act(database, outcome === 'UPHELD' ? 'UPHOLD' : 'OVERTURN', doingOf(call), [subject.id], {
    declaration,
  });
  if (outcome === 'OVERTURNED') await sql`select lift_veto(${subject.id}, ${today}::date)`.execute(database);
  return { reviewId: named.reviewId };
}

async function signedDecision(database: Kysely<unknown>, subjectId: string): Promise<Signed | undefined> {
  const { rows } = await sql<Signed>`
    select id, (countersigned_at at time zone 'Asia/Shanghai')::date::text as signed_on, proposed_by, countersigned_by,
      array[proposed_person, countersigned_person] as persons
    from review_decision where review_subject_id = ${subjectId} and ended_at is null and countersigned_at is not null`.execute(
    database,
  );
  return rows[0];
}
