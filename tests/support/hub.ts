import type { GraphQLClient } from 'graphql-request';
import type { Policy } from '../../schema/policy.ts';
import { startAllInOne } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { stopAll, type Stop } from '../../subgraphs/kit/lifecycle.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { as } from './callers.ts';
import { createTestDatabase } from './database.ts';
import { openPolicy } from './open-policy.ts';

/** A hub of the test's own, behind its front door. */
export interface TestHub {
  readonly url: string;
  readonly config: Config;
  /** What a front-end team would use, as a clerk of the city's centre. */
  readonly client: GraphQLClient;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole hub in this process over a copy of the seeded database, as `npm start` does; but with a policy that
 * gives everything to everybody, unless the test is about the policy and names one.
 */
export async function startHub(policy: Policy = openPolicy, changes: Partial<Config> = {}): Promise<TestHub> {
  const config = { ...(await createTestDatabase()), ...changes };
  const log = createLog('tests');
  const stops: Stop[] = [];
  const { address, markReady } = await startAllInOne(config, log, stops, policy, () => undefined);
  markReady();
  const url = `${address}/graphql`;
  return { url, config, client: as({ url, config }), stop: () => stopAll(log, stops.splice(0)) };
}
