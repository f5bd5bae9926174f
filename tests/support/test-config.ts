import { join } from 'node:path';
import type { Config } from '../../gateway/config.ts';
import { urlOfDatabase } from '../../subgraphs/kit/database/roles.ts';

/** The key of the tests' citizen numbers. */
export const testIdentifierKey = Buffer.alloc(32, 'portrait-hub tests');

/** Share of the city that tests run on: about 5,400 people, every township non-empty, and the whole cast. */
export const testScale = 0.002;

/** A configuration over a database of the tests' server. */
export function testConfig(database: string): Config {
  const server = process.env['HUB_TEST_SERVER_URL'];
  const dataDir = process.env['HUB_TEST_DATA_DIR'];
  if (server === undefined || dataDir === undefined) throw new Error('Run the tests by `npm test`.');
  return {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: urlOfDatabase(server, database),
    runtimeUrls: new Map(),
    subgraphUrls: new Map(),
    dataDir,
    identifierKey: testIdentifierKey,
    seedScale: testScale,
    isProduction: false,
    deadlineMs: 2_000,
    oidc: undefined,
    ticketKeys: new Map(),
    budgets: {
      personsPerHour: 1_000_000,
      gridWorkerPersonsPerHour: 1_000_000,
      lookupsPerHour: 1_000_000,
      databaseUrl: undefined,
    },
    ledger: {
      databaseUrl: undefined,
      key: undefined,
      evidenceDir: join(dataDir, 'evidence', database),
      checkpointMs: 60_000,
      graceMs: 60_000,
    },
  };
}
