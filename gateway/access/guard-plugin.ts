import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { execute, getOperationAST } from 'graphql';
import type { Audit } from '../audit/audit.ts';
import { formatRefusal } from '../operations/format-error.ts';
import { statusOf } from '../operations/status-plugin.ts';
import type { CallContext } from './call.ts';
import { asksSchemaOnly, type Guard } from './guard.ts';

/**
 * Decides each operation after it was found valid and of the right forms, the same for all callers, and before anything is
 * planned or asked.
 */
export function createGuardPlugin<Context extends CallContext>(
  guard: Guard,
  audit: Audit,
): ApolloServerPlugin<Context> {
  return {
    serverWillStart: async () => ({
      schemaDidLoadOrUpdate: ({ apiSchema, coreSupergraphSdl }) => {
        guard.load(apiSchema, coreSupergraphSdl);
      },
    }),
    requestDidStart: async () => ({
      responseForOperation: async ({ document, request, contextValue, source, schema }) => {
        const operation = getOperationAST(document, request.operationName);
        if (!operation) throw new Error('An operation without a name should have been refused');
        if (asksSchemaOnly(document, operation)) {
          // Nobody's data, so no purpose; and no subgraph is asked.
          const visible = guard.schemaFor(schema, contextValue.call.caller.role);
          const { operationName, variables: variableValues } = request;
          const { data = null } = await execute({ schema: visible, document, operationName, variableValues });
          return {
            http: { status: 200, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data } },
          };
        }
        const { refusals, facts } = await guard.decide({
          schema,
          document,
          operationName: request.operationName,
          variables: request.variables ?? {},
          source,
          context: contextValue,
        });
        const [first] = refusals;
        if (!first) return null;
        audit.refuse(contextValue, facts, String(first.extensions['code']));
        return {
          http: { status: statusOf(first), headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { errors: refusals.map(formatRefusal) } },
        };
      },
    }),
  };
}
