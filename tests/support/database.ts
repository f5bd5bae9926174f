import type pg from 'pg';
import { databaseOf, urlOfDatabase, withClient } from '../../subgraphs/kit/database/roles.ts';
import type { Config } from '../../gateway/config.ts';
import { testConfig } from './test-config.ts';

let made = 0;

/** A database of this worker's own: a copy of the seeded one. */
export async function createTestDatabase(): Promise<Config> {
  made += 1;
  const name = `hub_${process.env['JEST_WORKER_ID'] ?? '0'}_${process.pid}_${made}`;
  const config = testConfig(name);
  await withClient(adminUrlOf(config, 'postgres'), async (client) => {
    // Two copies of one template at once would refuse each other.
    await client.query("select pg_advisory_lock(hashtext('hub tests copy'))");
    await client.query(
      `create database ${client.escapeIdentifier(name)} template hub_template strategy file_copy`,
    );
  });
  return config;
}

/** The administrator's URL of the test's database, or of another of the same server. */
export function adminUrlOf(config: Config, database = databaseOf(config.databaseUrl ?? '')): string {
  return urlOfDatabase(config.databaseUrl ?? '', database);
}

/** Asks the database directly, past the hub and as its administrator: what tests compare the hub's answers with. */
export async function askDatabase<Row extends pg.QueryResultRow>(
  config: Config,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return withClient(
    adminUrlOf(config),
    async (client) => (await client.query<Row>(statement, [...values])).rows,
  );
}
