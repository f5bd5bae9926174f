import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import {
  column,
  connection,
  one,
  sameRow,
  value,
  type Expression,
  type FieldRead,
  type Row,
  type Shape,
  type SortKey,
} from '../kit/reads/shape.ts';
import { nameOfDepartment } from './department-read.ts';

/** The bit `self` where a condition holds. */
const selfWhere = (condition: Expression): Expression =>
  sql`(case when ${condition} then ${sql.lit(bitOf('self'))} else 0 end)`;

const person: Shape = { type: 'Person', fields: { id: column('person_id') } };

const ofDepartment: FieldRead = sameRow(
  () => ({
    type: 'Department',
    fields: { code: column('department_code'), name: nameOfDepartment('department_code') },
  }),
  (row) => sql`${row('department_code')} is not null`,
);

/** A break-glass, which is the record of who opened it. */
export const breakGlass: Shape = {
  type: 'BreakGlass',
  entity: { key: 'id', table: 'break_glass' },
  record: {
    admittedBy: 'BREAK_GLASS',
    bits: (row, { access }) => selfWhere(sql`${row('actor')} = ${access.sub}`),
    person: (row) => row('person_id'),
  },
  fields: {
    id: column('id'),
    version: column('version'),
    actor: column('actor'),
    role: column('role'),
    person: sameRow(() => person),
    classes: column('classes'),
    reasonCode: column('reason_code'),
    reason: column('reason'),
    openedAt: column('opened_at'),
    endsAt: column('ends_at'),
    isInForce: value((row, { now }) => sql`(${now} >= ${row('opened_at')} and ${now} < ${row('ends_at')})`),
    reviewDueOn: column('review_due_on'),
    reviewedAt: column('reviewed_at'),
    reviewer: column('reviewer'),
    isJustified: column('is_justified'),
    reviewNote: column('review_note'),
  },
};

/** A notice, which is the record of the department it is for. */
const notice: Shape = {
  type: 'Notice',
  record: {
    admittedBy: 'NOTICE',
    bits: (row, { access }) =>
      sql`(case when ${row('department_code')} = ${access.department} then ${sql.lit(bitOf('department'))} else 0 end)`,
    person: (row) => row('person_id'),
  },
  fields: {
    id: column('id'),
    department: ofDepartment,
    person: sameRow(() => person),
    classes: column('classes'),
    reasonCode: column('reason_code'),
    role: column('role'),
    breakGlass: one(
      () => breakGlass,
      (child, row) => sql`break_glass ${child.table} where ${child('id')} = ${row('break_glass_id')}`,
    ),
    notedAt: column('noted_at'),
  },
};

const isOfDelegation = (row: Row, sub: Expression): Expression =>
  sql`(${row('delegator')} = ${sub} or ${row('delegate')} = ${sub})`;

/** A delegation, which is the record of both: who gave it and who was given it. */
export const delegation: Shape = {
  type: 'Delegation',
  entity: { key: 'id', table: 'delegation' },
  record: { admittedBy: 'DELEGATION', bits: (row, { access }) => selfWhere(isOfDelegation(row, access.sub)) },
  fields: {
    id: column('id'),
    delegator: column('delegator'),
    delegate: column('delegate'),
    role: column('role'),
    department: ofDepartment,
    areaCode: column('area_code'),
    purposes: column('purposes'),
    classes: column('classes'),
    validFromAt: column('valid_from'),
    validToAt: column('valid_to'),
    endedAt: column('ended_at'),
    isInForce: value(
      (row, { now }) =>
        sql`(${row('ended_at')} is null and ${now} >= ${row('valid_from')} and ${now} < ${row('valid_to')})`,
    ),
  },
};

const newest = (moment: string): readonly SortKey[] => [
  { column: moment, type: 'timestamptz' },
  { column: 'id', type: 'text' },
];

/** The root fields of break-glass and delegation. */
export const authorityRoots: Readonly<Record<string, FieldRead>> = {
  myBreakGlasses: connection(
    () => breakGlass,
    (child, _row, { access }) => sql`break_glass ${child.table} where ${child('actor')} = ${access.sub}`,
    newest('opened_at'),
    'desc',
  ),
  breakGlasses: connection(
    () => breakGlass,
    (child, _row, { args }) => {
      const { isUnreviewed } = args;
      const isAsked =
        typeof isUnreviewed === 'boolean'
          ? sql`(${child('reviewed_at')} is null) = ${sql.lit(isUnreviewed)}`
          : sql`true`;
      return sql`break_glass ${child.table} where ${isAsked}`;
    },
    newest('opened_at'),
    'desc',
  ),
  notices: connection(
    () => notice,
    (child) => sql`(select n.*, g.person_id, g.reason_code, g.role
      from notice n join break_glass g on g.id = n.break_glass_id) ${child.table} where true`,
    newest('noted_at'),
    'desc',
  ),
  myDelegations: connection(
    () => delegation,
    (child, _row, { access }) => sql`delegation ${child.table} where ${isOfDelegation(child, access.sub)}`,
    newest('granted_at'),
    'desc',
  ),
};

export const authorityShapes: readonly Shape[] = [breakGlass, notice, delegation];
