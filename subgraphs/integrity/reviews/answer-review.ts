import { hash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../../kit/context.ts';
import {
  isSettled,
  needsReason,
  stateOfOpinion,
  type AnswerState,
  type DepartmentOpinion,
} from '../domain/review/answer.ts';
import type { SubjectState } from '../domain/review/subject-state.ts';
import { advance, canonical, type Occasion } from './advance.ts';
import { refuseOwn, type Acting } from './conflict.ts';
import { refusals, refuse, type Outcome } from './outcome.ts';
import { act, doingOf, lockSubject, type Named } from './subject-row.ts';

type Call = Pick<SubgraphContext, 'access' | 'now' | 'today'>;

export interface GivenAnswer extends Named, Pick<Acting, 'declaration'> {
  readonly department: string;
  readonly opinion: DepartmentOpinion;
  readonly reason?: string | null | undefined;
  readonly expectedVersion: number;
}

interface AnswerRow {
  readonly state: AnswerState;
  readonly opinion: DepartmentOpinion | null;
  readonly is_held: boolean | null;
  readonly is_doubted: boolean;
}

/** States in which an answer is taken. After a signature only one that was missing is: it opens the case again. */
const open: ReadonlySet<SubjectState> = new Set(['COLLECTING', 'PRE_NOTICE', 'AWAITING_DECISION', 'DECIDED']);

const signed: ReadonlySet<SubjectState> = new Set(['SIGNED', 'UPHELD']);

/** What has come to its end is history: nothing is taken back out of it. */
const over: ReadonlySet<SubjectState> = new Set(['EXPIRED', 'SUPERSEDED', 'REVOKED']);

const ofOther = refuse('OTHER_DEPARTMENT', 'Expected the own department, found another.', 'department');

/** Gives the opinion of the caller's department. What contradicts its own records or its index of holdings is not taken for "none". */
export async function answerReview(
  database: Kysely<unknown>,
  call: Call,
  { reviewId, subjectId, department, opinion, reason, expectedVersion, declaration }: GivenAnswer,
): Promise<Outcome> {
  const { access, now, today } = call;
  const { caller } = access;
  if (department !== caller.department) return ofOther;
  if (needsReason(opinion) && !reason)
    return refuse('REASON_REQUIRED', `Expected a reason with ${opinion}, found none.`, 'reason');
  const subject = await lockSubject(database, { reviewId, subjectId });
  if (!subject) return refusals.notFound;
  if (subject.version !== expectedVersion) return refusals.version;
  const refused = await refuseOwn(database, [subjectId], { caller, declaration });
  if (refused) return refused;
  const answer = await answerOf(database, subjectId, department);
  // To a department that is not asked there is no such review.
  if (!answer || (answer.state === 'NOT_APPLICABLE' && answer.opinion === null)) return refusals.notFound;
  const isLate = signed.has(subject.state);
  if (!open.has(subject.state) && !(isLate && !isSettled(answer.state))) return refusals.notNow;
  if (answer.state === 'ANSWERED_RECORD' && answer.opinion === null)
    return refuse(
      'CONTRADICTS_RECORDS',
      'Expected a department whose records have not answered, found one: repair, take back or unlink its records first.',
      'opinion',
    );
  const denies = opinion === 'NO_OBJECTION' || opinion === 'NOT_APPLICABLE';
  if (denies && answer.is_doubted)
    return refuse(
      'IDENTITY_UNDECIDED',
      'Expected that the department’s records that may be this subject’s are decided, found some that are not.',
      'opinion',
    );
  const state = denies && answer.is_held === true ? 'INVALID' : stateOfOpinion(opinion);
  const response = hash(
    'sha256',
    canonical({ state, opinion, reason: reason ?? null, at: now.toISOString() }),
    'hex',
  );
  await sql`update review_answer set state = ${state}, opinion = ${opinion}, reason = ${reason ?? null},
      answered_at = ${now.toISOString()}, answered_by = ${caller.sub},
      data_as_of = case when ${opinion} = 'RECUSED' then null else ${now.toISOString()}::timestamptz end,
      due_at = case when ${isSettled(state)} then null else
        coalesce(due_at, (select r.deadline from review r where r.id = ${reviewId})) end,
      response_hash = sha256(request_hash || decode(${response}, 'hex'))
    where review_subject_id = ${subjectId} and department_code = ${department}`.execute(database);
  const doing = doingOf(call);
  await act(database, 'ANSWER', doing, [subjectId], { department, opinion, state, declaration });
  if (isLate)
    await sql`select reopen_reviews(${[subjectId]}::text[], ${caller.sub}, 'LATE_ANSWER',
      ${JSON.stringify({ department })}::jsonb)`.execute(database);
  await recollect(database, { ...doing, today }, subjectId);
  return { reviewId };
}

export interface WithdrawnAnswer extends Named, Pick<Acting, 'declaration'> {
  readonly department: string;
  readonly reason: string;
  readonly expectedVersion: number;
}

/** Takes an answer back; what was decided on it is opened again. */
export async function withdrawAnswer(
  database: Kysely<unknown>,
  call: Call,
  { reviewId, subjectId, department, reason, expectedVersion, declaration }: WithdrawnAnswer,
): Promise<Outcome> {
  const { access, now, today } = call;
  const { caller } = access;
  if (department !== caller.department) return ofOther;
  const subject = await lockSubject(database, { reviewId, subjectId });
  if (!subject) return refusals.notFound;
  if (subject.version !== expectedVersion) return refusals.version;
  if (over.has(subject.state)) return refusals.notNow;
  const refused = await refuseOwn(database, [subjectId], { caller, declaration });
  if (refused) return refused;
  const { numAffectedRows } =
    await sql`update review_answer set state = 'WITHDRAWN', opinion = 'REFUSED', reason = ${reason},
      answered_at = ${now.toISOString()}, answered_by = ${caller.sub}, records = '[]',
      due_at = (select r.deadline from review r where r.id = ${reviewId}),
      response_hash = sha256(request_hash || convert_to(${`WITHDRAWN ${now.toISOString()}`}, 'UTF8'))
    where review_subject_id = ${subjectId} and department_code = ${department}
      and (state in ('ANSWERED_NONE', 'ANSWERED_RECORD', 'SUPPRESSED', 'REFUSED')
        or (state = 'NOT_APPLICABLE' and opinion is not null))`.execute(database);
  if (numAffectedRows !== 1n)
    return refuse(
      'NOTHING_TO_WITHDRAW',
      'Expected an answer that the department has given, found none.',
      'department',
    );
  await act(database, 'WITHDRAW', doingOf(call), [subjectId], { department, declaration });
  await sql`select reopen_reviews(${[subjectId]}::text[], ${caller.sub}, 'ANSWER_WITHDRAWN',
    ${JSON.stringify({ department })}::jsonb)`.execute(database);
  await advance(database, { ...doingOf(call), today }, [subjectId]);
  return { reviewId };
}

/** What was evaluated without the answer is evaluated again with it. */
async function recollect(database: Kysely<unknown>, occasion: Occasion, subjectId: string): Promise<void> {
  const moved = await act(database, 'RECOLLECT', occasion, [subjectId], { cause: 'ANSWER' });
  if (moved.length > 0)
    await sql`update review_decision set ended_at = ${occasion.now.toISOString()}
      where review_subject_id = ${subjectId} and ended_at is null`.execute(database);
  await advance(database, occasion, [subjectId]);
}

async function answerOf(
  database: Kysely<unknown>,
  subjectId: string,
  department: string,
): Promise<AnswerRow | undefined> {
  const { rows } = await sql<AnswerRow>`
    select a.state, a.opinion,
      is_held_unseen(a.review_subject_id, a.department_code) as is_held,
      is_identity_open(a.review_subject_id, a.department_code) as is_doubted
    from review_answer a where a.review_subject_id = ${subjectId} and a.department_code = ${department}`.execute(
    database,
  );
  return rows[0];
}
