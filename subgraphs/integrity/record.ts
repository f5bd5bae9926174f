import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import {
  isShown,
  noneShown,
  type Expression,
  type ReadScope,
  type RecordSource,
  type Row,
} from '../kit/reads/shape.ts';

const classes = ['CREDIT_POSITIVE', 'CREDIT_PUBLIC', 'CREDIT_RESTRICTED'] as const;

/** The bits of a record: its person's, and whether it is of the caller's own department. */
export const ownBits = (record: Row, { access, bits }: ReadScope): Expression =>
  sql`(${bits()} | case when ${record('department_code')} = ${access.department} then ${sql.lit(bitOf('department'))} else 0 end)`;

/** A public record whose publication is over (国办发〔2025〕22号) is one of those that are not published. */
const classOf = (record: Row, today: Expression): Expression => sql`(case
  when ${record('data_class')} = 'CREDIT_PUBLIC' and ${record('published_until')} < ${today} then 'CREDIT_RESTRICTED'
  else ${record('data_class')} end)`;

/** Whether the record's own class is granted; a class that nobody knows is granted to nobody. */
export function isGranted(record: Row, bits: Expression, { access, today }: ReadScope): Expression {
  const cases = classes.map((name) => sql`when ${sql.lit(name)} then ${access.shown(name)}`);
  return isShown(
    sql`(case ${classOf(record, today)} ${sql.join(cases, sql` `)} else ${noneShown} end)`,
    bits,
  );
}

/** A record that a department keeps: rows of one list differ in class, so that lists, counts and cursors follow. */
export const recordOfDepartment: RecordSource = { bits: ownBits, isAdmitted: isGranted };
