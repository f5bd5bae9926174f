import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import type { AccessScope, Expression, RecordSource, Row } from '../kit/reads/shape.ts';

/** Under 18 on a day (民法典 §17). Who was born on 29 February comes of age on 1 March. */
export const isMinor = (person: Row, today: Expression): Expression =>
  sql`(${person('birth_date')} > ${today} - make_interval(years => 18))`;

/**
 * Registered in the household of the caller, and not the caller himself. A citizen's household is his to answer for only
 * when he is of age himself (民法典 §27, §34): a child is nobody's guardian.
 */
export const isInHouseholdOfCaller = (person: Row, access: AccessScope, today: Expression): Expression =>
  sql`coalesce(${person('id')} <> ${access.person} and ${person('household_id')} = (select case
    when ${access.isOwnBusiness} then household_of_adult(${access.person}, ${today})
    else household_of(${access.person}) end), false)`;

/**
 * A person of the register as a record: where he lives, who he is to the caller, his age, all from the current data. Nobody
 * breaks glass for himself or his relatives.
 */
export const personRecord: RecordSource = {
  admittedBy: 'PERSON',
  person: (row) => row('id'),
  consentOf: (row) => row('id'),
  bits: (row, { access, today }) => sql`(
    case when ${access.isInArea(row('grid_code'))} then ${sql.lit(bitOf('area'))} else 0 end
    | case when ${row('id')} = ${access.person} then ${sql.lit(bitOf('self'))} else 0 end
    | case when ${isInHouseholdOfCaller(row, access, today)} then ${sql.lit(bitOf('household'))} else 0 end
    | case when ${row('id')} = ${access.glassPerson} and ${row('id')} is distinct from ${access.person}
        and not ${isInHouseholdOfCaller(row, access, today)} then ${sql.lit(bitOf('glass'))} else 0 end
    | case when ${isMinor(row, today)} then ${sql.lit(bitOf('minor'))} else 0 end)`,
};
