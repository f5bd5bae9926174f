import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import {
  byKey,
  column,
  connection,
  many,
  one,
  sameRow,
  value,
  type Expression,
  type FieldRead,
  type ReadScope,
  type RecordSource,
  type Row,
  type Shape,
} from '../kit/reads/shape.ts';
import { isNotOwnCase, isOfOthers, progressOf, reviewerOf } from './own-case.ts';
import { departmentCount } from './domain/review/evaluate.ts';
import { createReviewSubjectShapes } from './review-subject-reads.ts';
import { reviewStates, stageOf, subjectStates } from './domain/review/subject-state.ts';

const bitWhere = (condition: Expression, name: 'area' | 'self' | 'department'): Expression =>
  sql`(case when ${condition} then ${sql.lit(bitOf(name))} else 0 end)`;

/** Whose a review is: of the area it was asked in, of the departments that are asked, of whom it tells. */
const reviewBits = (row: Row, { access }: ReadScope): Expression => sql`(
  ${bitWhere(access.isInArea(row('area_code')), 'area')}
  | ${bitWhere(sql`${access.department} is not null and review_asks(${row('id')}, ${access.department})`, 'department')}
  | ${bitWhere(sql`${access.person} is not null and review_tells(${row('id')}, ${access.person})`, 'self')})`;

/** The same of one of its subjects, who sees himself and nobody else of it. */
const subjectBits =
  (subject: (row: Row) => Expression): RecordSource['bits'] =>
  (row, { access }) => {
    const area = sql`(select r.area_code from review r join review_subject s on s.review_id = r.id
      where s.id = ${subject(row)})`;
    const isTold = sql`${access.person} is not null and exists (select from review_subject s
      where s.id = ${subject(row)} and is_told(s) and speaks_for(s.id, ${access.person}))`;
    const asks = sql`${access.department} is not null and exists (select from review_answer a
      where a.review_subject_id = ${subject(row)} and a.department_code = ${access.department}
        and (a.state <> 'NOT_APPLICABLE' or a.opinion is not null))`;
    return sql`(${bitWhere(access.isInArea(area), 'area')} | ${bitWhere(isTold, 'self')} | ${bitWhere(asks, 'department')})`;
  };

const ofRow = (row: Row): Expression => row('id');
const ofParent = (row: Row): Expression => row('review_subject_id');
const personOfParent = (row: Row): Expression =>
  sql`(select s.person_id from review_subject s where s.id = ${ofParent(row)})`;

/** Of what hangs on a subject: the subject's, but that a department is asked opens its own answer alone. */
const others = sql.lit(bitOf('area') | bitOf('self'));
const answerBits: RecordSource['bits'] = (row, { access, bits }) =>
  sql`((${bits()} & ${others}) | ${bitWhere(sql`${row('department_code')} = ${access.department}`, 'department')})`;
const resultBits: RecordSource['bits'] = (_row, { bits }) => sql`(${bits()} & ${others})`;
const appealBits: RecordSource['bits'] = (_row, { bits }) => bits();
/** What is proposed and not signed is nobody's decision yet: it is the office's alone. */
const office = sql.lit(bitOf('area'));
const decisionBits: RecordSource['bits'] = (row, { bits }) =>
  sql`(case when ${row('countersigned_at')} is null then ${bits()} & ${office} else ${bits()} end)`;

const stages = sql.join(
  subjectStates.map(
    (state) => sql`when ${sql.lit(state)} then ${sql.lit(reviewStates.indexOf(stageOf(state)) + 1)}`,
  ),
  sql` `,
);

/** A review has no state of its own: it is where the least advanced of its subjects is. */
const reviewState = value(
  (
    row,
    scope,
  ) => sql`coalesce((select (array[${sql.join(reviewStates.map((state) => sql.lit(state)))}])[min(case s.state
    ${stages} end)] from ${progressOf(row, scope)}), 'DRAFT')`,
);

/** The reads of reviews, for the root and beside it. `department` is how the catalogue shows one. */
export function createReviewReads(department: () => Shape): {
  readonly review: Shape;
  readonly roots: Readonly<Record<string, FieldRead>>;
  readonly shapes: readonly Shape[];
} {
  const { subject, answer, parts } = createReviewSubjectShapes({
    department,
    review: () => review,
    subjectRecord: {
      admittedBy: 'REVIEW',
      bits: subjectBits(ofRow),
      person: (row) => row('person_id'),
      isAdmitted: isNotOwnCase(ofRow),
    },
    answerRecord: { admittedBy: 'REVIEW_ANSWER', bits: answerBits },
    findingRecord: { admittedBy: 'REVIEW_RESULT', bits: resultBits },
    laterRecord: { admittedBy: 'REVIEW_RESULT', bits: resultBits },
    decisionRecord: { admittedBy: 'REVIEW_DECISION', bits: decisionBits },
    appealRecord: { admittedBy: 'REVIEW_DECISION', bits: appealBits },
  });
  const coverage: Shape = {
    type: 'ReviewCoverage',
    fields: {
      required: value(() => sql.lit(departmentCount)),
      answered: value((row) => sql`(${sql.lit(departmentCount)} - cardinality(${row('missing')}))`),
      missing: many(
        department,
        (child, row) => sql`department ${child.table} where ${child('code')} = any(${row('missing')})`,
        (child) => child('code'),
      ),
    },
  };
  const progress: Shape = {
    type: 'ReviewProgress',
    fields: { state: column('state'), count: column('count') },
  };
  const review: Shape = {
    type: 'Review',
    entity: { key: 'id', table: 'review' },
    record: { admittedBy: 'REVIEW', bits: reviewBits, isAdmitted: isOfOthers },
    fields: {
      id: column('id'),
      state: reviewState,
      purpose: column('purpose'),
      matter: column('matter'),
      legalBasis: column('legal_basis'),
      asOf: column('as_of'),
      deadline: column('deadline'),
      requestedAt: column('requested_at'),
      cancelledAt: column('cancelled_at'),
      ruleVersion: column('rule_version'),
      catalogueVersion: column('catalogue_version'),
      coverage: one(
        () => coverage,
        (child, row, scope) =>
          sql`(select review_missing(${row('id')}, ${reviewerOf(scope)}) as missing) ${child.table}`,
      ),
      progress: many(
        () => progress,
        (child, row, scope) => sql`(select s.*,
          array_position(array[${sql.join(subjectStates.map((state) => sql.lit(state)))}], s.state) as place
          from ${progressOf(row, scope)}) ${child.table}`,
        (child) => child('place'),
      ),
      subjects: connection(
        () => subject,
        (child, row) => sql`review_subject ${child.table} where ${child('review_id')} = ${row('id')}`,
        [{ column: 'ordinal', type: 'integer' }],
      ),
    },
  };
  const certificate: Shape = {
    type: 'ReviewCertificate',
    record: {
      admittedBy: 'REVIEW_DECISION',
      bits: subjectBits(ofParent),
      person: personOfParent,
      isAdmitted: isNotOwnCase(ofParent),
    },
    fields: { jws: column('jws'), issuedAt: column('countersigned_at'), headline: column('headline') },
  };
  const task: Shape = {
    type: 'ReviewTask',
    record: {
      admittedBy: 'REVIEW_ANSWER',
      bits: subjectBits(ofParent),
      person: personOfParent,
      isAdmitted: isNotOwnCase(ofParent),
    },
    fields: {
      subject: one(
        () => subject,
        (child, row) => sql`review_subject ${child.table} where ${child('id')} = ${row('review_subject_id')}`,
      ),
      answer: sameRow(() => answer),
    },
  };
  return {
    review,
    roots: createRoots({ review, subject, certificate, task }),
    shapes: [review, coverage, progress, subject, answer, ...parts, certificate, task],
  };
}

/** States in which a certificate holds. */
const inForce = sql.join(['SIGNED', 'APPEALED', 'UPHELD'].map((state) => sql.lit(state)));
/** States in which an answer still changes something without reopening anything. */
const waiting = sql.join(
  ['COLLECTING', 'PRE_NOTICE', 'AWAITING_DECISION', 'DECIDED'].map((state) => sql.lit(state)),
);

const createRoots = ({
  review,
  subject,
  certificate,
  task,
}: Readonly<Record<'review' | 'subject' | 'certificate' | 'task', Shape>>): Readonly<
  Record<string, FieldRead>
> => ({
  review: byKey(() => review, 'id'),
  reviews: connection(
    () => review,
    (child) => sql`review ${child.table} where true`,
    [
      { column: 'requested_at', type: 'timestamptz' },
      { column: 'id', type: 'text' },
    ],
    'desc',
  ),
  reviewTasks: connection(
    () => task,
    (child, _row, { access }) => sql`review_answer ${child.table} where ${child('due_at')} is not null
      and ${child('department_code')} = ${access.department}
      and exists (select from review_subject s where s.id = ${child('review_subject_id')} and s.state in (${waiting}))`,
    [
      { column: 'due_at', type: 'timestamptz' },
      { column: 'review_subject_id', type: 'text' },
    ],
  ),
  myReviews: connection(
    () => subject,
    (child, _row, { access }) =>
      sql`review_subject ${child.table} where ${child('id')} in (select own_review_subjects(${access.person}))`,
    [{ column: 'id', type: 'text' }],
    'desc',
  ),
  reviewCertificate: one(
    () => certificate,
    (child, _row, { args, today }) => sql`review_decision ${child.table} where ${child('ended_at')} is null
      and ${child('jws')} is not null and coalesce(${child('expires_on')} >= ${today}, true) and exists (select from review_subject s
        where s.id = ${child('review_subject_id')} and s.id = ${args['subjectId']} and s.review_id = ${args['reviewId']}
          and s.state in (${inForce}))`,
  ),
});
