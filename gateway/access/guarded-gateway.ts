import { GraphQLError } from 'graphql';
import type { Federation } from '../federation/federation.ts';
import type { CallContext } from './call.ts';
import type { Guard } from './guard.ts';

/**
 * A federation that runs what the guard decided, and nothing else. A cut document goes with a hash of its own:
 * ApolloGateway keeps plans by hash and operation name only, so under the old one a denied field would be fetched after all,
 * or an entitled caller would get null.
 */
export function guardGateway(federation: Federation, guard: Guard): Federation {
  return {
    ...federation,
    load: async (options) => {
      const { schema, executor } = await federation.load(options);
      return {
        schema,
        executor: async (requestContext) => {
          const { context } = requestContext;
          if (!isCallContext(context)) throw new Error('An operation came without its caller');
          const replacement = guard.replacementOf(context);
          const result = await executor(replacement ? { ...requestContext, ...replacement } : requestContext);
          try {
            return await guard.finish(context, result);
          } catch (refusal) {
            if (refusal instanceof GraphQLError) return { errors: [refusal] };
            throw refusal;
          }
        },
      };
    },
  };
}

const isCallContext = (value: unknown): value is CallContext =>
  typeof value === 'object' && value !== null && 'call' in value && 'notes' in value;
