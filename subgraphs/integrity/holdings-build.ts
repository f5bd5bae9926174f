import { join } from 'node:path';
import { startEmbedded } from '../kit/database/embedded.ts';
import { withClient } from '../kit/database/roles.ts';
import { deriveUrls } from '../kit/database/urls.ts';
import { optional, readEnvironment, text, url } from '../kit/env.ts';
import { stopAll, type Stop } from '../kit/lifecycle.ts';
import { createLog } from '../kit/log.ts';

// Run once a day by the operator's clock and not by the hub: several hubs may share a database, and a day that was missed
// shows as "not known", never as "none".
const log = createLog('integrity-holdings');
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
  const built = await withClient(urls.ownerOf('integrity'), async (client) => {
    const { rows } = await client.query<{ day: string; count: number }>(
      `select day::text, build_holdings(day) as count from (select (now() at time zone 'Asia/Shanghai')::date as day) t`,
    );
    return rows[0];
  });
  process.stdout.write(`Indexes of holdings made for ${built?.day ?? 'today'}: ${built?.count ?? 0}.\n`);
  code = 0;
} catch (error) {
  log.error({ err: error }, 'the command failed');
  process.stderr.write(`Could not be done: ${error instanceof Error ? error.message : 'an unknown fault'}\n`);
}
await stopAll(log, stops);
process.exit(code);
