/** What a caller can mend. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

export type Outcome = { readonly reviewId: string } | { readonly userErrors: readonly Fault[] };

/** What was expected, and where in the input something else was found. */
export const refuse = (code: string, message: string, ...path: readonly string[]): Outcome => ({
  userErrors: [{ code, message, path: ['input', ...path] }],
});

export const refusals = {
  notFound: refuse(
    'NOT_FOUND',
    'Expected a subject of a review that the caller may see, found another.',
    'subjectId',
  ),
  version: refuse(
    'VERSION_CONFLICT',
    'Expected the version that the subject has now, found another: it has changed since it was read.',
    'expectedVersion',
  ),
  notNow: refuse(
    'NOT_NOW',
    'Expected a subject in a state from which this can be done, found another state.',
    'subjectId',
  ),
  ownCase: refuse(
    'OWN_CASE',
    'Expected somebody whom the case does not concern, found the subject, or a person of the same household.',
    'subjectId',
  ),
  handedIn: refuse(
    'SAME_PERSON',
    'Expected somebody else than who handed in the statement for the subject, found the same.',
    'subjectId',
  ),
  complaining: refuse(
    'COMPLAINING_DEPARTMENT',
    'Expected somebody of another department than those whose records or objections are the ground.',
    'subjectId',
  ),
  changed: refuse(
    'GROUND_CHANGED',
    'Expected the grounds that the meeting saw, found that they have changed: the subject is collected anew.',
    'subjectId',
  ),
} as const;
