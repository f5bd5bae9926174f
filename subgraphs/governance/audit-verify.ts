import { parseArgs } from 'node:util';
import { runAuditCommand } from './audit-command.ts';
import { openEvidence } from './ledger/open-evidence.ts';
import { verifyLedger, type Verdict } from './ledger/verify.ts';

const { values } = parseArgs({
  options: {
    witness: { type: 'string', multiple: true, default: [] },
    checkpoints: { type: 'string' },
    key: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

await runAuditCommand('audit-verify', async ({ urls, folder }) => {
  const { witness: witnesses, checkpoints, key, json } = values;
  const places = { folder, checkpoints, key, witnesses };
  const verdict = await verifyLedger(await openEvidence(urls.ownerOf('governance'), places, new Date()));
  process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : tell(verdict));
  return verdict.code;
});

function tell(verdict: Verdict): string {
  const { code, records, chains, statements, witnesses, dangling, tampered, incomplete } = verdict;
  const headline = {
    0: 'The ledger is clean',
    2: 'The ledger was TAMPERED with',
    3: 'The evidence is incomplete',
  };
  return [
    `${headline[code]}: ${records} records in ${chains} chains, ${statements} checkpoints, ${witnesses} witnesses.`,
    ...tampered.map((line) => `  tampered: ${line}`),
    ...incomplete.map((line) => `  incomplete: ${line}`),
    ...(dangling > 0 ? [`  ${dangling} accesses began and have no end`] : []),
    '',
  ].join('\n');
}
