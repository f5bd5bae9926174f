import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { buildASTSchema, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { askSubgraph } from './ask/ask-subgraph.ts';
import type { Call } from './ask/record.ts';
import { rememberShapes } from './ask/remember-shapes.ts';
import { complete } from './complete.ts';
import { withheldFrom } from './explain/withheld.ts';
import { toApolloLogger, type FederationLogger } from './federation-logger.ts';
import type { ExecutionResult, Operation, RequestContext } from './operation.ts';
import type { FederationContext, SubgraphSource } from './sources/subgraph-source.ts';
import { turnTelemetryOff } from './telemetry-off.ts';

/** One supergraph being served. */
export interface Generation {
  readonly apiSchema: GraphQLSchema;
  execute(requestContext: RequestContext): Promise<ExecutionResult>;
  stop(): Promise<void>;
}

interface GenerationOptions<Context extends FederationContext> {
  readonly supergraphSdl: string;
  readonly supergraph: DocumentNode;
  readonly sourceOf: (subgraph: string) => SubgraphSource<Context> | undefined;
  readonly logger: FederationLogger;
}

type Running = Operation & { readonly calls: Call[] };

// The planner's own guard against documents that unfold without end; it has no code of its own.
const plannerLimit = /^(Exceeded maximum recursive selections|Number of non-local selections exceeds limit)/;

const failure = (thrown: unknown, logger: FederationLogger): ExecutionResult => {
  // What is wrong with a document is the client's to read; anything else could hold data or addresses.
  if (thrown instanceof GraphQLError && thrown.extensions['code'] === 'INVALID_GRAPHQL') {
    return { errors: [new GraphQLError(thrown.message, { extensions: { code: 'BAD_USER_INPUT' } })] };
  }
  if (thrown instanceof Error && plannerLimit.test(thrown.message)) {
    return { errors: [new GraphQLError(thrown.message, { extensions: { code: 'LIMIT_EXCEEDED' } })] };
  }
  logger.warn({ reason: thrown instanceof Error ? thrown.name : 'unknown' }, 'an operation could not be run');
  return {
    errors: [new GraphQLError('The operation could not be run.', { extensions: { code: 'INTERNAL' } })],
  };
};

/** Loads a supergraph; rejects when ApolloGateway cannot. */
export const createGeneration = async <Context extends FederationContext>({
  supergraphSdl,
  supergraph,
  sourceOf,
  logger,
}: GenerationOptions<Context>): Promise<Generation> => {
  const fullSchema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const shapeOfQuery = rememberShapes(fullSchema);
  const operations = new WeakMap<RequestContext, Running>();

  const dataSourceOf = (subgraph: string): GraphQLDataSource => ({
    process: async (options) => {
      if (!('incomingRequestContext' in options))
        throw new Error('Only the parts of an operation are asked.');
      const { request, incomingRequestContext, pathInIncomingRequest: path = [] } = options;
      const { query = '', operationName, variables = {} } = request;
      const operation = operations.get(incomingRequestContext);
      if (operation === undefined) throw new Error('An operation must have been planned.');
      const shape = shapeOfQuery(query);
      const representations: unknown = shape.has('_entities') ? variables['representations'] : undefined;
      const positions = Array.isArray(representations) ? representations.length : 0;
      const withheld = withheldFrom(operation, { subgraph, path, query }, positions);
      if (positions > 0 && withheld.size === positions) return { data: null };
      // The border to ApolloGateway, which knows contexts as records: what the hub's server made comes back
      // out.
      const context = options.context as unknown as Context;
      const question = { subgraph, query, operationName, variables, context, shape, withheld };
      const outcome = await askSubgraph(sourceOf(subgraph), question, logger);
      operation.calls.push({ subgraph, path, query, outcome });
      if (outcome.kind === 'answered' && outcome.extensions)
        context.noted?.({ subgraph, path, extensions: outcome.extensions });
      // No errors are handed on: ApolloGateway misplaces their paths. `complete` makes them from the calls.
      return { data: outcome.kind === 'answered' ? outcome.data : null };
    },
  });

  turnTelemetryOff();
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => dataSourceOf(name),
    logger: toApolloLogger(logger),
    __exposeQueryPlanExperimental: false,
    validateSupergraph: true,
    experimental_didResolveQueryPlan: ({ queryPlan: plan, requestContext }) => {
      operations.set(requestContext, { plan, calls: [], requestContext, ground });
    },
  });
  const { schema: apiSchema } = await gateway.load();
  const ground = { fullSchema, apiSchema, shapeOfQuery, logger };

  return {
    apiSchema,
    execute: async (requestContext) => {
      try {
        const result = await gateway.executor(requestContext);
        const operation = operations.get(requestContext);
        // Without a plan it got no further than its variables, and the result says what is wrong with them.
        return operation === undefined ? result : complete(operation, result);
      } catch (thrown) {
        return failure(thrown, logger);
      }
    },
    stop: () => gateway.stop(),
  };
};
