import { parseArgs } from 'node:util';
import { registry } from '../../schema/registry.ts';
import { runAuditCommand } from './audit-command.ts';
import { readKept, readLedgerKept, type Kept } from './ledger/kept.ts';
import { reconcile, type Period, type Reconciliation } from './ledger/reconcile.ts';
import { openSides } from './ledger/sides.ts';

/** The ends do not agree, and the calls are named. */
const differing = 2;

/** Findings that are named one by one; the count is of all. */
const mostNamed = 100;

const dayMs = 86_400_000;

/** Calls are written down within moments; younger ones may still be on their way. */
const settlingMs = 5_000;

await runAuditCommand('audit-reconcile', async ({ urls, folder }) => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
  const period = readPeriod(values.from, values.to);
  const ledger = await readLedgerKept(folder);
  let isClean = true;
  for (const { name } of registry) {
    const kept = await readKept(ledger, urls.ownerOf, name, new Date());
    const result = await reconcile(openSides(urls.ownerOf, name, period, kept));
    isClean &&= result.findings.length === 0;
    process.stdout.write(tell(result, kept));
  }
  const span = `${period.from.toISOString()} to ${period.to.toISOString()}`;
  process.stdout.write(isClean ? `Both ends agree from ${span}.\n` : `The ends do not agree from ${span}.\n`);
  return isClean ? 0 : differing;
});

/** The last day unless it is said otherwise. */
function readPeriod(from: string | undefined, to: string | undefined): Period {
  const end = to === undefined ? new Date(Date.now() - settlingMs) : new Date(to);
  const begin = from === undefined ? new Date(end.getTime() - dayMs) : new Date(from);
  if (Number.isNaN(begin.getTime()) || Number.isNaN(end.getTime()) || begin >= end)
    throw new Error('expected --from and --to as moments (RFC 3339), the first before the second');
  return { from: begin, to: end };
}

function tell(
  { subgraph, agreeing, notReceived, notKept, findings }: Reconciliation,
  { ledger, department }: Kept,
): string {
  const named = findings
    .slice(0, mostNamed)
    .map(({ difference, ticket, access }) => `  ${difference} ticket ${ticket} of access ${access}\n`);
  const rest = findings.length > mostNamed ? [`  and ${findings.length - mostNamed} more\n`] : [];
  const counts = `${agreeing} agree, ${notReceived} were not waited for, ${findings.length} differ`;
  const day = (moment: Date): string => moment.toISOString().slice(0, 10);
  const gone =
    notKept > 0
      ? [
          `  ${notKept} could not be compared: the ledger keeps accesses since ${day(ledger.ACCESS)}, those of reviews since ` +
            `${day(ledger.INTEGRITY)}, and the department's log begins on ${day(department)}\n`,
        ]
      : [];
  return [`${subgraph}: ${counts}\n`, ...gone, ...named, ...rest].join('');
}
