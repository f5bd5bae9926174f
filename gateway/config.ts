import { join } from 'node:path';
import { registry, type SubgraphName } from '../schema/registry.ts';
import { ledgerKeyVariable } from '../subgraphs/kit/ledger/person-reference.ts';
import { ticketKeyVariable } from '../subgraphs/kit/ticket-key.ts';
import { key, number, optional, port, readEnvironment, text, url } from '../subgraphs/kit/env.ts';

/** Everything the hub is told from outside, read once at its start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** An administrator's URL of a server of one's own; absent: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Run-time URLs by subgraph, where given. */
  readonly runtimeUrls: ReadonlyMap<string, string>;
  /** Where each subgraph listens when it runs apart. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Keys, the embedded database, later checkpoints. */
  readonly dataDir: string;
  readonly identifierKey: Buffer | undefined;
  /** 1 is the whole city, 2.72 million people. */
  readonly seedScale: number;
  /** Whether this is no place for development: NODE_ENV says so, or an identity provider is named. */
  readonly isProduction: boolean;
  /** How long a subgraph has to answer. */
  readonly deadlineMs: number;
  /** Whose tokens are taken; absent: those of the development issuer. */
  readonly oidc: OidcConfig | undefined;
  /** Keys of the tickets to subgraphs, where given. */
  readonly ticketKeys: ReadonlyMap<string, Buffer>;
  readonly budgets: BudgetConfig;
  readonly ledger: LedgerConfig;
}

/** Where it is written down who looked at whom. */
export interface LedgerConfig {
  /** As the role that writes the ledger; absent: derived from the administrator's URL. */
  readonly databaseUrl: string | undefined;
  /** What people are named under in the ledger; absent: a key kept in the data directory. */
  readonly key: Buffer | undefined;
  /** Where evidence of it is kept outside its database: checkpoints and what witnesses saw. */
  readonly evidenceDir: string;
  readonly checkpointMs: number;
  /** How long answers of open data go on while nothing can be written down. */
  readonly graceMs: number;
}

/** An identity provider. */
export interface OidcConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
}

/** What one actor may see and look up in an hour. */
export interface BudgetConfig {
  readonly personsPerHour: number;
  readonly gridWorkerPersonsPerHour: number;
  readonly lookupsPerHour: number;
  /** Where several gateways count together; absent: each counts in its own memory. */
  readonly databaseUrl: string | undefined;
}

const variableOf = (name: SubgraphName, what: 'DATABASE_URL' | 'URL'): string =>
  `${name.toUpperCase()}_${what}`;

/** Reads the environment; throws with all faults at once. */
export function readConfig(): Config {
  const postgres = optional(url(['postgres', 'postgresql']));
  const { hub, oidc, runtime, subgraphs, tickets } = readEnvironment({
    hub: {
      HOST: text('127.0.0.1'),
      PORT: port(4000),
      DATABASE_URL: postgres,
      HUB_DATA_DIR: text(join(import.meta.dirname, '..', '.data')),
      IDENTIFIER_KEY: optional(key(32)),
      SEED_SCALE: number(0.001, 1, 0.01),
      SUBGRAPH_DEADLINE_MS: number(10, 600_000, 2_000),
      NODE_ENV: optional(text()),
      PERSONS_PER_HOUR: number(1, 1_000_000, 5_000),
      GRID_WORKER_PERSONS_PER_HOUR: number(1, 1_000_000, 500),
      LOOKUPS_PER_HOUR: number(1, 100_000, 20),
      GATEWAY_DATABASE_URL: postgres,
      LEDGER_DATABASE_URL: postgres,
      [ledgerKeyVariable]: optional(key(32)),
      LEDGER_EVIDENCE_DIR: optional(text()),
      CHECKPOINT_INTERVAL_MS: number(100, 3_600_000, 60_000),
      LEDGER_GRACE_MS: number(0, 3_600_000, 60_000),
    },
    oidc: {
      OIDC_ISSUER: optional(url(['https', 'http'])),
      OIDC_AUDIENCE: optional(text()),
      OIDC_JWKS_URL: optional(url(['https', 'http'])),
    },
    tickets: Object.fromEntries(registry.map(({ name }) => [ticketKeyVariable(name), optional(key(32))])),
    runtime: Object.fromEntries(registry.map(({ name }) => [variableOf(name, 'DATABASE_URL'), postgres])),
    subgraphs: Object.fromEntries(
      registry.map((entry) => [
        variableOf(entry.name, 'URL'),
        url(['http', 'https'], `http://127.0.0.1:${entry.port}/graphql`),
      ]),
    ),
  });
  return Object.freeze({
    host: hub.HOST,
    port: hub.PORT,
    databaseUrl: hub.DATABASE_URL,
    runtimeUrls: byName((name) => runtime[variableOf(name, 'DATABASE_URL')]),
    subgraphUrls: byName((name) => subgraphs[variableOf(name, 'URL')]),
    dataDir: hub.HUB_DATA_DIR,
    identifierKey: hub.IDENTIFIER_KEY,
    seedScale: hub.SEED_SCALE,
    isProduction: hub.NODE_ENV === 'production' || oidc.OIDC_ISSUER !== undefined,
    deadlineMs: hub.SUBGRAPH_DEADLINE_MS,
    oidc: readOidc(oidc),
    ticketKeys: byName((name) => tickets[ticketKeyVariable(name)]),
    budgets: {
      personsPerHour: hub.PERSONS_PER_HOUR,
      gridWorkerPersonsPerHour: hub.GRID_WORKER_PERSONS_PER_HOUR,
      lookupsPerHour: hub.LOOKUPS_PER_HOUR,
      databaseUrl: hub.GATEWAY_DATABASE_URL,
    },
    ledger: {
      databaseUrl: hub.LEDGER_DATABASE_URL,
      key: hub[ledgerKeyVariable],
      evidenceDir: hub.LEDGER_EVIDENCE_DIR ?? hub.HUB_DATA_DIR,
      checkpointMs: hub.CHECKPOINT_INTERVAL_MS,
      graceMs: hub.LEDGER_GRACE_MS,
    },
  });
}

/** An identity provider is named whole or not at all: half of one would leave a check out. */
function readOidc(given: {
  readonly OIDC_ISSUER: string | undefined;
  readonly OIDC_AUDIENCE: string | undefined;
  readonly OIDC_JWKS_URL: string | undefined;
}): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl } = given;
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return undefined;
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) {
    throw new Error('OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL: expected all three or none, found some.');
  }
  return { issuer, audience, jwksUrl };
}

function byName<T>(valueOf: (name: SubgraphName) => T | undefined): ReadonlyMap<string, T> {
  const entries = registry.flatMap(({ name }) => {
    const value = valueOf(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map(entries);
}
