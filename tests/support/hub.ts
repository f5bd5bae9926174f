import { GraphQLClient } from 'graphql-request';
import { startAllInOne } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { stopAll, type Stop } from '../../subgraphs/kit/lifecycle.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { createTestDatabase } from './database.ts';

/** A hub of the test's own, behind its front door. */
export interface TestHub {
  readonly url: string;
  readonly config: Config;
  /** What a front-end team would use. */
  readonly client: GraphQLClient;
  readonly stop: () => Promise<void>;
}

/** Starts the whole hub in this process over a copy of the seeded database, as `npm start` does. */
export async function startHub(): Promise<TestHub> {
  const config = await createTestDatabase();
  const log = createLog('tests');
  const stops: Stop[] = [];
  const { address, markReady } = await startAllInOne(config, log, stops, () => undefined);
  markReady();
  const url = `${address}/graphql`;
  return { url, config, client: new GraphQLClient(url), stop: () => stopAll(log, stops) };
}
