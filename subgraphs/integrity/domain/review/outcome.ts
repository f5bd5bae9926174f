import type { Proposal } from './evaluate.ts';
import { addDays, addMonths } from './months.ts';
import type { Rules, SubjectKind } from './rules.ts';

export type DecisionOutcome = 'VETO' | 'NO_VETO' | 'DEFER' | 'PROVISIONAL' | 'OPINION';

/**
 * What people may decide. Nobody makes a pass of what is undetermined: it is deferred, or signed under reserve. A meeting may
 * let a subject pass in spite of grounds for a veto (self-report, effective measures), but only when every department has
 * answered. Individuals are consulted about.
 */
export function outcomesFor(
  kind: SubjectKind,
  proposal: Proposal,
  missing: readonly string[],
): readonly DecisionOutcome[] {
  if (kind === 'INDIVIDUAL') return ['OPINION'];
  if (proposal === 'PASS') return ['NO_VETO', 'DEFER'];
  if (proposal === 'UNDETERMINED') return ['DEFER', 'PROVISIONAL'];
  return missing.length === 0 ? ['VETO', 'NO_VETO', 'DEFER'] : ['VETO', 'DEFER'];
}

/** When a decision was made, and about what: `asOf` is the day asked about, `effectiveTo` the last one of the grounds. */
interface Decided {
  readonly decidedOn: string;
  readonly asOf: string;
  readonly effectiveTo: string | null;
  /** The end of the first decision under reserve in the case; null where there was none. */
  readonly reserveUntil: string | null;
}

/**
 * The last day on which a decision may be used; null for one that decides nothing. What says nothing against the subject holds so
 * long from the day asked about: by the choice of a day long past nobody gets a clean year for today.
 */
export function expiryOf(
  outcome: DecisionOutcome,
  { decidedOn, asOf, effectiveTo, reserveUntil }: Decided,
  { provisionalDays, validMonths }: Rules,
): string | null {
  if (outcome === 'DEFER') return null;
  if (outcome === 'PROVISIONAL') {
    const end = addDays(decidedOn, provisionalDays);
    return reserveUntil !== null && reserveUntil < end ? reserveUntil : end;
  }
  if (outcome === 'VETO') return effectiveTo;
  const last = addMonths(asOf, validMonths);
  return last > decidedOn ? last : decidedOn;
}
