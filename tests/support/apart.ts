import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import type { HubCall } from '../../gateway/access/call.ts';
import type { Reload } from '../../gateway/access/reload.ts';
import { openGuarding } from '../../gateway/access/open-guarding.ts';
import type { Config } from '../../gateway/config.ts';
import { createHttpSource } from '../../gateway/federation/sources/http-source.ts';
import { createReadiness } from '../../gateway/operations/readiness.ts';
import { createHub } from '../../gateway/server.ts';
import { loadSupergraph } from '../../schema/load.ts';
import { openDatabase } from '../../subgraphs/kit/database/orm.ts';
import { createSubgraphServer } from '../../subgraphs/kit/http.ts';
import { stopAll, type Stop } from '../../subgraphs/kit/lifecycle.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { createSubgraph } from '../../subgraphs/kit/subgraph.ts';
import type { Policy } from '../../schema/policy.ts';
import { createTestDatabase } from './database.ts';
import { openPolicy } from './open-policy.ts';

/** A hub whose subgraphs are behind HTTP, each replaceable while it runs. */
export interface ApartHub {
  readonly url: string;
  readonly config: Config;
  /** Where a subgraph listens. */
  readonly addressOf: (subgraph: string) => string;
  readonly ticketKeyOf: (subgraph: string) => Buffer;
  /** Sends a subgraph's calls to another address, or back to itself. */
  readonly redirect: (subgraph: string, url: string | null) => void;
  /** The calls made so far: subgraph, document, and for whom. */
  readonly calls: (readonly [string, string, HubCall])[];
  /** Serves another supergraph or policy from now on; the subgraphs keep theirs. */
  readonly reload: Reload;
  readonly stop: () => Promise<void>;
}

/** Policies of the two lines, so that a test can leave one of them open and see that the other stands. */
interface ApartPolicies {
  readonly gateway?: Policy;
  readonly subgraphs?: Policy;
}

/**
 * Starts all real subgraphs behind HTTP and a gateway before them, over a copy of the seeded database; or over the database
 * of another such hub, so that both tell of the same rows.
 */
export async function startApartHub(
  deadlineMs: number,
  { gateway = openPolicy, subgraphs = openPolicy }: ApartPolicies = {},
  database?: Config,
): Promise<ApartHub> {
  const config = database ?? (await createTestDatabase());
  const log = createLog('tests');
  const stops: Stop[] = [];
  const ground = await openGround(config, log, stops);
  await migrateAll(ground);
  const guarding = await openGuarding(config, log, stops, gateway, async () => ground.urls.ledgerWriter);
  const addresses = new Map<string, string>();
  for (const definition of ground.definitions) {
    const { name, entities } = definition;
    const opened = await openDatabase({ name, url: ground.urls.runtimeOf(name), entities, poolMax: 4 });
    stops.push(opened.close);
    const own = {
      database: opened,
      log,
      clock: () => new Date(),
      ticketKey: guarding.ticketKeyOf(name),
      policy: subgraphs,
    };
    const subgraph = createSubgraph(definition, own);
    stops.push(subgraph.close);
    const server = createSubgraphServer(subgraph);
    stops.push(() => server.close());
    addresses.set(name, `${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`);
  }
  stops.push(guarding.closeLedger);
  const redirected = new Map<string, string>();
  const calls: (readonly [string, string, HubCall])[] = [];
  const hub = await createHub({
    supergraphSdl: loadSupergraph(),
    dataSourceFor: (name, _url, headersFor) => {
      const sources = new Map<string, ReturnType<typeof createHttpSource>>();
      return {
        ask: (call) => {
          calls.push([name, call.query, call.context.call]);
          const url = redirected.get(name) ?? addresses.get(name) ?? '';
          const source = sources.get(url) ?? createHttpSource({ url, deadlineMs, headersFor });
          sources.set(url, source);
          return source.ask(call);
        },
        close: async () => {
          await Promise.all([...sources.values()].map((source) => source.close()));
        },
      };
    },
    readiness: createReadiness([]),
    isOpen: () => true,
    log,
    ...guarding,
  });
  stops.push(hub.close);
  const url = `${await hub.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  return {
    url,
    config,
    addressOf: (subgraph) => addresses.get(subgraph) ?? '',
    ticketKeyOf: guarding.ticketKeyOf,
    calls,
    reload: hub.reload,
    redirect: (subgraph, to) => {
      if (to === null) redirected.delete(subgraph);
      else redirected.set(subgraph, to);
    },
    stop: () => stopAll(log, stops.splice(0)),
  };
}
