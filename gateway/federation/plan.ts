import type { Experimental_DidResolveQueryPlanCallback } from '@apollo/gateway';

/** ApolloGateway's own plan; its types are not exported by name. */
export type QueryPlan = Parameters<Experimental_DidResolveQueryPlanCallback>[0]['queryPlan'];
export type PlanNode = NonNullable<QueryPlan['node']>;
export type FetchNode = Extract<PlanNode, { kind: 'Fetch' }>;
export type RequiredSelection = NonNullable<FetchNode['requires']>[number];
