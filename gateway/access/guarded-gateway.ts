import { getOperationAST, GraphQLError, OperationTypeNode } from 'graphql';
import type { Audit } from '../audit/audit.ts';
import type { Federation } from '../federation/federation.ts';
import { hubError } from '../../subgraphs/kit/errors.ts';
import type { ExecutionResult } from '../federation/operation.ts';
import type { CallContext } from './call.ts';
import { gatherNotes } from './notes.ts';
import type { RecheckConsents } from './recheck-consents.ts';
import type { Guard } from './guard.ts';

/**
 * A federation that runs what the guard decided, and nothing else. A cut document goes with a hash of its own:
 * ApolloGateway keeps plans by hash and operation name only, so under the old one a denied field would be fetched after all,
 * or an entitled caller would get null.
 */
export function guardGateway(
  federation: Federation,
  guard: Guard,
  recheckConsents: RecheckConsents,
  audit: Audit,
): Federation {
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
          const run = () =>
            executor(replacement ? { ...requestContext, ...replacement } : { ...requestContext });
          try {
            const isQuery =
              getOperationAST(requestContext.document, requestContext.operationName)?.operation ===
              OperationTypeNode.QUERY;
            await audit.begin(context, guard.factsOf(context));
            const answer = await runWithConsent(context, run, recheckConsents, isQuery ? 3 : 1);
            const { result, gathered } = await guard.finish(context, answer);
            if (gathered) audit.give(context, gathered);
            return result;
          } catch (refusal) {
            if (!(refusal instanceof GraphQLError)) throw refusal;
            audit.withdraw(context, String(refusal.extensions['code']));
            return { errors: [refusal], data: null };
          }
        },
      };
    },
  };
}

/**
 * A withdrawal during the call wins: an answer that was given by a consent which has gone since is given anew, without. An act
 * is not done twice.
 */
async function runWithConsent(
  context: CallContext,
  run: () => Promise<ExecutionResult>,
  recheckConsents: RecheckConsents,
  mostTries: number,
): Promise<ExecutionResult> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    context.notes.length = 0;
    const result = await run();
    const { consents } = gatherNotes([], context.notes);
    if (consents.length === 0 || (await recheckConsents(context, consents))) return result;
  }
  throw hubError(
    'SUBGRAPH_UNAVAILABLE',
    'Whether consent still holds could not be found out, so nothing is given.',
  );
}

const isCallContext = (value: unknown): value is CallContext =>
  typeof value === 'object' && value !== null && 'call' in value && 'notes' in value;
