import { sql } from 'kysely';
import {
  column,
  many,
  one,
  sameRow,
  value,
  type RecordSource,
  type Row,
  type Shape,
} from '../kit/reads/shape.ts';

/** What the shapes of a subject stand among, and whose each row is. */
interface Surroundings {
  readonly department: () => Shape;
  readonly review: () => Shape;
  readonly subjectRecord: RecordSource;
  readonly answerRecord: RecordSource;
  readonly findingRecord: RecordSource;
  readonly laterRecord: RecordSource;
  readonly decisionRecord: RecordSource;
  readonly appealRecord: RecordSource;
}

const person: Shape = {
  type: 'Person',
  fields: { id: column('person_id'), reference: column('person_id') },
};

/** Of a record: what its answer said of it then, and its title as far as its department lets it be known. */
const record: Shape = {
  type: 'ReviewRecord',
  fields: {
    id: column('id'),
    title: value((row) => sql`review_record_title(${row('id')}, ${row('version')})`),
    typeCode: column('type'),
    level: column('level'),
    status: column('status'),
    decidedOn: column('decidedOn'),
    validUntil: column('validUntil'),
  },
};

const recordColumns = sql`x(id text, version integer, type text, level text, status text, "decidedOn" date,
  "validUntil" date, method text)`;

const signature: Shape = {
  type: 'ReviewSignature',
  fields: { role: column('role'), signedAt: column('signed_at') },
};

/** A subject of a review with what hangs on it. */
export function createReviewSubjectShapes(around: Surroundings): {
  readonly subject: Shape;
  readonly answer: Shape;
  readonly parts: readonly Shape[];
} {
  const { department } = around;
  const answer: Shape = {
    type: 'ReviewAnswer',
    record: around.answerRecord,
    fields: {
      department: one(
        department,
        (child, row) => sql`department ${child.table} where ${child('code')} = ${row('department_code')}`,
      ),
      state: value((row) => sql`unsealed_state(${row('state')}, ${row('records')})`),
      basis: column('basis'),
      dataAsOf: column('data_as_of'),
      dueAt: column('due_at'),
      remindedAt: column('reminded_at'),
      isOverdue: value((row, { now }) => sql`coalesce(${row('due_at')} < ${now}, false)`),
      answeredAt: column('answered_at'),
      opinion: column('opinion'),
      reason: column('reason'),
      records: many(
        () => record,
        (child, row) =>
          sql`(select * from jsonb_to_recordset(${row('records')}) as ${recordColumns}
            where not is_sealed_record(x.id)) ${child.table}`,
        (child) => child('id'),
      ),
    },
  };
  const finding: Shape = {
    type: 'ReviewFinding',
    record: around.findingRecord,
    fields: {
      rule: column('rule'),
      record: one(
        () => record,
        (
          child,
          row,
        ) => sql`(select x.* from review_record_of(${row('review_subject_id')}, ${row('record_id')},
          ${row('record_version')}) as ${recordColumns}) ${child.table}`,
      ),
      vetoId: column('veto_id'),
      effect: column('effect'),
      basisArticle: value((row) => sql`nullif(${row('basis_article')}, '')`),
      effectiveFrom: column('effective_from'),
      effectiveTo: column('effective_to'),
    },
  };
  const decision: Shape = {
    type: 'ReviewDecision',
    record: around.decisionRecord,
    fields: {
      outcome: column('outcome'),
      reason: column('reason'),
      meetingReference: column('meeting_reference'),
      decidedAt: column('countersigned_at'),
      signatures: many(
        () => signature,
        (
          child,
          row,
        ) => sql`(select role, signed_at from (values (${row('proposed_role')}, ${row('proposed_at')}),
            (${row('countersigned_role')}, ${row('countersigned_at')})) as v(role, signed_at)
          where signed_at is not null) ${child.table}`,
        (child) => child('signed_at'),
      ),
      expiresOn: column('expires_on'),
      missing: many(
        department,
        (child, row) => sql`department ${child.table} where ${child('code')} = any(${row('missing')})`,
        (child) => child('code'),
      ),
    },
  };
  const laterRecord: Shape = {
    type: 'ReviewLaterRecord',
    record: around.laterRecord,
    fields: {
      department: one(
        department,
        (child, row) => sql`department ${child.table} where ${child('code')} = ${row('department_code')}`,
      ),
      noticedAt: column('noticed_at'),
    },
  };
  const appeal: Shape = {
    type: 'ReviewAppeal',
    record: around.appealRecord,
    fields: {
      reason: column('reason'),
      raisedAt: column('raised_at'),
      outcome: column('outcome'),
      answer: column('answer'),
      answeredAt: column('answered_at'),
    },
  };
  const ofSubject = (table: 'review_answer' | 'review_finding') => (child: Row, row: Row) =>
    sql`${sql.table(table)} ${child.table} where ${child('review_subject_id')} = ${row('id')}`;
  const subject: Shape = {
    type: 'ReviewSubject',
    record: around.subjectRecord,
    fields: {
      id: column('id'),
      kind: column('kind'),
      state: column('state'),
      version: column('version'),
      name: column('name'),
      person: sameRow(
        () => person,
        (row) => sql`${row('person_id')} is not null`,
      ),
      creditCode: column('credit_code'),
      division: column('division_code'),
      post: column('post'),
      review: one(
        around.review,
        (child, row) => sql`review ${child.table} where ${child('id')} = ${row('review_id')}`,
      ),
      noticeUntil: column('notice_until'),
      statement: column('statement'),
      proposal: column('proposal'),
      answers: many(
        () => answer,
        ofSubject('review_answer'),
        (child) => child('department_code'),
      ),
      findings: many(
        () => finding,
        // Like the proposal: what was found before is told of nobody who is being collected anew.
        (child, row) => sql`${ofSubject('review_finding')(child, row)} and ${row('proposal')} is not null
          and (${child('record_id')} is null or not is_sealed_record(${child('record_id')}))`,
        (child) => child('place'),
      ),
      laterRecords: many(
        () => laterRecord,
        (child, row) => sql`later_departments(${row('id')}) ${child.table} where true`,
        (child) => child('department_code'),
      ),
      decision: one(
        () => decision,
        (child, row) => sql`review_decision ${child.table} where ${child('review_subject_id')} = ${row('id')}
          and ${child('ended_at')} is null`,
      ),
      appeal: one(
        () => appeal,
        (child, row) => sql`review_appeal ${child.table} where exists (select from review_decision d
          where d.id = ${child('decision_id')} and d.review_subject_id = ${row('id')} and d.ended_at is null)`,
      ),
    },
  };
  return { subject, answer, parts: [record, finding, laterRecord, decision, signature, appeal] };
}
