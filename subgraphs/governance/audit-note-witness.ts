import { parseArgs } from 'node:util';
import { runAuditCommand } from './audit-command.ts';
import { openCheckpointFile } from './ledger/checkpoint-file.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { name: text, reason: text, by: text } });

// A witness whose disk is lost has lost its key: whoever lets it begin anew says so, signed, and every verification tells it.
await runAuditCommand('audit-note-witness', async ({ folder }) => {
  const { name, reason, by } = values;
  if (name === undefined || reason === undefined || by === undefined)
    throw new Error('expected --name, --reason and --by: which witness begins anew, why, and who says so');
  const file = await openCheckpointFile(folder);
  const { statement } = await file.exclusively(async (append) => {
    const { heads, witnesses } = file.fold();
    if (witnesses[name] === undefined)
      throw new Error(`expected as --name one of ${Object.keys(witnesses).join(', ')}; found another`);
    return append({ kind: 'WITNESS', heads, witnesses: { [name]: null }, reason, by }, new Date());
  });
  process.stdout.write(`Noted as statement ${statement.n}.\n`);
  return 0;
});
