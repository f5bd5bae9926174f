import { isDisclosing, type Decision } from './decide.ts';
import type { GraphField } from './graph.ts';

/** A class of rows that a page or a count leaves out, as a field of its own, and why. */
export interface MissingClass {
  readonly part: GraphField;
  readonly decision: Decision;
}

/** Whether a field is a page or a count over rows of several classes; an object of them decides field by field. */
export const isOfRows = ({ classes, isLeaf, leadsTo }: GraphField): boolean =>
  classes.length > 1 && (isLeaf || leadsTo.endsWith('Connection'));

/** The first class of rows that is withheld and says so; null where there is none. */
export function findMissingClass(
  field: GraphField,
  decide: (part: GraphField) => Decision,
): MissingClass | null {
  for (const dataClass of field.classes) {
    const part = { ...field, coordinate: `${field.coordinate} ${dataClass}`, classes: [dataClass] };
    const decision = decide(part);
    if (!isDisclosing(decision) && decision.effect !== 'ABSENT') return { part, decision };
  }
  return null;
}
