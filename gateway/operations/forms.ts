import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { getOperationAST, parse, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { createFormCheck, readForms, tellFault, type Forms } from '../../schema/form-check.ts';
import { keepBySchema } from './by-schema.ts';
import { formatRefusal } from './format-error.ts';
import { defaultLimits } from '../../schema/limits/limits.ts';
import { badOperation, limitExceeded, printCount } from '../../schema/limits/refusal.ts';
import { holdScalars } from '../../schema/scalars.ts';
import { measureRows } from './rows.ts';
import { findNeverNull, findVariableFaults } from './variables.ts';

/** A thousand malformed ids are one mistake; the answer need not be longer than the question. */
const faultsTold = 20;

interface Ground {
  readonly schema: GraphQLSchema;
  readonly forms: Forms;
  readonly checkForms: ReturnType<typeof createFormCheck>;
}

/**
 * Refuses an operation whose variables are not of their types or whose values are not of the forms that the supergraph
 * declares, before any subgraph is asked: one error for each fault, none of which repeats a value. The forms are read
 * from the supergraph being served and follow a reload; `sdl` is for servers without one.
 */
export function createFormsPlugin<Context extends BaseContext>(
  sdl?: DocumentNode,
): ApolloServerPlugin<Context> {
  const grounds = keepBySchema((schema, supergraphSdl): Ground => {
    const declaring = supergraphSdl === undefined ? sdl : parse(supergraphSdl, { noLocation: true });
    if (!declaring) throw new Error('The forms plugin needs an SDL that declares @form');
    holdScalars(schema);
    return { schema, forms: readForms(declaring), checkForms: createFormCheck(schema, declaring) };
  });
  return {
    serverWillStart: async () => ({
      schemaDidLoadOrUpdate: ({ apiSchema, coreSupergraphSdl }) => grounds.load(apiSchema, coreSupergraphSdl),
    }),
    requestDidStart: async () => ({
      // Not didResolveOperation: what is thrown there is one error, and here is one for each fault.
      responseForOperation: async ({ document, request, schema }) => {
        const ground = grounds.of(schema);
        const faults = findFaults(ground, document, request.variables ?? {}, request.operationName);
        if (faults.length === 0) return null;
        const errors = faults.map(formatRefusal);
        return {
          http: { status: 400, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { errors } },
        };
      },
    }),
  };
}

function findFaults(
  { schema, forms, checkForms }: Ground,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
): readonly GraphQLError[] {
  // Apollo Server's type says that there always is one.
  const operation = getOperationAST(document, operationName);
  if (!operation) return [unnamed(operationName)];
  const ofType = findVariableFaults(schema, operation, variables, findNeverNull(schema, document, operation))
    .take(faultsTold)
    .map(({ place, fault, node }) =>
      badOperation(`Variable "$${place}": ${fault}.`, [node], { variable: node.variable.name.value }),
    )
    .toArray();
  // A form is asked only of values that are of their type.
  if (ofType.length > 0) return ofType;
  const ofForm = checkForms(document, variables, operationName)
    .slice(0, faultsTold)
    .map((found) => badOperation(tellFault(found), [found.node], { argument: found.coordinate }));
  if (ofForm.length > 0) return ofForm;
  const rows = measureRows(schema, forms, document, operation, variables);
  const { rows: allowed } = defaultLimits;
  if (rows <= allowed) return [];
  const message = `Too many rows: pages multiply to ${printCount(rows)}, ${printCount(allowed)} are allowed.`;
  return [limitExceeded(message, 'rows', allowed, rows)];
}

const unnamed = (operationName: string | undefined): GraphQLError =>
  badOperation(
    `Expected \`operationName\` to name an operation of the document, found ${operationName ? 'another name' : 'none'}.`,
  );
