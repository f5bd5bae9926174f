import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { startEmbedded } from '../../kit/database/embedded.ts';
import { deriveUrls } from '../../kit/database/urls.ts';
import { optional, readEnvironment, text, url } from '../../kit/env.ts';
import { stopAll, type Stop } from '../../kit/lifecycle.ts';
import { createLog } from '../../kit/log.ts';

/** Runs something over the register as its owner, on DATABASE_URL or the embedded database. */
export async function withRegister<T>(work: (database: Kysely<unknown>) => Promise<T>): Promise<T> {
  const { hub } = readEnvironment({
    hub: {
      DATABASE_URL: optional(url(['postgres', 'postgresql'])),
      HUB_DATA_DIR: text(join(import.meta.dirname, '..', '..', '..', '.data')),
    },
  });
  const log = createLog('review-verify');
  const stops: Stop[] = [];
  try {
    const adminUrl = hub.DATABASE_URL ?? (await startEmbedded(hub.HUB_DATA_DIR, log, stops));
    const urls = await deriveUrls(adminUrl, new Map(), hub.HUB_DATA_DIR);
    const pool = new pg.Pool({ connectionString: urls.ownerOf('integrity'), max: 1 });
    const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    stops.push(() => database.destroy());
    return await work(database);
  } finally {
    await stopAll(log, stops);
  }
}
