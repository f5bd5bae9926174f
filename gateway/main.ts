import { parseArgs } from 'node:util';
import { stopAll, stopOnSignals, type Stop } from '../subgraphs/kit/lifecycle.ts';
import { createLog } from '../subgraphs/kit/log.ts';
import { startApart } from './apart.ts';
import { readConfig, type Config } from './config.ts';
import { createProgressDisplay } from './seed-progress.ts';
import { askPortrait } from './show-portrait.ts';

const log = createLog('gateway');
const stops: Stop[] = [];
stopOnSignals(log, stops);

async function runAllInOne(config: Config): Promise<void> {
  const { startAllInOne } = await import('./all-in-one.ts');
  const progress = createProgressDisplay(log);
  const { address, castMember, markReady } = await startAllInOne(config, log, stops, progress.show);
  progress.end();
  const portrait = await askPortrait(address, castMember);
  process.stdout.write(`${JSON.stringify(portrait, null, 2)}\n\nThe hub answers at ${address}/graphql\n`);
  markReady();
  log.info('ready');
}

try {
  const { values } = parseArgs({ options: { 'all-in-one': { type: 'boolean', default: false } } });
  const config = readConfig();
  log.warn(
    { host: config.host },
    'NOTHING IS PROTECTED YET: whoever reaches this port sees all (synthetic) data',
  );
  await (values['all-in-one'] ? runAllInOne(config) : startApart(config, log, stops));
} catch (error) {
  log.fatal({ err: error }, 'the hub does not start');
  process.stderr.write(`${error instanceof Error ? error.message : 'The hub does not start.'}\n`);
  await stopAll(log, stops);
  process.exit(1);
}
