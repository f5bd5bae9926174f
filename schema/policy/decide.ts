import type { Purpose, Role } from '../caller.ts';
import type { GraphField } from './graph.ts';
import type { MaskKind } from './masks.ts';
import { allBits, bitOf, type Bits } from './predicates.ts';
import type { Effect, PolicyRow } from './read-policy.ts';
import type { DecisionTable } from './table.ts';

/** What is decided of a field, and by which row. */
export interface Decision {
  readonly effect: Effect;
  /** With MASK. */
  readonly mask: MaskKind | undefined;
  readonly dataClass: string;
  readonly row: PolicyRow;
}

/** What a field can give way to: decisions of one class differ by it for minors only. */
export type Form = Pick<GraphField, 'mask' | 'coarser' | 'isCoarse'>;

/** The form of rows and filters: nothing to mask, nothing coarser. */
export const plainForm: Form = { mask: undefined, coarser: undefined, isCoarse: false };

/** Whether a value goes out at all. */
export const isDisclosing = ({ effect }: Pick<Decision, 'effect'>): boolean =>
  effect === 'ALLOW' || effect === 'MASK';

const favour: Readonly<Record<Effect, number>> = { ALLOW: 4, MASK: 3, COARSEN: 2, DENY: 1, ABSENT: 0 };

/** Of the decisions of a field's classes the most favourable holds: it is asked when any class is granted. */
export const mostFavourable = (decisions: readonly Decision[]): Decision =>
  decisions.reduce((best, other) => (favour[other.effect] > favour[best.effect] ? other : best));

/** The decisions of a class, for one role and purpose and fields of one form, by bits. */
export function decideClass(
  table: DecisionTable,
  form: Form,
  dataClass: string,
  role: Role,
  purpose: Purpose,
): readonly Decision[] {
  return Array.from({ length: allBits }, (_, bits: Bits) => {
    const row = table.rowFor(dataClass, role, purpose, bits);
    const plain: Decision = { effect: row.effect, mask: row.mask, dataClass, row };
    const isMinor = (bits & bitOf('minor')) !== 0 && !row.isSameForMinors;
    return isMinor ? { ...plain, ...stricter(row.effect, form) } : plain;
  });
}

/**
 * Minors are one step stricter (未成年人保护法 §4, §72; PIPL 31): a text is masked, what has a coarser sibling gives way to
 * it, anything else is withheld. A field that is itself the coarse form of another stays: there is nothing coarser.
 */
function stricter(effect: Effect, form: Form): Pick<Decision, 'effect' | 'mask'> {
  if (effect === 'ABSENT') return { effect, mask: undefined };
  if (effect === 'ALLOW' && form.isCoarse) return { effect, mask: undefined };
  if (effect === 'ALLOW' && form.mask) return { effect: 'MASK', mask: form.mask };
  if ((effect === 'ALLOW' || effect === 'MASK') && form.coarser)
    return { effect: 'COARSEN', mask: undefined };
  return { effect: 'DENY', mask: undefined };
}
