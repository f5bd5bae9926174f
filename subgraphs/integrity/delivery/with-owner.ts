import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** Works over the register on one connection as its owner. */
export async function withOwner<T>(
  ownerUrl: string,
  work: (database: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
