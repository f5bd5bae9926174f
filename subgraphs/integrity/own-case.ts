import { sql } from 'kysely';
import type { Expression, ReadScope, RecordSource, Row } from '../kit/reads/shape.ts';

type IsAdmitted = NonNullable<RecordSource['isAdmitted']>;

/**
 * A case of an official's own, of his household or of a unit that one of it leads is absent to him, as deciding it is closed
 * to him (公务员法 §76): he would read what is held against him before he is told. As a citizen he is told in his time.
 */
export const isNotOwnCase =
  (subject: (row: Row) => Expression): IsAdmitted =>
  (row, _bits, scope) =>
    isOthers(subject(row), scope);

/** Whose own cases are left out of what is told of a review as a whole; null where there are none. */
export const reviewerOf = (scope: ReadScope): Expression =>
  sql`(case when ${asksForHimself(scope)} then null else ${scope.access.person} end)`;

/**
 * How many cases of a review are where, as text behind FROM: of those that the caller may see, since the difference to all of
 * them would tell him how his own case stands.
 */
export const progressOf = (review: Row, scope: ReadScope): Expression =>
  sql`review_progress(${review('id')}, ${reviewerOf(scope)}) s`;

/** A review of nothing but his own case is absent to an official like the case. */
export const isOfOthers: IsAdmitted = (review, _bits, scope) =>
  sql`(case when ${asksForHimself(scope)} then true else exists (select from ${progressOf(review, scope)}) end)`;

const isOthers = (subject: Expression, scope: ReadScope): Expression =>
  sql`(case when ${asksForHimself(scope)} then true else not is_own_review(${subject}, ${scope.access.person}) end)`;

/** Nobody in particular, or a citizen, of whom the rows of the table decide. */
const asksForHimself = ({ access }: ReadScope): Expression =>
  sql`(${access.isOwnBusiness} or ${access.person} is null)`;
