import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import type { LedgerNames } from '../kit/ledger/person-reference.ts';
import {
  column,
  connection,
  sameRow,
  value,
  type Expression,
  type FieldRead,
  type Row,
  type Shape,
} from '../kit/reads/shape.ts';
import { departmentName } from './department-read.ts';
import { noteLook } from './note-look.ts';
import type { Rule } from '../kit/rules.ts';
import { happenedAt, ledgerRecords, newestRecords, told } from './ledger/records.ts';

const actorDepartment: Shape = {
  type: 'Department',
  fields: {
    code: value((row) => told(row, 'actor', 'department')),
    name: value((row) => departmentName(told(row, 'actor', 'department'))),
  },
};

const actor: Shape = {
  type: 'AccessActor',
  fields: {
    id: column('actor'),
    role: value((row) => told(row, 'actor', 'role')),
    department: sameRow(
      () => actorDepartment,
      (row) => sql`${told(row, 'actor', 'department')} is not null`,
    ),
    areaCode: value((row) => told(row, 'actor', 'area')),
  },
};

/** A record of the ledger, which is a record of the area in which its actor acts. */
export const accessEvent: Shape = {
  type: 'AccessEvent',
  record: {
    admittedBy: 'LEDGER',
    bits: (row, { access }) =>
      sql`(case when ${access.isInArea(told(row, 'actor', 'area'))} then ${sql.lit(bitOf('area'))} else 0 end)`,
  },
  fields: {
    kind: column('kind'),
    at: column('at'),
    happenedAt: value(happenedAt),
    accessId: column('access'),
    actor: sameRow(
      () => actor,
      (row) => sql`${row('actor')} is not null`,
    ),
    system: value((row) => told(row, 'system')),
    purpose: value((row) => told(row, 'purpose')),
    case: column('case_reference'),
    classes: column('classes'),
    result: value((row) => told(row, 'result')),
    code: value((row) => told(row, 'code')),
    event: value((row) => told(row, 'event')),
    personReference: column('person'),
    chain: column('chain'),
    seq: column('seq'),
  },
};

/** The auditor's way into the ledger. */
export const auditRoots = ({ personReference }: LedgerNames): Readonly<Record<string, FieldRead>> => ({
  accessEvents: connection(
    () => accessEvent,
    (child, _row, { args }) =>
      sql`${ledgerRecords} ${child.table} where ${matchesFilter(child, args['filter'], personReference)}`,
    newestRecords,
    'desc',
  ),
});

/** Whoever asks for a person's accesses looks at him, in whatever area those who looked act. Others are references only. */
export const noteWhoIsLookedFor: Rule = ({ filter }, context, info) => {
  const person: unknown =
    typeof filter === 'object' && filter !== null ? Reflect.get(filter, 'person') : undefined;
  if (typeof person === 'string') noteLook(person, 'LEDGER', bitOf('area'), context, info);
};

export const auditShapes: readonly Shape[] = [accessEvent, actor];

/** Conditions that an index answers; none where nothing is asked. */
function matchesFilter(
  record: Row,
  filter: unknown,
  personReference: LedgerNames['personReference'],
): Expression {
  const asked = new Map<string, unknown>(
    typeof filter === 'object' && filter !== null ? Object.entries(filter) : [],
  );
  const where = (name: string, condition: (value: unknown) => Expression): readonly Expression[] => {
    const value = asked.get(name);
    return value === undefined || value === null ? [] : [condition(value)];
  };
  const moment = (value: unknown): string =>
    (value instanceof Date ? value : new Date(String(value))).toISOString();
  const conditions = [
    ...where('actor', (name) => sql`${record('actor')} = ${String(name)}`),
    ...where('person', (id) => sql`${record('person')} = ${personReference(String(id))}`),
    ...where('case', (reference) => sql`${record('case_reference')} = ${String(reference)}`),
    ...where('dataClass', (name) => sql`${String(name)} = any(${record('classes')})`),
    ...where('kind', (kind) => sql`${record('kind')} = ${String(kind)}`),
    ...where('from', (from) => sql`${record('at')} >= ${moment(from)}::timestamptz`),
    ...where('to', (to) => sql`${record('at')} < ${moment(to)}::timestamptz`),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
