import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { databaseOf, urlOfDatabase, withClient } from '../../subgraphs/kit/database/roles.ts';
import type { Config } from '../../gateway/config.ts';
import { testConfig } from './test-config.ts';

/** A database of this worker's own: a copy of the seeded one. */
export async function createTestDatabase(): Promise<Config> {
  const name = `hub_${randomBytes(6).toString('hex')}`;
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
