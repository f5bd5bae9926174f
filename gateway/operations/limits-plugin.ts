import { createHash } from 'node:crypto';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { findRefusal } from '../../schema/limits/check-limits.ts';
import type { Limits } from '../../schema/limits/limits.ts';

/** Documents of honest clients are few; a digest of each is small. */
const digestsKept = 10_000;

/**
 * Refuses what is too large before it is parsed, validated or planned. Apollo Server lets a plugin refuse only when the
 * operation is resolved, which is after validation; so until then a document of one field stands in for a refused one.
 */
export function createLimitsPlugin<Context extends BaseContext>(limits: Limits): ApolloServerPlugin<Context> {
  const accepted = new Set<string>();
  return {
    requestDidStart: async ({ request }) => {
      if (typeof request.query !== 'string' || request.query === '') return undefined;
      const digest = createHash('sha256').update(request.query).digest('base64');
      if (accepted.has(digest)) return undefined;
      const refusal = findRefusal(request.query, limits);
      if (!refusal) {
        remember(accepted, digest);
        return undefined;
      }
      request.query = '{ __typename }';
      return {
        didResolveOperation: async () => {
          throw refusal;
        },
      };
    },
  };
}

function remember(digests: Set<string>, digest: string): void {
  const [oldest] = digests;
  if (digests.size >= digestsKept && oldest !== undefined) digests.delete(oldest);
  digests.add(digest);
}
