import { hash } from 'node:crypto';
import { join } from 'node:path';
import { createPolicy, type Policy } from '../schema/policy.ts';
import { registry, type SubgraphName } from '../schema/registry.ts';
import { loadSupergraph } from '../schema/load.ts';
import { cast } from '../seeds/cast.ts';
import { loadSeeds, type SeedProgress } from '../seeds/load.ts';
import { createGovernance } from '../subgraphs/governance/subgraph.ts';
import { grids } from '../subgraphs/grids/subgraph.ts';
import { loadCertificateKey } from '../subgraphs/integrity/certificate/certificate-key.ts';
import { keepLinks } from '../subgraphs/integrity/links/keep-links.ts';
import { keepReviews } from '../subgraphs/integrity/reviews/keep-reviews.ts';
import { createIntegrity } from '../subgraphs/integrity/subgraph.ts';
import { startEmbedded } from '../subgraphs/kit/database/embedded.ts';
import { migrate, openDatabase, type Database } from '../subgraphs/kit/database/orm.ts';
import { prepareDatabase } from '../subgraphs/kit/database/roles.ts';
import { deriveUrls, type DatabaseUrls } from '../subgraphs/kit/database/urls.ts';
import type { LogCoverage } from '../subgraphs/kit/disclosures/coverage.ts';
import type { Stop } from '../subgraphs/kit/lifecycle.ts';
import type { Log } from '../subgraphs/kit/log.ts';
import { createLedgerNames, loadLedgerKey } from '../subgraphs/kit/ledger/person-reference.ts';
import { createSubgraph, type Subgraph, type SubgraphDefinition } from '../subgraphs/kit/subgraph.ts';
import { loadIdentifierKey } from '../subgraphs/kit/identifier.ts';
import { recordIdentifierKey } from '../subgraphs/persons/identifier.ts';
import { createPersons } from '../subgraphs/persons/subgraph.ts';
import { createWitness } from '../subgraphs/kit/witness/witness.ts';
import { keepEvidence } from '../subgraphs/governance/keep-evidence.ts';
import { psych } from '../subgraphs/psych/subgraph.ts';
import { volunteers } from '../subgraphs/volunteers/subgraph.ts';
import { ticketHeader } from '../subgraphs/kit/ticket.ts';
import { openGuarding } from './access/open-guarding.ts';
import type { Config } from './config.ts';
import { createInProcessSource } from './federation/sources/in-process-source.ts';
import { createReadiness } from './operations/readiness.ts';
import { watch } from './operations/watch.ts';
import { createHub } from './server.ts';

/** A database that was found or made, and the key that its citizen numbers are kept under. */
export interface Ground {
  readonly urls: DatabaseUrls;
  readonly identifierKey: Buffer;
  readonly definitions: readonly SubgraphDefinition[];
}

/** Without subgraphs that run there is nobody to ask for his log. */
const askNobody: LogCoverage = (name) => Promise.reject(new Error(`${name} is not running`));

/** Finds the database: the server of DATABASE_URL, else the embedded one of the data directory. */
export async function openGround(
  config: Config,
  log: Log,
  stops: Stop[],
  coverage: LogCoverage<SubgraphName> = askNobody,
): Promise<Ground> {
  const adminUrl = config.databaseUrl ?? (await startEmbedded(config.dataDir, log, stops));
  const urls = await deriveUrls(adminUrl, config.runtimeUrls, config.dataDir, config.ledger.databaseUrl);
  const identifierKey = await loadIdentifierKey(config);
  const names = createLedgerNames(await loadLedgerKey(config.ledger.key, config.dataDir));
  return {
    urls,
    identifierKey,
    definitions: [
      createPersons(identifierKey),
      grids,
      createIntegrity({ identifierKey, certificateKey: await loadCertificateKey(config.dataDir) }),
      psych,
      volunteers,
      createGovernance(createPolicy(), names, coverage),
    ],
  };
}

/** Brings roles and tables up to date; gives the migrations that ran, by subgraph. */
export async function migrateAll({
  urls,
  identifierKey,
  definitions,
}: Ground): Promise<ReadonlyMap<string, readonly string[]>> {
  const subgraphs = definitions.map(({ name }) => name);
  await prepareDatabase({
    adminUrl: urls.admin,
    subgraphs,
    passwordOf: urls.passwordOf,
    writers: urls.writers,
  });
  const applied = await Promise.all(
    definitions.map(async ({ name, entities, migrations }) => {
      const names = await migrate(name, urls.ownerOf(name), entities, migrations);
      return [name, names] as const;
    }),
  );
  await recordIdentifierKey(urls.ownerOf('persons'), identifierKey);
  return new Map(applied);
}

export interface SeedRequest {
  readonly scale: number;
  readonly isReplacing: boolean;
  readonly onProgress: (progress: SeedProgress) => void;
}

/** Loads the synthetic city where it is not there yet; gives the subgraphs that were loaded now. */
export async function seedAll(
  { urls, identifierKey }: Ground,
  request: SeedRequest,
): Promise<readonly string[]> {
  const outcome = await loadSeeds({
    ...request,
    ownerUrl: (name: SubgraphName) => urls.ownerOf(name),
    identifierKey,
    now: new Date(),
  });
  return Object.keys(outcome);
}

/** The hub with every subgraph in this process, and what it was built on. */
export interface AllInOne {
  readonly address: string;
  readonly ground: Ground;
  /** Somebody to show a portrait of. */
  readonly castMember: string;
  readonly markReady: () => void;
}

/**
 * Runs everything in this process. The door is open at once and says "not ready" until database, data and subgraphs are
 * there and `markReady` is called by who has seen a portrait.
 */
export async function startAllInOne(
  config: Config,
  log: Log,
  stops: Stop[],
  policy: Policy,
  onProgress: (progress: SeedProgress) => void,
): Promise<AllInOne> {
  const readiness = createReadiness(['data', 'portrait']);
  const running = new Map<string, Subgraph>();
  const databases = new Map<string, Database>();
  let isOpen = false;
  const opened = Promise.withResolvers<Ground>();
  const ledgerUrl = async (): Promise<string> => (await opened.promise).urls.ledgerWriter;
  const guarding = await openGuarding(config, log, stops, policy, ledgerUrl);
  const digests = new WeakMap<object, string>();
  const hub = await createHub({
    supergraphSdl: loadSupergraph(),
    dataSourceFor: (name, _url, headersFor) =>
      createInProcessSource({
        headersFor,
        deadlineMs: config.deadlineMs,
        digestOf: (answer) =>
          typeof answer === 'object' && answer !== null ? digests.get(answer) : undefined,
        execute: async ({ query, variables, operationName, headers, bytes }) => {
          const subgraph = running.get(name);
          if (!subgraph) throw new Error(`${name} is not running`);
          const question = { query, variables, operationName };
          const { answer, text } = await subgraph.execute(question, { ticket: headers[ticketHeader], bytes });
          digests.set(answer, hash('sha256', text, 'base64url'));
          return answer;
        },
      }),
    ...guarding,
    readiness,
    isOpen: () => isOpen,
    log,
  });
  stops.push(hub.close);
  const address = await hub.listen(config);
  const ground = await openGround(
    config,
    log,
    stops,
    async (name) => running.get(name)?.coverage() ?? askNobody(name),
  );
  opened.resolve(ground);
  await migrateAll(ground);
  await seedAll(ground, { scale: config.seedScale, isReplacing: false, onProgress });
  for (const definition of ground.definitions) {
    const { name, entities } = definition;
    const url = ground.urls.runtimeOf(name);
    const database = await openDatabase({ name, url, entities, poolMax: 10, readMs: config.deadlineMs });
    stops.push(database.close);
    databases.set(name, database);
    const subgraph = createSubgraph(definition, {
      database,
      log,
      clock: () => new Date(),
      ticketKey: guarding.ticketKeyOf(name),
      policy,
    });
    stops.push(subgraph.close);
    running.set(name, subgraph);
  }
  const governance = databases.get('governance');
  if (governance) {
    const { evidenceDir: folder, checkpointMs: intervalMs } = config.ledger;
    const witnesses = registry.map(({ name }) => createWitness(name, join(folder, 'witness')));
    keepEvidence({ database: governance.kysely, folder, intervalMs, witnesses, log }, stops);
  }
  const integrity = databases.get('integrity');
  if (integrity) {
    const keeping = { database: integrity.kysely, clock: () => new Date(), log };
    keepReviews(keeping, stops);
    keepLinks({ ...keeping, identifierKey: ground.identifierKey }, stops);
  }
  stops.push(guarding.closeLedger);
  stops.push(hub.close); // once more: what is under way ends before the databases close
  const areReady = async (): Promise<boolean> => {
    const states = await Promise.all([...running.values()].map((subgraph) => subgraph.isReady()));
    return states.every(Boolean);
  };
  if (!(await areReady())) throw new Error('A subgraph is not ready; the lines above say which and why.');
  isOpen = true;
  await watch({ isWell: areReady, onState: (isWell) => readiness.set('data', isWell), stops });
  return { address, ground, castMember: cast.linMeihua.id, markReady: () => readiness.set('portrait', true) };
}
