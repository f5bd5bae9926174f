import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../schema/codes.ts';

/** An error for the caller. The message says what was expected and what came, never a value that may be personal. */
export function hubError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** The caller's input cannot be understood. */
export const badInput = (message: string): GraphQLError => hubError('BAD_USER_INPUT', message);
