import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPolicy } from '../schema/policy.ts';
import { stopAll, stopOnSignals, type Stop } from '../subgraphs/kit/lifecycle.ts';
import { createLog } from '../subgraphs/kit/log.ts';
import { readConfig, type Config } from './config.ts';
import { createProgressDisplay } from './seed-progress.ts';
import { askPortrait } from './show-portrait.ts';

const log = createLog('gateway');
const stops: Stop[] = [];
stopOnSignals(log, stops);

async function runApart(config: Config): Promise<void> {
  const { startApart } = await import('./apart.ts');
  await startApart(config, log, stops, createPolicy());
}

async function runAllInOne(config: Config): Promise<void> {
  const { startAllInOne } = await import('./all-in-one.ts');
  const progress = createProgressDisplay(log);
  const hub = await startAllInOne(config, log, stops, createPolicy(), progress.show);
  const { address, castMember, markReady } = hub;
  progress.end();
  // With an identity provider nobody but he can say who asks, so there is nobody to show a portrait to.
  if (!config.isProduction) {
    const portrait = await askPortrait(address, config.dataDir, castMember);
    process.stdout.write(`${JSON.stringify(portrait, null, 2)}\n\n`);
  }
  process.stdout.write(`The hub answers at ${address}/graphql\n`);
  markReady();
  log.info('ready');
}

try {
  const { values } = parseArgs({ options: { 'all-in-one': { type: 'boolean', default: false } } });
  const config = readConfig();
  if (!config.isProduction)
    log.warn({ host: config.host }, 'tokens of the development issuer are taken: no place for real data');
  // What is loaded from here on is kept compiled for the next start; and kept as soon as it is there, since an end may be a kill.
  enableCompileCache(join(config.dataDir, 'compile-cache'));
  await (values['all-in-one'] ? runAllInOne(config) : runApart(config));
  flushCompileCache();
} catch (error) {
  log.fatal({ err: error }, 'the hub does not start');
  process.stderr.write(`${error instanceof Error ? error.message : 'The hub does not start.'}\n`);
  await stopAll(log, stops);
  process.exit(1);
}
