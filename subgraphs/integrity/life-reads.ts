import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import {
  column,
  connection,
  value,
  type Expression,
  type FieldRead,
  type RecordSource,
  type Row,
  type Shape,
} from '../kit/reads/shape.ts';
import { isGranted } from './record.ts';

const bitWhere = (condition: Expression, name: 'self' | 'department'): Expression =>
  sql`(case when ${condition} then ${sql.lit(bitOf(name))} else 0 end)`;

/** A dispute belongs to who raised it and to the department that answers. */
const dispute: Shape = {
  type: 'Dispute',
  record: {
    admittedBy: 'RECORD_DISPUTE',
    bits: (row, { access }) =>
      sql`(${bitWhere(sql`${row('person_id')} = ${access.person}`, 'self')}
        | ${bitWhere(sql`${row('department_code')} = ${access.department}`, 'department')})`,
    person: (row) => row('person_id'),
  },
  fields: {
    id: column('id'),
    recordId: column('record_id'),
    recordTitle: value(
      (row) =>
        sql`(select r.title from current_record r where r.id = ${row('record_id')} and r.status <> 'SEALED')`,
    ),
    reason: column('reason'),
    raisedAt: column('at'),
    dueOn: column('due_on'),
    isOverdue: value(
      (row, { today }) => sql`(${row('answered_at')} is null and ${row('due_on')} < ${today})`,
    ),
    answeredAt: column('answered_at'),
    answer: column('answer'),
  },
};

const disputesWhere = (child: Row, condition: (dispute: Row) => Expression): Expression =>
  sql`record_act ${child.table} where ${child('act')} = 'DISPUTE' and ${condition(child)}`;

/**
 * Whose record it is when nobody asks through a person: the caller's own, where it is linked to him. Who else it may speak
 * of is not asked here, so for anybody else the stricter side is taken.
 */
const recordOfSelf: RecordSource = {
  bits: (row, { access }) =>
    bitWhere(
      sql`exists (select from record_link l join subject s on s.id = l.subject_id
      where l.record_id = ${row('id')} and l.unlinked_at is null and s.person_id = ${access.person})`,
      'self',
    ),
  isAdmitted: isGranted,
};

/** A record that its subject asks for by its id. */
export const createOwnRecord = (creditRecord: Shape): Shape => ({
  ...creditRecord,
  entity: { key: 'id', table: 'current_record' },
  record: recordOfSelf,
});

/** The lists of disputes. */
export const disputeRoots: Readonly<Record<string, FieldRead>> = {
  disputes: connection(
    () => dispute,
    (child, _row, { access }) =>
      disputesWhere(
        child,
        (one) => sql`${one('department_code')} = ${access.department} and ${one('answered_at')} is null`,
      ),
    [
      { column: 'due_on', type: 'date' },
      { column: 'id', type: 'text' },
    ],
  ),
  myDisputes: connection(
    () => dispute,
    (child, _row, { access }) => disputesWhere(child, (one) => sql`${one('person_id')} = ${access.person}`),
    [
      { column: 'at', type: 'timestamptz' },
      { column: 'id', type: 'text' },
    ],
    'desc',
  ),
};

export const lifeShapes: readonly Shape[] = [dispute];
