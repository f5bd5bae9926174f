import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM, type EntityClass } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
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
}

/** A subgraph's database: entities for writes, kysely for reads, on one pool. */
export interface Database {
  readonly orm: MikroORM;
  readonly kysely: Kysely<unknown>;
  readonly close: () => Promise<void>;
}

/** Opens the database of a subgraph. Connects when first asked, so a server that is down does not stop the start. */
export async function openDatabase(options: OrmOptions): Promise<Database> {
  const orm = await MikroORM.init({
    ...reach(options.name, options.url),
    entities: [...options.entities],
    pool: { min: 0, max: options.poolMax },
  });
  return {
    orm,
    kysely: orm.em.fork().getKysely<unknown>(),
    close: () => orm.close(),
  };
}

/** The ORM keeps only host, port, user and database of a URL; the driver gets it whole, with role, TLS and the rest. */
const reach = (name: string, url: string) => ({
  schema: name,
  dbName: databaseOf(url),
  // A question that waits longer for a connection has lost its asker.
  driverOptions: { connectionString: url, connectionTimeoutMillis: 5_000 },
});

/** Runs the migrations that a schema does not have yet, as its owner; gives their names. Safe to run twice at once. */
export function migrate(
  name: string,
  ownerUrl: string,
  entities: EntityClasses,
  migrations: MigrationClasses,
): Promise<readonly string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query(
      "select pg_advisory_lock(hashtext('portrait-hub migrations of ' || current_schema()))",
    );
    return runMigrations(name, ownerUrl, entities, migrations);
  });
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
      migrationsList: [...migrations, Migration20261123UsedTickets],
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
