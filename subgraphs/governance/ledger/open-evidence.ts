import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { hasCode } from '../../kit/database/secret-file.ts';
import { readLines, sizeOf } from '../../kit/witness/append-file.ts';
import { readPublicKey } from '../../kit/witness/signing-key.ts';
import { checkpointPaths } from './checkpoint-file.ts';
import { readChains, readHeadTable } from './read-chains.ts';
import type { Evidence } from './verify.ts';

/** Where the evidence is, where it is not in its usual places. */
export interface EvidencePlaces {
  readonly folder: string;
  readonly checkpoints?: string | undefined;
  readonly key?: string | undefined;
  /** Files of witnesses beside those found in the folder. */
  readonly witnesses: readonly string[];
}

/**
 * Opens everything that a verification looks at, while the hub may be writing: first who has seen it, then what was seen, so
 * that nobody seems to have seen more than there is. `url` is of the owner of the ledger's schema.
 */
export async function openEvidence(url: string, places: EvidencePlaces, now: Date): Promise<Evidence> {
  const paths = checkpointPaths(places.folder);
  const files = [...(await filesIn(paths.witnesses)), ...places.witnesses];
  const witnesses = await Promise.all(
    files.map(async (file) => ({
      name: basename(file, '.jsonl'),
      lines: readLines(file, await sizeOf(file)),
    })),
  );
  const statements = places.checkpoints ?? paths.statements;
  const size = await sizeOf(statements);
  const key = await readText(places.key ?? paths.publicKey);
  return {
    records: readChains(url),
    heads: await readHeadTable(url),
    readHeads: () => readHeadTable(url),
    checkpoints: size === 0 ? null : () => readLines(statements, size),
    key: key === null ? null : readPublicKey(key.trim()),
    witnesses,
    now,
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith('.jsonl')).map((name) => join(folder, name));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
