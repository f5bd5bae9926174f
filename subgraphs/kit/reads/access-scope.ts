import { sql } from 'kysely';
import type { AccessScope, Expression } from './shape.ts';
import { Slot } from './slot.ts';

/** The caller's side of decisions as places in a statement, so that one compiled statement serves every caller. */
export function createAccessScope(): AccessScope {
  const text = (of: Slot['fill']): Expression => sql`${sql.val(new Slot(of))}::text`;
  return {
    shown: (dataClass) =>
      sql`${sql.val(new Slot(({ access }) => access.policy.shownRecords(dataClass).toString()))}::bigint`,
    person: text(({ access }) => access.caller.person ?? null),
    department: text(({ access }) => access.caller.department ?? null),
    isInArea: (code) => sql`coalesce(${code} >= ${text(({ access }) => access.area.from)}
      and ${code} < ${text(({ access }) => access.area.to)},
      ${sql.val(new Slot(({ access }) => access.area.isCity))}::boolean)`,
  };
}
