import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateAll, openGround, seedAll } from '../../gateway/all-in-one.ts';
import { startEmbeddedPostgres } from '../../subgraphs/kit/database/embedded.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { testConfig } from './test-config.ts';
import { testRun } from './test-run.ts';

/** One PostgreSQL for the whole run, with one seeded database that every worker copies. */
export default async function setUp(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-tests-'));
  // Everything that is logged is looked through at the end, so everything is logged.
  process.env['LOG_LEVEL'] ??= 'trace';
  testRun.logFile = process.env['LOG_FILE'] = join(dataDir, 'suite.log');
  const log = createLog('tests');
  const postgres = await startEmbeddedPostgres({ dataDir, log, isDurable: false });
  testRun.postgres = postgres;
  testRun.dataDir = dataDir;
  process.env['HUB_TEST_SERVER_URL'] = postgres.urlOf();
  process.env['HUB_TEST_DATA_DIR'] = dataDir;
  const config = testConfig('hub_template');
  const ground = await openGround(config, log, []);
  await migrateAll(ground);
  await seedAll(ground, { scale: config.seedScale, isReplacing: false, onProgress: () => undefined });
}
