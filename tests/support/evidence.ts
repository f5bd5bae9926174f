import { readFile, writeFile } from 'node:fs/promises';
import type { Config } from '../../gateway/config.ts';
import { deriveUrls, type DatabaseUrls } from '../../subgraphs/kit/database/urls.ts';
import { urlOfDatabase, withClient } from '../../subgraphs/kit/database/roles.ts';
import { appendStatement } from '../../subgraphs/kit/ledger/append.ts';
import { toLine, type LedgerEntry } from '../../subgraphs/kit/ledger/entry.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { createWitness } from '../../subgraphs/kit/witness/witness.ts';
import { checkpointPaths } from '../../subgraphs/governance/ledger/checkpoint-file.ts';
import { startCheckpointer } from '../../subgraphs/governance/ledger/checkpointer.ts';
import { openEvidence } from '../../subgraphs/governance/ledger/open-evidence.ts';
import { readHeadTable } from '../../subgraphs/governance/ledger/read-chains.ts';
import { verifyLedger, type Verdict } from '../../subgraphs/governance/ledger/verify.ts';
import { createTestDatabase } from './database.ts';

/** A ledger of a test's own, with its checkpoints and witnesses, and a superuser's hand on it. */
export interface TestLedger {
  readonly config: Config;
  readonly urls: DatabaseUrls;
  readonly folder: string;
  readonly paths: ReturnType<typeof checkpointPaths>;
  /** Appends as the ledger's writer would; `at` as its owner, for months long gone. */
  readonly append: (entries: readonly LedgerEntry[], at?: string) => Promise<void>;
  /** Signs a checkpoint, as the hub does every minute. */
  readonly checkpoint: () => Promise<void>;
  /** Anything, as a superuser. */
  readonly tamper: (...statements: readonly string[]) => Promise<void>;
  readonly verify: (now?: Date) => Promise<Verdict>;
  readonly editLines: (path: string, edit: (lines: string[]) => string[]) => Promise<void>;
}

export const entryOf = (access: string, content: LedgerEntry['content'] = {}): LedgerEntry => ({
  kind: 'INTENT',
  retention: 'ACCESS',
  access,
  content: { actor: { id: 'clerk', role: 'GRID_WORKER' }, purpose: 'SERVICE_VISIT', ...content },
});

export async function createTestLedger(
  witnessNames: readonly string[] = ['persons', 'psych'],
): Promise<TestLedger> {
  const config = await createTestDatabase();
  const urls = await deriveUrls(config.databaseUrl ?? '', new Map(), config.dataDir);
  const folder = config.ledger.evidenceDir;
  const paths = checkpointPaths(folder);
  const owner = urls.ownerOf('governance');
  const admin = urlOfDatabase(urls.admin, new URL(config.databaseUrl ?? '').pathname.slice(1));
  return {
    config,
    urls,
    folder,
    paths,
    append: async (entries, at) => {
      const { text, values } = appendStatement(entries.map(toLine));
      if (at === undefined) {
        await withClient(urls.ledgerWriter, (client) => client.query(text, [...values]));
        return;
      }
      const asOwner = text.replace('append_to_ledger(', `append_to_ledger_at('${at}', `);
      await withClient(owner, (client) => client.query(asOwner, [...values]));
    },
    checkpoint: async () => {
      const checkpointer = startCheckpointer({
        folder,
        // As processes that were started anew.
        witnesses: witnessNames.map((name) => createWitness(name, paths.witnesses)),
        intervalMs: 3_600_000,
        log: createLog('tests'),
        clock: () => new Date(),
        readHeads: async () => Object.fromEntries(await readHeadTable(owner)),
      });
      await checkpointer.stop();
    },
    tamper: (...statements) =>
      withClient(admin, async (client) => {
        for (const statement of statements) await client.query(statement);
      }),
    verify: async (now = new Date()) =>
      verifyLedger(await openEvidence(owner, { folder, witnesses: [] }, now)),
    editLines: async (path, edit) => {
      const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
      await writeFile(
        path,
        edit(lines)
          .map((line) => `${line}\n`)
          .join(''),
      );
    },
  };
}
