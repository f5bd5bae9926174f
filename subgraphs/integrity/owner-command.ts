import { join } from 'node:path';
import type { Client } from 'pg';
import { startEmbedded } from '../kit/database/embedded.ts';
import { withClient } from '../kit/database/roles.ts';
import { deriveUrls } from '../kit/database/urls.ts';
import { optional, readEnvironment, text, url } from '../kit/env.ts';
import { stopAll, type Stop } from '../kit/lifecycle.ts';
import { createLog } from '../kit/log.ts';

/**
 * Runs a command over the register as its owner, on DATABASE_URL or the embedded database; prints what it says, and exits
 * with 0, or 1 when it failed. Run by the operator's clock and not by the hub: several hubs may share a database.
 */
export async function runOwnerCommand(
  name: string,
  work: (client: Client) => Promise<string>,
): Promise<never> {
  const log = createLog(name);
  const stops: Stop[] = [];
  let code = 1;
  try {
    const { hub } = readEnvironment({
      hub: {
        DATABASE_URL: optional(url(['postgres', 'postgresql'])),
        HUB_DATA_DIR: text(join(import.meta.dirname, '..', '..', '.data')),
      },
    });
    const adminUrl = hub.DATABASE_URL ?? (await startEmbedded(hub.HUB_DATA_DIR, log, stops));
    const urls = await deriveUrls(adminUrl, new Map(), hub.HUB_DATA_DIR);
    process.stdout.write(`${await withClient(urls.ownerOf('integrity'), work)}\n`);
    code = 0;
  } catch (error) {
    log.error({ err: error }, 'the command failed');
    process.stderr.write(
      `Could not be done: ${error instanceof Error ? error.message : 'an unknown fault'}\n`,
    );
  }
  await stopAll(log, stops);
  process.exit(code);
}
