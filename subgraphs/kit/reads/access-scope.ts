import { sql } from 'kysely';
import type { AccessScope, Expression } from './shape.ts';
import { Slot } from './slot.ts';

/** The caller's side of decisions as places in a statement, so that one compiled statement serves every caller. */
export function createAccessScope(): AccessScope {
  const text = (of: Slot['fill']): Expression => sql`${sql.val(new Slot(of))}::text`;
  const flag = (of: Slot['fill']): Expression => sql`${sql.val(new Slot(of))}::boolean`;
  return {
    shown: (dataClass) =>
      sql`${sql.val(new Slot(({ access }) => access.policy.shownRecords(dataClass).toString()))}::bigint`,
    person: text(({ access }) => access.caller.person ?? null),
    department: text(({ access }) => access.caller.department ?? null),
    isOwnBusiness: flag(({ access }) => access.isOwnBusiness),
    // A parameter that is true folds the range away, one that is false leaves a range for an index.
    isPerhapsInArea: (code) => sql`(${flag(({ access }) => access.area.isCity || access.isOwnBusiness)}
      or (${code} >= ${text(({ access }) => access.area.from)} and ${code} < ${text(({ access }) => access.area.to)}))`,
    isInArea: (code) => sql`coalesce(${code} >= ${text(({ access }) => access.area.from)}
      and ${code} < ${text(({ access }) => access.area.to)},
      ${sql.val(new Slot(({ access }) => access.area.isCity))}::boolean)`,
  };
}
