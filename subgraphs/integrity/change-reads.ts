import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import {
  column,
  feed,
  one,
  value,
  type Expression,
  type FieldRead,
  type Row,
  type Shape,
  type SortKey,
} from '../kit/reads/shape.ts';
import { isUsable } from './standing.ts';

/**
 * Who somebody is and how old he is stands in the register of persons, and is not asked here. So of a record that speaks
 * of a person, or of nobody yet, the stricter side is taken: he may be under age, or the caller himself. A unit is neither.
 */
const strangerBits = (recordId: Expression): Expression => sql`case when exists (
    select from record_link l join subject s on s.id = l.subject_id
    where l.record_id = ${recordId} and l.unlinked_at is null and s.person_id is null)
  then 0 else ${sql.lit(bitOf('minor') | bitOf('self'))} end`;

/** A change of a record, which belongs to the department that keeps the record. */
export const createChangeShape = (creditRecord: () => Shape): Shape => ({
  type: 'RecordChange',
  record: {
    admittedBy: 'RECORD_CHANGE',
    bits: (row, { access }) => sql`(case when ${row('department_code')} = ${access.department}
      then ${sql.lit(bitOf('department'))} else 0 end | ${strangerBits(row('record_id'))})`,
  },
  fields: {
    id: column('position'),
    at: column('at'),
    change: column('change'),
    version: column('version'),
    sourceRecordId: value(
      (row) => sql`(select r.source_record_id from credit_record r
        where r.id = ${row('record_id')} and r.version = ${row('version')})`,
    ),
    record: one(
      creditRecord,
      (child, row, { today }) => sql`credit_record ${child.table}
        where ${child('id')} = ${row('record_id')} and ${isUsable(child, today)}`,
    ),
  },
});

/** Changes of finished transactions only: one that is still open could otherwise be passed and never seen. */
const isSettled = (change: Row): Expression =>
  sql`${change('xid')} < pg_snapshot_xmin(pg_current_snapshot())`;

/** Where a change stands: the number of its transaction and its own, as one text, each with as many digits as it can have. */
const position: SortKey = {
  column: 'position',
  type: 'text',
  parts: {
    columns: ['xid', 'seq'],
    pattern: /^0\d{19}-[0-8]\d{18}$/,
    // A number of transactions that begins with a zero would be read as an octal one.
    values: (text) => [
      sql`split_part(${text}, '-', 1)::numeric::text::xid8`,
      sql`split_part(${text}, '-', 2)::bigint`,
    ],
  },
};

/** The changes of the caller's department. */
export const recordChanges = (change: () => Shape): FieldRead =>
  feed(
    change,
    (child, _row, { access }) => sql`(select c.*,
        lpad(c.xid::text, 20, '0') || '-' || lpad(c.seq::text, 19, '0') as position from record_change c) ${child.table}
      where ${child('department_code')} = ${access.department} and ${isSettled(child)}`,
    [position],
  );
