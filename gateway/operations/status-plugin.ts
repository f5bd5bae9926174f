import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { isErrorCode, type ErrorCode } from '../../schema/codes.ts';

const statuses: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  PURPOSE_REQUIRED: 400,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  LIMIT_EXCEEDED: 400,
  SUBGRAPH_UNAVAILABLE: 502,
  SUBGRAPH_TIMEOUT: 504,
  INTERNAL: 500,
};

/**
 * The HTTP status of an answer without data follows the code of its first error. Apollo Server would say 200 to a
 * persisted query, and 400 to a fault of the hub itself.
 */
export function createStatusPlugin<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response }) => {
        if (response.body.kind !== 'single') return;
        const { data, errors } = response.body.singleResult;
        const code = errors?.[0]?.extensions?.['code'];
        if (data !== undefined || !isErrorCode(code) || response.http.status === 405) return;
        response.http.status = statuses[code];
      },
    }),
  };
}

/** The HTTP status of a refusal. */
export function statusOf({ extensions }: GraphQLError): number {
  const { code } = extensions;
  return isErrorCode(code) ? statuses[code] : 500;
}
