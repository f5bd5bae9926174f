import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendLine, dropHalfLine, readLines } from '../../kit/witness/append-file.ts';
import {
  digestOfHeads,
  readStatement,
  signStatement,
  type Heads,
  type SignedStatement,
  type Statement,
} from '../../kit/witness/checkpoint.ts';
import { emptyFold, extend, headsAfter, type Fold } from '../../kit/witness/fold.ts';
import { loadSigningKey, printPublicKey } from '../../kit/witness/signing-key.ts';
import type { CoSignature } from '../../kit/witness/witness.ts';

/** What a statement says beside number, link and signature. */
export type Said = Pick<Statement, 'kind' | 'heads'> & Partial<Pick<Statement, 'parts' | 'reason' | 'by'>>;

/** The file of signed statements over the ledger, kept outside its database and only ever appended to. */
export interface CheckpointFile {
  /** How far it has come. */
  readonly fold: () => Fold;
  /** Signs the next statement and writes it; throws when it would not extend the last. */
  readonly append: (said: Said, at: Date) => Promise<SignedStatement>;
  readonly addCoSignature: (coSignature: CoSignature) => Promise<void>;
  /** The statements behind a number, for a witness that has not seen them. */
  readonly after: (n: number) => Promise<readonly SignedStatement[]>;
  /** The hub's public key. */
  readonly publicKey: string;
}

/** Where statements, the signing key and its public half are, in the folder of the ledger's evidence. */
export const checkpointPaths = (folder: string) => ({
  statements: join(folder, 'checkpoints', 'ledger.jsonl'),
  key: join(folder, 'checkpoints', 'key'),
  publicKey: join(folder, 'checkpoints', 'key.pub'),
  witnesses: join(folder, 'witness'),
});

/** Opens the file and reads it to its end; throws when it does not hold together: nothing is added to such a one. */
export async function openCheckpointFile(folder: string): Promise<CheckpointFile> {
  const paths = checkpointPaths(folder);
  const key = await loadSigningKey(paths.key);
  const publicKey = printPublicKey(key);
  await writeFile(paths.publicKey, `${publicKey}\n`, { mode: 0o644 });
  await dropHalfLine(paths.statements);
  let fold = foldOf(await readLines(paths.statements), createPublicKey(key));
  return {
    publicKey,
    fold: () => fold,
    append: async ({ kind, heads, ...rest }, at) => {
      const body = {
        v: 1,
        kind,
        n: fold.n + 1,
        at: at.toISOString(),
        previous: fold.digest,
        heads: kind === 'RESTORE' ? heads : changed(fold.heads, heads),
        ...rest,
      } as const;
      const all = digestOfHeads(headsAfter(fold.heads, { ...body, all: '' }));
      const signed = signStatement(key, { ...body, all });
      const next = extend(fold, signed, createPublicKey(key));
      if (typeof next === 'string')
        throw new Error(`The ledger does not extend its last checkpoint: ${next}`);
      await appendLine(paths.statements, JSON.stringify(signed));
      fold = next;
      return signed;
    },
    addCoSignature: (coSignature) => appendLine(paths.statements, JSON.stringify(coSignature)),
    after: async (n) => {
      const statements = (await readLines(paths.statements)).flatMap((line) => readStatement(line) ?? []);
      return statements.filter(({ statement }) => statement.n > n);
    },
  };
}

function foldOf(lines: readonly string[], key: KeyObject): Fold {
  let fold = emptyFold;
  for (const signed of lines.flatMap((line) => readStatement(line) ?? [])) {
    const next = extend(fold, signed, key);
    if (typeof next === 'string')
      throw new Error(`The checkpoint file is not whole at statement ${signed.statement.n}: ${next}`);
    fold = next;
  }
  return fold;
}

const changed = (before: Heads, now: Heads): Heads =>
  Object.fromEntries(
    Object.entries(now).filter(([chain, { seq, hash }]) => {
      const known = before[chain];
      return known?.seq !== seq || known.hash !== hash;
    }),
  );
