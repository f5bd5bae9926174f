import type { FieldNode } from 'graphql';

/** What is decided of a field: WITHHOLD says so to the caller, ABSENT looks as if there were nothing. */
export type Verdict = 'ASK' | 'WITHHOLD' | 'ABSENT';

/**
 * Decides by the coordinate of the concrete type, `Type.field`. The node is the field as the document has it, so that a
 * decision may hang on its arguments; a named fragment has the same node wherever it is spread.
 */
export type VerdictOf = (coordinate: string, node: FieldNode) => Verdict;
