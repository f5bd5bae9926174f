import { GraphQLError, type ASTNode } from 'graphql';

/** What an error of the gateway may carry beside its code; `format-error.ts` lets nothing else out. */
export interface RefusalDetails {
  /** Coordinate of the argument or input field that is at fault. */
  readonly argument?: string;
  /** Name of the variable that is at fault. */
  readonly variable?: string;
}

const http = { status: 400 } as const;

/** The operation is larger than a limit. */
export function limitExceeded(message: string, limit: string, allowed: number, found: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', limit, allowed, found, http } });
}

/** The operation is not of the form that is asked. The message says what was expected and what kind of thing was found. */
export function badOperation(
  message: string,
  nodes?: readonly ASTNode[],
  details: RefusalDetails = {},
): GraphQLError {
  return new GraphQLError(message, {
    ...(nodes === undefined ? {} : { nodes }),
    extensions: { code: 'BAD_USER_INPUT', ...details, http },
  });
}

/** A count as people read it: 1,048,576. */
export const printCount = (count: number): string => count.toLocaleString('en-US');
