/** What is wrong with an act, for the one who asks for it: code, message, and where in the input. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** A fault of a field of the input; of the whole input without one. */
export const fault = (code: string, message: string, field?: string): Fault => ({
  code,
  message,
  path: field === undefined ? ['input'] : ['input', field],
});
