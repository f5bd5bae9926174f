import { join } from 'node:path';
import { startEmbedded } from '../kit/database/embedded.ts';
import { deriveUrls, type DatabaseUrls } from '../kit/database/urls.ts';
import { optional, readEnvironment, text, url } from '../kit/env.ts';
import { stopAll, type Stop } from '../kit/lifecycle.ts';
import { createLog } from '../kit/log.ts';

/** What a command over the ledger stands on. */
export interface AuditGround {
  readonly urls: DatabaseUrls;
  /** Where checkpoints and witnesses keep their files. */
  readonly folder: string;
}

/** It could not be checked. */
const unchecked = 4;

/** Runs a command over the ledger, on DATABASE_URL or the embedded database, and exits with its code; 4 when it failed. */
export async function runAuditCommand(
  name: string,
  run: (ground: AuditGround) => Promise<number>,
): Promise<never> {
  const log = createLog(name);
  const stops: Stop[] = [];
  let code = unchecked;
  try {
    const { hub } = readEnvironment({
      hub: {
        DATABASE_URL: optional(url(['postgres', 'postgresql'])),
        HUB_DATA_DIR: text(join(import.meta.dirname, '..', '..', '.data')),
        LEDGER_EVIDENCE_DIR: optional(text()),
      },
    });
    const adminUrl = hub.DATABASE_URL ?? (await startEmbedded(hub.HUB_DATA_DIR, log, stops));
    const urls = await deriveUrls(adminUrl, new Map(), hub.HUB_DATA_DIR);
    code = await run({ urls, folder: hub.LEDGER_EVIDENCE_DIR ?? hub.HUB_DATA_DIR });
  } catch (error) {
    log.error({ err: error }, 'the command failed');
    process.stderr.write(
      `Could not be done: ${error instanceof Error ? error.message : 'an unknown fault'}\n`,
    );
  }
  await stopAll(log, stops);
  process.exit(code);
}
