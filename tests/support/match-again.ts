import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { createSealer } from '../../subgraphs/integrity/delivery/sealed-block.ts';
import { matchAgain } from '../../subgraphs/integrity/links/match-again.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { hostileToday } from './hostile-recipes.ts';
import { testIdentifierKey } from './test-config.ts';

/** The register of a test's own as the hub opens it: with the rights of the run-time role and no more. */
export interface RuntimeRegister {
  readonly database: Kysely<unknown>;
  /** One turn of what the hub does while it runs; gives how many records found somebody. */
  readonly match: () => Promise<number>;
}

export async function openRuntimeRegister(config: Config): Promise<RuntimeRegister> {
  const ground = await openGround(config, createLog('tests'), []);
  await migrateAll(ground);
  const pool = new pg.Pool({ connectionString: ground.urls.runtimeOf('integrity'), max: 1 });
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { database, match: () => matchAgain(database, createSealer(testIdentifierKey), hostileToday) };
}
