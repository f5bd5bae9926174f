import { join } from 'node:path';
import { createPolicy } from '../../schema/policy.ts';
import { getSubgraph } from '../../schema/registry.ts';
import { startEmbedded } from './database/embedded.ts';
import { openDatabase, type Database } from './database/orm.ts';
import { deriveUrls } from './database/urls.ts';
import { key, number, optional, port, readEnvironment, text, url } from './env.ts';
import { createSubgraphServer } from './http.ts';
import { ledgerKeyVariable } from './ledger/person-reference.ts';
import { stopOnSignals, type Stop } from './lifecycle.ts';
import { createLog, type Log } from './log.ts';
import { createSubgraph, type SubgraphDefinition } from './subgraph.ts';
import { loadTicketKey, ticketKeyVariable } from './ticket-key.ts';
import { createWitness, type Witness } from './witness/witness.ts';

/** What a subgraph's process is told from outside. */
export interface SubgraphSettings {
  readonly dataDir: string;
  readonly identifierKey: Buffer | undefined;
  /** What people are named by in the ledger; only the hub's own register is given it. */
  readonly ledgerKey: Buffer | undefined;
}

/** What goes on beside a subgraph in its process stands on. */
export interface Company {
  readonly settings: SubgraphSettings;
  readonly database: Database;
  /** Where evidence of the ledger is kept outside its database, and how often. */
  readonly evidence: { readonly folder: string; readonly intervalMs: number };
  readonly witness: Witness;
  readonly log: Log;
  readonly stops: Stop[];
}

/**
 * Runs a subgraph in a process of its own until a signal comes. With `<NAME>_DATABASE_URL` it uses that server; without,
 * the embedded PostgreSQL of the data directory, which `npm run migrate` and `npm run seed` have filled.
 */
export async function runSubgraph(
  name: string,
  define: (settings: SubgraphSettings) => SubgraphDefinition | Promise<SubgraphDefinition>,
  accompany?: (company: Company) => void | Promise<void>,
): Promise<void> {
  const entry = getSubgraph(name);
  const urlName = `${name.toUpperCase()}_DATABASE_URL`;
  const {
    own,
    database: given,
    tickets,
  } = readEnvironment({
    own: {
      HOST: text('127.0.0.1'),
      PORT: port(entry.port),
      HUB_DATA_DIR: text(join(import.meta.dirname, '..', '..', '.data')),
      IDENTIFIER_KEY: optional(key(32)),
      SUBGRAPH_DEADLINE_MS: number(10, 600_000, 2_000),
      [ledgerKeyVariable]: optional(key(32)),
      LEDGER_EVIDENCE_DIR: optional(text()),
      CHECKPOINT_INTERVAL_MS: number(100, 3_600_000, 60_000),
    },
    database: { [urlName]: optional(url(['postgres', 'postgresql'])) },
    tickets: { [ticketKeyVariable(name)]: optional(key(32)) },
  });
  const log = createLog(name);
  const stops: Stop[] = [];
  stopOnSignals(log, stops);
  const databaseUrl = given[urlName] ?? (await embeddedUrl(name, own.HUB_DATA_DIR, log, stops));
  const settings: SubgraphSettings = {
    dataDir: own.HUB_DATA_DIR,
    identifierKey: own.IDENTIFIER_KEY,
    ledgerKey: own[ledgerKeyVariable],
  };
  const definition = await define(settings);
  const { entities } = definition;
  const { SUBGRAPH_DEADLINE_MS: readMs } = own;
  const database = await openDatabase({ name, url: databaseUrl, entities, poolMax: 10, readMs });
  stops.push(database.close);
  const ticketKey = await loadTicketKey(name, tickets[ticketKeyVariable(name)], own.HUB_DATA_DIR);
  const subgraph = createSubgraph(definition, {
    database,
    log,
    clock: () => new Date(),
    ticketKey,
    policy: createPolicy(),
  });
  stops.push(subgraph.close);
  const folder = own.LEDGER_EVIDENCE_DIR ?? own.HUB_DATA_DIR;
  const witness = createWitness(name, join(folder, 'witness'));
  const evidence = { folder, intervalMs: own.CHECKPOINT_INTERVAL_MS };
  await accompany?.({ settings, database, evidence, witness, log, stops });
  const server = createSubgraphServer(subgraph, witness);
  stops.push(() => server.close());
  const address = await server.listen({ host: own.HOST, port: own.PORT });
  log.info({ address }, 'listening');
}

async function embeddedUrl(name: string, dataDir: string, log: Log, stops: Stop[]): Promise<string> {
  const urls = await deriveUrls(await startEmbedded(dataDir, log, stops), new Map(), dataDir);
  return urls.runtimeOf(name);
}
