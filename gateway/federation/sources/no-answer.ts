import type { ErrorCode } from '../../../schema/codes.ts';

/** The two ways in which a subgraph can fail to answer. */
type OutageCode = Extract<ErrorCode, 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT'>;

/** Thrown inside a source. `reason` goes to the log only: it names no address and quotes no body. */
export class NoAnswer extends Error {
  readonly code: OutageCode;
  readonly reason: string;

  constructor(code: OutageCode, reason: string) {
    super(reason);
    this.name = 'NoAnswer';
    this.code = code;
    this.reason = reason;
  }
}

/** The subgraph said something that cannot be used: for the caller the same as silence. */
export const unusable = (reason: string): NoAnswer => new NoAnswer('SUBGRAPH_UNAVAILABLE', reason);

const textAt = (thrown: unknown, key: 'code' | 'name'): string | undefined => {
  const value: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, key) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** Anything thrown, as a failure. Of foreign errors only the code is kept: their messages hold addresses. */
export const toNoAnswer = (thrown: unknown): NoAnswer =>
  thrown instanceof NoAnswer
    ? thrown
    : unusable(textAt(thrown, 'code') ?? textAt(thrown, 'name') ?? 'a value was thrown');
