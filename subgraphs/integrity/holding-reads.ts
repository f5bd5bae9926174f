import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import { column, one, type FieldRead, type Shape } from '../kit/reads/shape.ts';

/** A department's index of holdings, which is the department's own. */
export const holdingIndex: Shape = {
  type: 'HoldingIndex',
  record: {
    admittedBy: 'HOLDINGS',
    bits: (row, { access }) =>
      sql`(case when ${row('department_code')} = ${access.department} then ${sql.lit(bitOf('department'))} else 0 end)`,
  },
  fields: {
    day: column('day'),
    asOf: column('as_of'),
    count: column('holding_count'),
    source: column('source'),
  },
};

/** The newest index of a department. */
export const newestHoldings: FieldRead = one(
  () => holdingIndex,
  (child, row) => sql`(select * from holding_index i where i.department_code = ${row('code')}
    order by i.day desc limit 1) ${child.table} where true`,
);
