import type { ApolloGateway } from '@apollo/gateway';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Call } from './ask/record.ts';
import type { Shape } from './ask/shape.ts';
import type { FederationLogger } from './federation-logger.ts';
import type { QueryPlan } from './plan.ts';

/** An operation as Apollo Server hands it on. */
export type RequestContext = Parameters<ApolloGateway['executor']>[0];

/** What Apollo Server is given back. */
export interface ExecutionResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
  extensions?: Record<string, unknown>;
}

/** The supergraph an operation is run on. */
interface Ground {
  /** With what only subgraphs see. */
  readonly fullSchema: GraphQLSchema;
  readonly apiSchema: GraphQLSchema;
  /** The shape of a subgraph's query, worked out once. */
  readonly shapeOfQuery: (query: string) => Shape;
  readonly logger: FederationLogger;
}

/** An operation that ApolloGateway runs or has run, and how it goes. */
export interface Operation {
  readonly plan: QueryPlan;
  /** The calls that have ended, in that order. */
  readonly calls: readonly Call[];
  readonly requestContext: RequestContext;
  readonly ground: Ground;
}
