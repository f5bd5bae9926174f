import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createLedger } from '../../gateway/audit/ledger.ts';
import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import type { LedgerEntry } from '../../subgraphs/kit/ledger/entry.ts';
import type { Stop } from '../../subgraphs/kit/lifecycle.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { testConfig } from '../support/test-config.ts';

/** An entry as long as a portrait's: forty coordinates, who and what for. */
const entryOf = (kind: LedgerEntry['kind']): LedgerEntry => ({
  kind,
  retention: 'ACCESS',
  access: randomUUID(),
  person: kind === 'DISCLOSURE' ? randomUUID() : undefined,
  content: {
    actor: { id: 'bench', role: 'GRID_WORKER', area: '350802001001001' },
    purpose: 'SERVICE_VISIT',
    case: 'bench-1',
    granted: Array.from({ length: 40 }, (_, index) => `Person.fieldNumber${index}`),
    classes: ['IDENTITY', 'LOCALITY', 'PERSON'],
  },
});

/** What writing into the ledger costs and how much of it a durable server takes. */
export interface LedgerCost {
  /** CPU of this process for one entry written alone, in microseconds. */
  readonly alone: number;
  /** Disclosures a second that are durable when they are answered, many writing at once. */
  readonly perSecond: number;
}

const writesAlone = 1_500;
const callersAtOnce = 64;
const durationMs = 4_000;

/** Measures on a server of its own that waits for the disk. */
export async function measureLedger(dataDir: string, stops: Stop[]): Promise<LedgerCost> {
  const log = createLog('bench');
  const config = { ...testConfig('none'), databaseUrl: undefined, dataDir: join(dataDir, 'durable') };
  const ground = await openGround(config, log, stops);
  await migrateAll(ground);
  const ledger = createLedger({
    databaseUrl: () => Promise.resolve(ground.urls.ledgerWriter),
    graceMs: 0,
    log,
  });
  stops.push(ledger.close);
  for (let count = 0; count < 200; count += 1) await ledger.write([entryOf('INTENT')]);
  const before = process.cpuUsage();
  for (let count = 0; count < writesAlone; count += 1) await ledger.write([entryOf('INTENT')]);
  const { user, system } = process.cpuUsage(before);
  return { alone: (user + system) / writesAlone, perSecond: await writeTogether(ledger.write) };
}

async function writeTogether(write: (entries: readonly LedgerEntry[]) => Promise<void>): Promise<number> {
  const end = performance.now() + durationMs;
  let written = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: callersAtOnce }, async () => {
      while (performance.now() < end) {
        await write([entryOf('OUTCOME'), entryOf('DISCLOSURE')]);
        written += 1;
      }
    }),
  );
  return (written / (performance.now() - begun)) * 1_000;
}
