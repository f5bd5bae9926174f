import { readFile } from 'node:fs/promises';
import type { SubgraphName } from '../../../schema/registry.ts';
import { withClient } from '../../kit/database/roles.ts';
import type { Retention } from '../../kit/ledger/entry.ts';
import { readLines } from '../../kit/witness/append-file.ts';
import { isSignedBy, readStatement } from '../../kit/witness/checkpoint.ts';
import { readPublicKey } from '../../kit/witness/signing-key.ts';
import { checkpointPaths } from './checkpoint-file.ts';
import { leastMonths } from './retain.ts';

/** Since when something is kept: what is older may have gone as the law allows, and its absence proves nothing. */
export interface Kept {
  /** Accesses in the ledger, and among them those of integrity. */
  readonly ledger: Readonly<Record<Retention, Date>>;
  /** The department's own log. */
  readonly department: Date;
}

const always = new Date(0);

/** Since when the ledger keeps what, by the signed notes of the months that went; without a note nothing went lawfully. */
export async function readLedgerKept(folder: string): Promise<Kept['ledger']> {
  const paths = checkpointPaths(folder);
  const since = { ACCESS: always, INTEGRITY: always };
  for await (const line of readLines(paths.statements)) {
    if (!line.includes('"RETENTION"')) continue;
    const signed = readStatement(line);
    const key = signed?.statement.kind === 'RETENTION' ? await readKey(paths.publicKey) : null;
    if (!signed || !key || !isSignedBy(key, signed)) continue;
    for (const part of signed.statement.parts ?? []) {
      const [, retention = '', year = '', month = ''] = /^([A-Z]+)-(\d{4})(\d{2})$/.exec(part) ?? [];
      if (retention !== 'ACCESS' && retention !== 'INTEGRITY') continue;
      const end = new Date(Date.UTC(Number(year), Number(month), 1));
      if (end > since[retention]) since[retention] = end;
    }
  }
  return since;
}

const readKey = async (path: string) => readPublicKey((await readFile(path, 'utf8')).trim());

/**
 * Since when a department's log is kept, as it says itself; but never is it believed that it let go what is younger than any log
 * has to become. `url` is of the owner of its schema.
 */
export async function readDepartmentKept(url: string, now: Date): Promise<Date> {
  const latest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - leastMonths, 1));
  const began = await withClient(url, async (client) => {
    const { rows } = await client.query<{ began_at: Date }>('select began_at from disclosure_log_state');
    return rows[0]?.began_at ?? latest;
  });
  return began < latest ? began : latest;
}

/** Of one department. */
export const readKept = async (
  ledger: Kept['ledger'],
  ownerOf: (subgraph: SubgraphName) => string,
  subgraph: SubgraphName,
  now: Date,
): Promise<Kept> => ({ ledger, department: await readDepartmentKept(ownerOf(subgraph), now) });
