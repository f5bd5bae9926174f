import { sql } from 'kysely';
import type { AccessScope, Expression } from './shape.ts';
import { Slot } from './slot.ts';
import { recordBits } from '../../../schema/policy/predicates.ts';

/** The caller's side of decisions as places in a statement, so that one compiled statement serves every caller. */
export function createAccessScope(): AccessScope {
  const text = (of: Slot['fill']): Expression => sql`${sql.val(new Slot(of))}::text`;
  const flag = (of: Slot['fill']): Expression => sql`${sql.val(new Slot(of))}::boolean`;
  return {
    shown: (dataClass) =>
      sql`${sql.val(new Slot(({ access }) => bitString(access.policy.shownRecords(dataClass))))}::varbit`,
    person: text(({ access }) => access.caller.person ?? null),
    sub: text(({ access }) => access.caller.sub),
    department: text(({ access }) => access.caller.department ?? null),
    isOwnBusiness: flag(({ access }) => access.isOwnBusiness),
    // A parameter that is true folds the range away, one that is false leaves a range for an index.
    isPerhapsInArea: (
      code,
    ) => sql`(${flag(({ access }) => access.area.isCity || access.isOwnBusiness || access.breakGlass !== undefined)}
      or (${code} >= ${text(({ access }) => access.area.from)} and ${code} < ${text(({ access }) => access.area.to)}))`,
    glassPerson: text(({ access }) => access.breakGlass?.person ?? null),
    isInArea: (code) => sql`coalesce(${code} >= ${text(({ access }) => access.area.from)}
      and ${code} < ${text(({ access }) => access.area.to)},
      ${sql.val(new Slot(({ access }) => access.area.isCity))}::boolean)`,
  };
}

/** The bits of records as PostgreSQL writes them: the highest first. */
const bitString = (bits: bigint): string => bits.toString(2).padStart(recordBits, '0');
