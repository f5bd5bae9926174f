/** Every error code of the hub. What the caller can mend is data (`userErrors`); the rest is one of these. */
export const errorCodes = [
  /** No token, or one that does not hold: HTTP 401, one wording for all causes. */
  'UNAUTHENTICATED',
  /** The operation names no purpose. */
  'PURPOSE_REQUIRED',
  /** The caller's role or purposes do not allow the operation. */
  'FORBIDDEN',
  /** The document, a variable or a header is not of the form that is asked. */
  'BAD_USER_INPUT',
  /** The operation is larger than a limit, or a budget is used up. */
  'LIMIT_EXCEEDED',
  /** A department's subgraph did not answer, or not with a GraphQL answer: not known now. */
  'SUBGRAPH_UNAVAILABLE',
  /** A department's subgraph did not answer in time: not known now. */
  'SUBGRAPH_TIMEOUT',
  /** A fault of the hub itself. */
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<unknown> = new Set(errorCodes);

export const isErrorCode = (value: unknown): value is ErrorCode => known.has(value);
