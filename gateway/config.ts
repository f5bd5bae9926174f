import { join } from 'node:path';
import { registry, type SubgraphName } from '../schema/registry.ts';
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
}

const variableOf = (name: SubgraphName, what: 'DATABASE_URL' | 'URL'): string =>
  `${name.toUpperCase()}_${what}`;

/** Reads the environment; throws with all faults at once. */
export function readConfig(): Config {
  const postgres = optional(url(['postgres', 'postgresql']));
  const { hub, runtime, subgraphs } = readEnvironment({
    hub: {
      HOST: text('127.0.0.1'),
      PORT: port(4000),
      DATABASE_URL: postgres,
      HUB_DATA_DIR: text(join(import.meta.dirname, '..', '.data')),
      IDENTIFIER_KEY: optional(key(32)),
      SEED_SCALE: number(0.001, 1, 0.01),
      SUBGRAPH_DEADLINE_MS: number(10, 600_000, 2_000),
      NODE_ENV: optional(text()),
      OIDC_ISSUER: optional(url(['https', 'http'])),
    },
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
    isProduction: hub.NODE_ENV === 'production' || hub.OIDC_ISSUER !== undefined,
    deadlineMs: hub.SUBGRAPH_DEADLINE_MS,
  });
}

function byName(valueOf: (name: SubgraphName) => string | undefined): ReadonlyMap<string, string> {
  const entries = registry.flatMap(({ name }) => {
    const value = valueOf(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map(entries);
}
