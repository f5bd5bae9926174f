import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../../schema/codes.ts';

/** PostgreSQL gave a statement up because its time had run out. */
const queryCanceled = '57014';

/** A statement that was not answered: nothing of the department is known now, which is not the same as nothing. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly code: ErrorCode;

  constructor(cause: unknown) {
    super('a statement was not answered', { cause });
    const code = cause instanceof Object && 'code' in cause ? cause.code : undefined;
    this.code = code === queryCanceled ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE';
  }
}

/** What a failed wave rejects with; what the caller can mend stays the caller's. */
export const toReadFailure = (thrown: unknown): Error =>
  thrown instanceof GraphQLError ? thrown : new ReadFailure(thrown);
