import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import type { Log } from '../subgraphs/kit/log.ts';
import { createAuthorityAdoption } from './access/adopt-authority.ts';
import type { Authenticate } from './access/authenticate.ts';
import type { Budgets } from './access/budgets.ts';
import type { CallContext } from './access/call.ts';
import { createCallsUnderWay } from './access/calls-under-way.ts';
import { createDoorkeeper } from './access/doorkeeper.ts';
import { createGuard } from './access/guard.ts';
import { createGuardPlugin } from './access/guard-plugin.ts';
import { guardGateway } from './access/guarded-gateway.ts';
import { createConsentRecheck } from './access/recheck-consents.ts';
import type { PolicyInForce } from './access/policy-in-force.ts';
import { createReload, type Reload } from './access/reload.ts';
import { createTickets } from './access/tickets.ts';
import type { Audit } from './audit/audit.ts';
import { createAuditHook } from './audit/audit-hook.ts';
import { observeSource } from './audit/observe-source.ts';
import { createFederation } from './federation/federation.ts';
import type { HeadersFor, SubgraphSource } from './federation/sources/subgraph-source.ts';
import { createAskHub } from './import/ask-hub.ts';
import { registerImport } from './import/import-door.ts';
import { createFormatError, type Failure } from './operations/format-error.ts';
import { createFormsPlugin } from './operations/forms.ts';
import { registerHealth } from './operations/health.ts';
import { answerNotFound, createHttpErrorHandler } from './operations/http-errors.ts';
import { createLimitsPlugin } from './operations/limits-plugin.ts';
import { defaultLimits } from '../schema/limits/limits.ts';
import { createLinkNamesPlugin } from './operations/link-names.ts';
import { createMetrics } from './operations/metrics.ts';
import type { Readiness } from './operations/readiness.ts';
import { createStatusPlugin } from './operations/status-plugin.ts';

export interface HubOptions {
  readonly supergraphSdl: string;
  readonly dataSourceFor: (
    name: string,
    url: string,
    headersFor: HeadersFor<CallContext>,
  ) => SubgraphSource<CallContext>;
  /** Whose tokens are taken. */
  readonly authenticate: Authenticate;
  /** By what it is decided who may see what. */
  readonly policy: PolicyInForce;
  readonly budgets: Budgets;
  /** Where every access is written down. */
  readonly audit: Audit;
  /** What a subgraph's tickets are signed with. */
  readonly ticketKeyOf: (subgraph: string) => Buffer;
  /** Whether the schema is hidden from who asks for it. */
  readonly isProduction: boolean;
  readonly readiness: Readiness;
  /** Whether operations are answered. Half loaded data would look like "no record", so until then none is. */
  readonly isOpen: () => boolean;
  readonly log: Log;
}

/** The hub. */
export interface Hub {
  /** Listens and gives the address, `http://host:port`. */
  readonly listen: (at: { readonly host: string; readonly port: number }) => Promise<string>;
  readonly reload: Reload;
  /** Answers what is under way, then stops; however often it is asked, once. */
  readonly close: () => Promise<unknown>;
}

/** Makes the hub, not yet listening. */
export async function createHub(options: HubOptions): Promise<Hub> {
  const { supergraphSdl, dataSourceFor, readiness, isOpen, log, policy, budgets, audit, isProduction } =
    options;
  const { bodyBytes } = defaultLimits;
  const onInternal = ({ failureId, error }: Failure): void =>
    log.error({ failureId, err: error }, 'the hub failed');
  const server = fastify({ bodyLimit: bodyBytes, logger: false, genReqId: () => randomUUID() });
  server.setErrorHandler(createHttpErrorHandler({ bodyBytes, onInternal }));
  server.setNotFoundHandler(answerNotFound);
  registerHealth(server, readiness);
  const metrics = createMetrics(readiness);
  metrics.register(server);
  const guard = createGuard({ policy, budgets, adoptAuthority: (context) => adoptAuthority(context) });
  const tickets = createTickets<CallContext>({
    keyOf: options.ticketKeyOf,
    claimsOf: guard.claimsOf,
    clock: Date.now,
  });
  const sourceOf = (name: string, url: string): SubgraphSource<CallContext> =>
    observeSource(
      name,
      dataSourceFor(name, url, tickets.headersFor(name)),
      tickets.idOf,
      metrics.observeExchange,
    );
  const federation = createFederation<CallContext>({
    supergraphSdl,
    dataSourceFor: sourceOf,
    logger: log,
  });
  const register = sourceOf('governance', '');
  const adoptAuthority = createAuthorityAdoption(register);
  const apollo = new ApolloServer<CallContext>({
    gateway: guardGateway(federation, guard, createConsentRecheck(register), audit),
    introspection: !isProduction,
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
      createLinkNamesPlugin(),
      createFormsPlugin(),
      createGuardPlugin(guard, audit),
      createStatusPlugin(),
      metrics.plugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  const calls = createCallsUnderWay();
  const gates = {
    onRequest: createDoorkeeper({ authenticate: options.authenticate, isOpen, begin: calls.begin }),
    onSend: createAuditHook(audit, calls.find),
  };
  registerImport(server, createAskHub(server), gates, calls);
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    ...gates,
    handler: fastifyApolloHandler(apollo, { context: async (request) => calls.get(request) }),
  });
  let closing: Promise<undefined> | undefined;
  return {
    listen: ({ host, port }) => server.listen({ host, port }),
    reload: createReload({ federation, guard, policy, supergraphSdl }),
    close: () =>
      (closing ??= apollo
        .stop()
        .then(() => register.close())
        .then(() => server.close())),
  };
}

/** Apollo Server's texts can quote documents and values; that it spoke, and how loud, is enough. */
const quietLogger = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => log.warn('Apollo Server warned'),
  error: () => log.error('Apollo Server reported an error'),
});
