import { parseArgs } from 'node:util';
import { runAuditCommand } from './audit-command.ts';
import { openCheckpointFile } from './ledger/checkpoint-file.ts';
import { monthsKept, leastMonths, retain } from './ledger/retain.ts';
import { retainDisclosures } from './ledger/retain-disclosures.ts';

const { values } = parseArgs({
  options: { 'access-months': { type: 'string' }, 'integrity-months': { type: 'string' } },
});

await runAuditCommand('audit-retain', async ({ urls, folder }) => {
  const months = {
    ACCESS: readMonths('access-months', monthsKept.ACCESS),
    INTEGRITY: readMonths('integrity-months', monthsKept.INTEGRITY),
  };
  const now = new Date();
  const parts = await retain(urls.ownerOf('governance'), await openCheckpointFile(folder), months, now);
  const logs = await retainDisclosures(urls.ownerOf, months, now);
  const gone = [...parts, ...[...logs].map(([name, count]) => `${count} of the log of ${name}`)];
  process.stdout.write(gone.length === 0 ? 'Nothing’s time is over.\n' : `Gone: ${gone.join(', ')}.\n`);
  return 0;
});

function readMonths(name: keyof typeof values, usual: number): number {
  const given = values[name];
  if (given === undefined) return usual;
  const months = Number(given);
  if (!Number.isInteger(months) || months < leastMonths)
    throw new Error(`--${name}: expected ${leastMonths} months or more, found something else`);
  return months;
}
