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

/** A page or a count as one field for each of its classes; any other field as itself. */
export const partsOf = (field: GraphField): readonly GraphField[] =>
  isOfRows(field)
    ? field.classes.map((dataClass) => ({
        ...field,
        coordinate: `${field.coordinate} ${dataClass}`,
        classes: [dataClass],
      }))
    : [field];

/** The first class of rows that is withheld and says so; null where there is none. */
export function findMissingClass(
  field: GraphField,
  decide: (part: GraphField) => Decision,
): MissingClass | null {
  for (const part of partsOf(field)) {
    const decision = decide(part);
    if (!isDisclosing(decision) && decision.effect !== 'ABSENT') return { part, decision };
  }
  return null;
}
