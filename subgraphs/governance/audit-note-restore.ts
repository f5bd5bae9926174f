import { parseArgs } from 'node:util';
import { runAuditCommand } from './audit-command.ts';
import { openCheckpointFile } from './ledger/checkpoint-file.ts';
import { readHeadTable } from './ledger/read-chains.ts';

const { values } = parseArgs({ options: { reason: { type: 'string' }, by: { type: 'string' } } });

// Whoever restores a backup says so, signed: the ledger goes on from there, and every verification tells it.
await runAuditCommand('audit-note-restore', async ({ urls, folder }) => {
  const { reason, by } = values;
  if (reason === undefined || by === undefined)
    throw new Error('expected --reason and --by: why a backup was restored, and who says so');
  const file = await openCheckpointFile(folder);
  const { statement } = await file.exclusively(async (append) => {
    const heads = Object.fromEntries(await readHeadTable(urls.ownerOf('governance')));
    return append({ kind: 'RESTORE', heads, reason, by }, new Date());
  });
  process.stdout.write(`Noted as statement ${statement.n}.\n`);
  return 0;
});
