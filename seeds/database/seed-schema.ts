import { Client } from 'pg';
import { copyRows } from './copy.ts';
import { findMarker, writeMarker, type Marker } from './marker.ts';
import type { SeedContext, SubgraphSeed } from './rows.ts';
import { suspendIndexes } from './suspend-indexes.ts';

/** Whether the loader may go on with a schema. */
export type SchemaState =
  | { readonly kind: 'EMPTY' }
  | { readonly kind: 'LOADED'; readonly marker: Marker }
  | { readonly kind: 'FOREIGN'; readonly table: string };

/** Runs work on a connection as the owner of one schema; refuses a connection that would write elsewhere. */
export async function withOwner<T>(
  url: string,
  schema: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'portrait-hub seeds' });
  // The statement under way fails with the same fault; without a listener a lost connection would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ schema: string | null }>('select current_schema() as schema');
    if (rows[0]?.schema !== schema)
      throw new Error(`Expected a connection whose search_path begins with ${schema}.`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What a schema holds: nothing, a whole load, or rows that no loader put there. */
export async function inspectSchema(client: Client, tables: readonly string[]): Promise<SchemaState> {
  const marker = await findMarker(client);
  if (marker) return { kind: 'LOADED', marker };
  for (const table of tables) {
    const { rows } = await client.query<{ filled: boolean }>(
      `select exists (select from ${client.escapeIdentifier(table)}) as filled`,
    );
    if (rows[0]?.filled === true) return { kind: 'FOREIGN', table };
  }
  return { kind: 'EMPTY' };
}

/**
 * Fills one schema in one transaction: whole or not at all. Whoever starts at the same time waits at the lock; `mayLoad`
 * is asked again behind it. Gives the rows per table, or null when there was nothing left to do.
 */
export async function fillSchema(
  client: Client,
  seed: SubgraphSeed,
  context: SeedContext,
  mayLoad: (state: SchemaState) => boolean,
  onBatch: (rowCount: number) => void,
): Promise<Readonly<Record<string, number>> | null> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`portrait-hub seeds ${seed.name}`]);
    const counts = mayLoad(await inspectSchema(client, seed.tables))
      ? await load(client, seed, context, onBatch)
      : null;
    await client.query('commit');
    return counts;
  } catch (error) {
    await client.query('rollback').catch((cause: unknown) => {
      throw new AggregateError([error, cause], `The load of ${seed.name} failed, and so did its rollback.`);
    });
    throw error;
  }
}

async function load(
  client: Client,
  seed: SubgraphSeed,
  context: SeedContext,
  onBatch: (rowCount: number) => void,
): Promise<Readonly<Record<string, number>>> {
  const names = seed.tables.map((table) => client.escapeIdentifier(table)).join(', ');
  await client.query(`truncate ${names}`);
  const resumeIndexes = await suspendIndexes(client, seed.tables);
  const counts = await copyRows(client, seed.tables, seed.rows(context), onBatch);
  await resumeIndexes();
  await client.query(`analyze ${names}`);
  const { scale, seedNumber } = context.city;
  await writeMarker(client, { scale, seedNumber }, counts);
  return counts;
}
