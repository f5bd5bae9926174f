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

/** The last day on which a decision may be used; null for one that decides nothing. */
export function expiryOf(
  outcome: DecisionOutcome,
  decidedOn: string,
  effectiveTo: string | null,
  { provisionalDays, validMonths }: Rules,
): string | null {
  if (outcome === 'DEFER') return null;
  if (outcome === 'PROVISIONAL') return addDays(decidedOn, provisionalDays);
  if (outcome === 'VETO') return effectiveTo;
  return addMonths(decidedOn, validMonths);
}
