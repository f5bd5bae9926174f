import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { GraphQLError } from 'graphql';
import type { Log } from '../subgraphs/kit/log.ts';
import { clientSignal } from './client-signal.ts';
import { createFederation } from './federation/federation.ts';
import type { FederationContext, SubgraphSource } from './federation/sources/subgraph-source.ts';
import { createFormatError, formatRefusal, type Failure } from './operations/format-error.ts';
import { createFormsPlugin } from './operations/forms.ts';
import { registerHealth } from './operations/health.ts';
import { answerNotFound, createHttpErrorHandler } from './operations/http-errors.ts';
import { createLimitsPlugin } from './operations/limits-plugin.ts';
import { defaultLimits } from './operations/limits.ts';
import type { Readiness } from './operations/readiness.ts';
import { createStatusPlugin } from './operations/status-plugin.ts';

/** What every operation carries. */
export interface HubContext extends FederationContext {
  readonly requestId: string;
  readonly signal: AbortSignal;
}

export interface HubOptions {
  readonly supergraphSdl: string;
  readonly dataSourceFor: (name: string, url: string) => SubgraphSource<HubContext>;
  readonly readiness: Readiness;
  /** Whether operations are answered. Half loaded data would look like "no record", so until then none is. */
  readonly isOpen: () => boolean;
  readonly log: Log;
}

/** The hub. */
export interface Hub {
  /** Listens and gives the address, `http://host:port`. */
  readonly listen: (at: { readonly host: string; readonly port: number }) => Promise<string>;
  /** Answers what is under way, then stops; however often it is asked, once. */
  readonly close: () => Promise<unknown>;
}

/** Makes the hub, not yet listening. */
export async function createHub(options: HubOptions): Promise<Hub> {
  const { supergraphSdl, dataSourceFor, readiness, isOpen, log } = options;
  const { bodyBytes } = defaultLimits;
  const onInternal = ({ failureId, error }: Failure): void =>
    log.error({ failureId, err: error }, 'the hub failed');
  const server = fastify({ bodyLimit: bodyBytes, logger: false });
  server.setErrorHandler(createHttpErrorHandler({ bodyBytes, onInternal }));
  server.setNotFoundHandler(answerNotFound);
  registerHealth(server, readiness);
  const apollo = new ApolloServer<HubContext>({
    gateway: createFederation({ supergraphSdl, dataSourceFor, logger: log }),
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError: createFormatError({ onInternal }),
    logger: quietLogger(log),
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(server),
      createLimitsPlugin(defaultLimits),
      createFormsPlugin(),
      createStatusPlugin(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (_request, reply) => {
      if (!isOpen())
        return reply
          .code(503)
          .header('retry-after', '5')
          .send({ errors: [notReady] });
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => ({ requestId: request.id, signal: clientSignal(reply) }),
    }),
  });
  let closing: Promise<undefined> | undefined;
  return {
    listen: ({ host, port }) => server.listen({ host, port }),
    close: () => (closing ??= apollo.stop().then(() => server.close())),
  };
}

const notReady = formatRefusal(
  new GraphQLError('The hub is starting and answers as soon as its data is complete.', {
    extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
  }),
);

/** Apollo Server's texts can quote documents and values; that it spoke, and how loud, is enough. */
const quietLogger = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => log.warn('Apollo Server warned'),
  error: () => log.error('Apollo Server reported an error'),
});
