import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { registry } from '../../schema/registry.ts';
import { startEmbedded } from '../kit/database/embedded.ts';
import { deriveUrls } from '../kit/database/urls.ts';
import { optional, readEnvironment, text, url } from '../kit/env.ts';
import { stopAll, type Stop } from '../kit/lifecycle.ts';
import { createLog } from '../kit/log.ts';
import { reconcile, type Period, type Reconciliation } from './ledger/reconcile.ts';
import { openSides } from './ledger/sides.ts';

/** 0: both ends agree. 2: they do not, and the calls are named. 4: it could not be checked. */
type ExitCode = 0 | 2 | 4;

/** Findings that are named one by one; the count is of all. */
const mostNamed = 100;

const dayMs = 86_400_000;

/** Calls are written down within moments; younger ones may still be on their way. */
const settlingMs = 5_000;

const log = createLog('audit-reconcile');
const stops: Stop[] = [];
let exitCode: ExitCode;
try {
  exitCode = await run();
} catch (error) {
  log.error({ err: error }, 'the reconciliation failed');
  process.stderr.write(`Could not check: ${error instanceof Error ? error.message : 'an unknown fault'}\n`);
  exitCode = 4;
}
await stopAll(log, stops);
process.exit(exitCode);

async function run(): Promise<ExitCode> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
  const period = readPeriod(values.from, values.to);
  const { hub } = readEnvironment({
    hub: {
      DATABASE_URL: optional(url(['postgres', 'postgresql'])),
      HUB_DATA_DIR: text(join(import.meta.dirname, '..', '..', '.data')),
    },
  });
  const adminUrl = hub.DATABASE_URL ?? (await startEmbedded(hub.HUB_DATA_DIR, log, stops));
  const { ownerOf } = await deriveUrls(adminUrl, new Map(), hub.HUB_DATA_DIR);
  let isClean = true;
  for (const { name } of registry) {
    const result = await reconcile(openSides(ownerOf, name, period));
    isClean &&= result.findings.length === 0;
    process.stdout.write(tell(result));
  }
  const span = `${period.from.toISOString()} to ${period.to.toISOString()}`;
  process.stdout.write(isClean ? `Both ends agree from ${span}.\n` : `The ends do not agree from ${span}.\n`);
  return isClean ? 0 : 2;
}

/** The last day unless it is said otherwise. */
function readPeriod(from: string | undefined, to: string | undefined): Period {
  const end = to === undefined ? new Date(Date.now() - settlingMs) : new Date(to);
  const begin = from === undefined ? new Date(end.getTime() - dayMs) : new Date(from);
  if (Number.isNaN(begin.getTime()) || Number.isNaN(end.getTime()) || begin >= end)
    throw new Error('expected --from and --to as moments (RFC 3339), the first before the second');
  return { from: begin, to: end };
}

function tell({ subgraph, agreeing, notReceived, findings }: Reconciliation): string {
  const named = findings
    .slice(0, mostNamed)
    .map(({ difference, ticket, access }) => `  ${difference} ticket ${ticket} of access ${access}\n`);
  const rest = findings.length > mostNamed ? [`  and ${findings.length - mostNamed} more\n`] : [];
  const counts = `${agreeing} agree, ${notReceived} were not waited for, ${findings.length} differ`;
  return [`${subgraph}: ${counts}\n`, ...named, ...rest].join('');
}
