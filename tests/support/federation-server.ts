import { ApolloServer } from '@apollo/server';
import { createFederation, type Federation } from '../../gateway/federation/federation.ts';
import type { FederationLogger } from '../../gateway/federation/federation-logger.ts';
import { createInProcessSource } from '../../gateway/federation/sources/in-process-source.ts';
import type { FederationContext, SubgraphSource } from '../../gateway/federation/sources/subgraph-source.ts';
import { composeSupergraph, executorOf, type SmallSubgraph } from './federation-supergraph.ts';

export interface Answer {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly path?: unknown; readonly code: unknown }[];
  readonly coverage: unknown;
  /** The whole response, to look for what must not be in it. */
  readonly text: string;
}

export interface FederatedServer {
  readonly federation: Federation;
  /** What was logged, as text. */
  readonly logged: string[];
  ask(query: string, variables?: Record<string, unknown>, context?: FederationContext): Promise<Answer>;
  stop(): Promise<void>;
}

interface FederatedServerOptions {
  readonly subgraphs: readonly SmallSubgraph[];
  /** Composed already. */
  readonly supergraphSdl?: string;
  /** Sources that are not to be the subgraph itself in this process. */
  readonly sources?: Readonly<Record<string, SubgraphSource<FederationContext>>>;
}

/** Subgraphs, composed, behind a federation, behind Apollo Server. */
export const startFederatedServer = async ({
  subgraphs,
  supergraphSdl = composeSupergraph(subgraphs),
  sources = {},
}: FederatedServerOptions): Promise<FederatedServer> => {
  const logged: string[] = [];
  const logger: FederationLogger = {
    warn: (fields, message) => logged.push(`${message} ${JSON.stringify(fields)}`),
  };
  const sourceOf = (name: string): SubgraphSource<FederationContext> => {
    const subgraph = subgraphs.find((candidate) => candidate.name === name);
    if (subgraph === undefined) throw new Error(`no subgraph ${name}`);
    return sources[name] ?? createInProcessSource({ execute: executorOf(subgraph) });
  };
  const federation = createFederation({ supergraphSdl, dataSourceFor: sourceOf, logger });
  const server = new ApolloServer<FederationContext>({ gateway: federation });
  await server.start();
  return {
    federation,
    logged,
    ask: async (query, variables = {}, context = {}) => {
      const { body } = await server.executeOperation({ query, variables }, { contextValue: context });
      if (body.kind !== 'single') throw new Error('an incremental answer');
      const { data, errors = [], extensions } = body.singleResult;
      return {
        data: JSON.parse(JSON.stringify(data ?? null)),
        errors: errors.map(({ message, path, extensions: { code } = {} }) => ({
          message,
          ...(path === undefined ? {} : { path }),
          code,
        })),
        coverage: extensions?.['coverage'],
        text: JSON.stringify(body.singleResult),
      };
    },
    stop: () => server.stop(),
  };
};
