import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM, type EntityClass } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { Migration20261123DisclosureLog } from './migrations/disclosure-log-20261123.ts';
import { Migration20261123DisclosureRecord } from './migrations/disclosure-record-20261123.ts';
import { Migration20261123UsedTickets } from './migrations/used-tickets-20261123.ts';
import { databaseOf, withClient } from './roles.ts';

export type EntityClasses = readonly EntityClass<object>[];
export type MigrationClasses = readonly (new (
  ...args: ConstructorParameters<typeof Migration>
) => Migration)[];

export interface OrmOptions {
  /** The subgraph; its schema in PostgreSQL has the same name. */
  readonly name: string;
  readonly url: string;
  readonly entities: EntityClasses;
  readonly poolMax: number;
  /** How long a read may take; the gateway's deadline. */
  readonly readMs?: number;
}

/** The gateway's deadline where nothing else is said. */
const longestReadMs = 2_000;

/** A subgraph's database: entities and kysely for writes, and connections of its own for reads. */
export interface Database {
  readonly orm: MikroORM;
  readonly kysely: Kysely<unknown>;
  /**
   * Connections that take several messages at once: a read, the beginning of its transaction and its end go out together
   * and cost one way there and back.
   */
  readonly reads: pg.Pool;
  readonly close: () => Promise<void>;
}

/** Opens the database of a subgraph. Connects when first asked, so a server that is down does not stop the start. */
export async function openDatabase(options: OrmOptions): Promise<Database> {
  const orm = await MikroORM.init({
    ...reach(options.name, options.url),
    entities: [...options.entities],
    pool: { min: 0, max: options.poolMax },
  });
  const reads = new pg.Pool({
    connectionString: options.url,
    connectionTimeoutMillis: patienceMs,
    max: options.poolMax,
    pipeline: true,
    // Who asked has given up by then.
    statement_timeout: options.readMs ?? longestReadMs,
  });
  // An idle connection that the server closes is not used again; who reads next opens another.
  reads.on('error', () => undefined);
  return {
    orm,
    kysely: orm.em.fork().getKysely<unknown>(),
    reads,
    close: async () => {
      await Promise.all([orm.close(), reads.end()]);
    },
  };
}

/** The ORM keeps only host, port, user and database of a URL; the driver gets it whole, with role, TLS and the rest. */
const reach = (name: string, url: string) => ({
  schema: name,
  dbName: databaseOf(url),
  driverOptions: { connectionString: url, connectionTimeoutMillis: patienceMs },
});

/** A question that waits longer for a connection has lost its asker. */
const patienceMs = 5_000;

/** Migrations of the kit's own tables, which every subgraph has. */
const ofEverySubgraph: MigrationClasses = [
  Migration20261123UsedTickets,
  Migration20261123DisclosureRecord,
  Migration20261123DisclosureLog,
];

/**
 * Runs the migrations that a schema does not have yet, as its owner; gives their names. Safe to run twice at once. Where all
 * have run, as at most starts, the ORM is not asked.
 */
export function migrate(
  name: string,
  ownerUrl: string,
  entities: EntityClasses,
  migrations: MigrationClasses,
): Promise<readonly string[]> {
  const all = [...migrations, ...ofEverySubgraph];
  return withClient(ownerUrl, async (client) => {
    if (await haveRun(client, all)) return [];
    await client.query(
      "select pg_advisory_lock(hashtext('portrait-hub migrations of ' || current_schema()))",
    );
    return runMigrations(name, ownerUrl, entities, all);
  });
}

async function haveRun(client: pg.Client, migrations: MigrationClasses): Promise<boolean> {
  const table = 'mikro_orm_migrations';
  const { rows: found } = await client.query('select where to_regclass($1) is not null', [table]);
  if (found.length === 0) return false;
  const { rows } = await client.query<{ name: string }>(`select name from ${table}`);
  const run = new Set(rows.map(({ name }) => name));
  return migrations.every(({ name }) => run.has(name));
}

async function runMigrations(
  name: string,
  ownerUrl: string,
  entities: EntityClasses,
  migrations: MigrationClasses,
): Promise<readonly string[]> {
  const orm = await MikroORM.init({
    ...reach(name, ownerUrl),
    entities: [...entities],
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    migrations: {
      migrationsList: [...migrations],
      snapshot: false,
      silent: true,
    },
  });
  try {
    const applied = await orm.migrator.up();
    return applied.map(({ name }) => name);
  } finally {
    await orm.close();
  }
}
