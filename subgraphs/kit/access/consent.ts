import { sql } from 'kysely';
import type { Expression, ReadScope } from '../reads/shape.ts';
import { Slot } from '../reads/slot.ts';

/**
 * Of the classes that this caller needs consent for, those the person has consented to now. The consent register answers
 * by one function, which the departments' roles may call without reading its tables; asked in the statement that reads
 * the data, so that what was withdrawn before it is not given.
 */
export function consentedClasses(person: Expression, { access }: ReadScope): Expression {
  const classes = sql`${sql.val(new Slot((run) => [...run.access.consentClasses]))}::text[]`;
  const purpose = sql`${sql.val(new Slot((run) => run.access.purpose))}::text`;
  const role = sql`${sql.val(new Slot((run) => run.access.caller.role))}::text`;
  return sql`governance.consented_classes(${person}, ${classes}, ${purpose}, ${role}, ${access.department})`;
}
