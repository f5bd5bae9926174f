import { request } from 'undici';
import { loadSupergraph } from '../schema/load.ts';
import { createPolicy, loadPolicyText, type Policy } from '../schema/policy.ts';
import { registry } from '../schema/registry.ts';
import { startEmbedded } from '../subgraphs/kit/database/embedded.ts';
import { deriveUrls } from '../subgraphs/kit/database/urls.ts';
import type { Stop } from '../subgraphs/kit/lifecycle.ts';
import type { Log } from '../subgraphs/kit/log.ts';
import { openGuarding } from './access/open-guarding.ts';
import type { Config } from './config.ts';
import { createHttpSource } from './federation/sources/http-source.ts';
import { createReadiness } from './operations/readiness.ts';
import { watch } from './operations/watch.ts';
import { createHub, type Hub } from './server.ts';

/**
 * Runs the gateway alone; each subgraph is a process of its own behind HTTP. Answers once any of them is ready: one that
 * is not leaves its part of the answers open and nothing else, now or later. Ready while every subgraph says it is.
 */
export async function startApart(config: Config, log: Log, stops: Stop[], policy: Policy): Promise<void> {
  const names = registry.map(({ name }) => name);
  const readiness = createReadiness(names);
  let isOpen = false;
  const urlOf = (name: string): string => {
    const url = config.subgraphUrls.get(name);
    if (url === undefined) throw new Error(`The supergraph names ${name}, which is not in the registry`);
    return url;
  };
  const ledgerUrl = await findLedger(config, log, stops);
  const guarding = await openGuarding(config, log, stops, policy, () => Promise.resolve(ledgerUrl));
  stops.push(guarding.closeLedger);
  const hub = await createHub({
    supergraphSdl: loadSupergraph(),
    dataSourceFor: (name, _url, headersFor) =>
      createHttpSource({ url: urlOf(name), deadlineMs: config.deadlineMs, headersFor }),
    ...guarding,
    readiness,
    isOpen: () => isOpen,
    log,
  });
  stops.push(hub.close);
  reloadOnSignal(hub, log);
  const address = await hub.listen(config);
  log.info({ address }, 'listening; waiting for the subgraphs');
  await Promise.all(
    names.map((name) =>
      watch({
        isWell: () => isReady(new URL('/health/ready', urlOf(name))),
        onState: (isWell) => {
          readiness.set(name, isWell);
          isOpen ||= isWell;
        },
        stops,
      }),
    ),
  );
  log.info('ready');
}

/**
 * On SIGHUP the gateway reads supergraph and policy anew and goes on by them; where they cannot be served it says so and goes
 * on by the former ones.
 */
function reloadOnSignal({ reload }: Hub, log: Log): void {
  const readAndReload = async (): Promise<void> => {
    try {
      const policy = createPolicy(loadPolicyText());
      await reload({ supergraphSdl: loadSupergraph(), policy });
      log.info({ policy: policy.version }, 'reloaded');
    } catch (error) {
      log.error({ err: error }, 'the reload was refused; the former supergraph and policy serve on');
    }
  };
  process.on('SIGHUP', () => void readAndReload());
}

/** The database in which accesses are written down: the one named, else the hub's own. */
async function findLedger(config: Config, log: Log, stops: Stop[]): Promise<string> {
  if (config.ledger.databaseUrl !== undefined) return config.ledger.databaseUrl;
  const adminUrl = config.databaseUrl ?? (await startEmbedded(config.dataDir, log, stops));
  return (await deriveUrls(adminUrl, config.runtimeUrls, config.dataDir)).ledgerWriter;
}

async function isReady(url: URL): Promise<boolean> {
  try {
    const { statusCode, body } = await request(url, { headersTimeout: 5_000, bodyTimeout: 5_000 });
    await body.dump();
    return statusCode === 200;
  } catch {
    return false; // not there yet
  }
}
