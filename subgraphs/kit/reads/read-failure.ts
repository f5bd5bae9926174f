import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../../schema/codes.ts';

/** PostgreSQL gave a statement up because its time had run out. */
const queryCanceled = '57014';

/**
 * SQLSTATEs of an outage: connection, resources, operator intervention, system error; and a department whose tables are
 * closed or not there.
 */
const outage = /^(08|53|57|58|42501|42P01|42883|3D|3F|28)/;

/** A statement that was not answered: nothing of the department is known now, which is not the same as nothing. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly code: ErrorCode;

  constructor(cause: unknown) {
    super('a statement was not answered', { cause });
    this.code = codeOf(cause);
  }
}

/** What PostgreSQL refused as wrong is a fault of ours, which asking again does not mend; anything else is an outage. */
function codeOf(cause: unknown): ErrorCode {
  const code: unknown = cause instanceof Object && 'code' in cause ? cause.code : undefined;
  if (code === queryCanceled) return 'SUBGRAPH_TIMEOUT';
  // An SQLSTATE has a digit; EPIPE and its like have none.
  const isSqlState = typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
  const isRefused = isSqlState && !outage.test(code);
  return isRefused ? 'INTERNAL' : 'SUBGRAPH_UNAVAILABLE';
}

/** What a failed wave rejects with; what the caller can mend stays the caller's. */
export const toReadFailure = (thrown: unknown): Error =>
  thrown instanceof GraphQLError ? thrown : new ReadFailure(thrown);
