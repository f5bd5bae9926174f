import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../../kit/context.ts';
import { advance } from './advance.ts';
import { lockToDecide, refuseOwn, type Acting, type Seen } from './conflict.ts';
import { refusals, refuse, type Outcome } from './outcome.ts';
import { act, doingOf, lockSubject } from './subject-row.ts';

type Call = Pick<SubgraphContext, 'access' | 'now' | 'today'>;
type Declared = Pick<Acting, 'declaration'>;

/** Ends the wait for answers on a subject; what is missing stays missing, and nothing passes that way. */
export async function closeCollection(
  database: Kysely<unknown>,
  call: Call,
  { expectedVersion, declaration, ...named }: Seen,
): Promise<Outcome> {
  const subject = await lockSubject(database, named);
  if (!subject) return refusals.notFound;
  if (subject.version !== expectedVersion) return refusals.version;
  if (subject.state !== 'COLLECTING') return refusals.notNow;
  const refused = await refuseOwn(database, [subject.id], { caller: call.access.caller, declaration });
  if (refused) return refused;
  await advance(database, { ...doingOf(call), today: call.today }, [subject.id], true);
  return { reviewId: named.reviewId };
}

/**
 * Opens a signed case again because a record has come that its department's "none" did not tell. Somebody's act and not the
 * register's own: nobody has corrected anything, and what is signed holds until people say otherwise.
 */
export async function reopenReview(
  database: Kysely<unknown>,
  call: Call,
  { reason, ...seen }: Seen & { readonly reason: string },
): Promise<Outcome> {
  const { caller } = call.access;
  const locked = await lockToDecide(database, caller, seen);
  if ('refused' in locked) return locked.refused;
  const { subject } = locked;
  const { rows } = await sql<{ department_code: string }>`
    select department_code from later_departments(${subject.id}) order by 1`.execute(database);
  if (rows.length === 0)
    return refuse(
      'NOTHING_LATER',
      'Expected a signed case about which a record has come since, found none: an answer that was wrong is taken back by its department.',
      'subjectId',
    );
  const departments = rows.map(({ department_code }) => department_code);
  await sql`select reopen_reviews(${[subject.id]}::text[], ${caller.sub}, 'LATER_RECORD',
    ${JSON.stringify({ departments, reason, declaration: seen.declaration })}::jsonb)`.execute(database);
  await advance(database, { ...doingOf(call), today: call.today }, [subject.id]);
  return { reviewId: seen.reviewId };
}

/** Revokes what of a review is not signed. Nobody makes his own case go away so. */
export async function cancelReview(
  database: Kysely<unknown>,
  call: Call,
  { reviewId, reason, declaration }: Declared & { readonly reviewId: string; readonly reason: string },
): Promise<Outcome> {
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state from review_subject where review_id = ${reviewId} for update`.execute(database);
  if (rows.length === 0)
    return refuse('NOT_FOUND', 'Expected a review that the caller may see, found another.', 'reviewId');
  const open = rows.filter(({ state }) => !closed.has(state)).map(({ id }) => id);
  const refused = await refuseOwn(database, open, { caller: call.access.caller, declaration });
  if (refused) return refused;
  await sql`update review_decision set ended_at = ${call.now.toISOString()}
    where review_subject_id = any(${open}::text[]) and ended_at is null`.execute(database);
  await act(database, 'REVOKE', doingOf(call), open, { reason, declaration }, { needs_collection: false });
  await sql`update review set cancelled_at = coalesce(cancelled_at, ${call.now.toISOString()}), cancel_reason = ${reason}
    where id = ${reviewId}`.execute(database);
  return { reviewId };
}

const closed = new Set(['SIGNED', 'APPEALED', 'UPHELD', 'OVERTURNED', 'EXPIRED', 'SUPERSEDED', 'REVOKED']);

/** Reminds the departments that still owe an answer. */
export async function remindDepartments(
  database: Kysely<unknown>,
  call: Call,
  { reviewId }: { readonly reviewId: string },
): Promise<Outcome> {
  const { rows } = await sql<{ id: string }>`
    update review_answer a set reminded_at = ${call.now.toISOString()} from review_subject s
    where s.id = a.review_subject_id and s.review_id = ${reviewId} and a.due_at is not null
      and s.state in ('COLLECTING', 'PRE_NOTICE', 'AWAITING_DECISION') returning s.id`.execute(database);
  await act(database, 'REMIND', doingOf(call), [...new Set(rows.map(({ id }) => id))]);
  const { rows: found } = await sql`select from review where id = ${reviewId}`.execute(database);
  return found.length > 0
    ? { reviewId }
    : refuse('NOT_FOUND', 'Expected a review that the caller may see, found another.', 'reviewId');
}
