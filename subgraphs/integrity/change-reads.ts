import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import {
  column,
  feed,
  one,
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
    sourceRecordId: column('source_record_id'),
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

/**
 * Where a change stands, as one text: the number of its transaction, the version that it made, each with as many digits as it
 * can have, and the record. Of a text of the form before, transaction and serial number, the transaction is told again.
 */
const position: SortKey = {
  column: 'position',
  type: 'text',
  parts: {
    columns: ['xid', 'version', 'record_id'],
    pattern: /^0\d{19}-(?:[01]\d{9}-.{1,200}|[0-8]\d{18})$/,
    // A number of transactions that begins with a zero would be read as an octal one.
    values: (text) => [
      sql`split_part(${text}, '-', 1)::numeric::text::xid8`,
      sql`case length(split_part(${text}, '-', 2)) when 10 then split_part(${text}, '-', 2)::integer else 0 end`,
      sql`substr(${text}, 33) collate "C"`,
    ],
  },
};

/** The changes of the caller's department. */
export const recordChanges = (change: () => Shape): FieldRead =>
  feed(
    change,
    (child, _row, { access }) => sql`(select c.*,
        lpad(c.xid::text, 20, '0') || '-' || lpad(c.version::text, 10, '0') || '-' || c.record_id as position
        from record_change c) ${child.table}
      where ${child('department_code')} = ${access.department} and ${isSettled(child)}`,
    [position],
  );
