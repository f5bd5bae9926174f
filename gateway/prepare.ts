import { parseArgs } from 'node:util';
import { stopAll, stopOnSignals, type Stop } from '../subgraphs/kit/lifecycle.ts';
import { createLog } from '../subgraphs/kit/log.ts';
import { migrateAll, openGround, seedAll } from './all-in-one.ts';
import { readConfig } from './config.ts';
import { createProgressDisplay } from './seed-progress.ts';

const log = createLog('prepare');
const stops: Stop[] = [];
stopOnSignals(log, stops);

async function prepare(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { migrate: flag, seed: flag, replace: flag } });
  const config = readConfig();
  const ground = await openGround(config, log, stops);
  if (values.migrate) {
    for (const [name, applied] of await migrateAll(ground)) {
      process.stdout.write(`${name}: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
    }
  }
  if (values.seed) {
    const progress = createProgressDisplay(log);
    const request = { scale: config.seedScale, isReplacing: values.replace, onProgress: progress.show };
    const loaded = await seedAll(ground, request).finally(progress.end);
    process.stdout.write(
      `${loaded.length === 0 ? 'All data is there already.' : `Loaded: ${loaded.join(', ')}.`}\n`,
    );
  }
}

let exitCode = 0;
try {
  await prepare();
} catch (error) {
  log.fatal({ err: error }, 'preparation failed');
  process.stderr.write(`${error instanceof Error ? error.message : 'Preparation failed.'}\n`);
  exitCode = 1;
}
await stopAll(log, stops);
process.exit(exitCode);
