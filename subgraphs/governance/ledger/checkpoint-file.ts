import { createPublicKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolderLock } from '../../kit/database/start-lock.ts';
import { appendLine, dropHalfLine, readLines, sizeOf } from '../../kit/witness/append-file.ts';
import {
  digestOfHeads,
  isSignedBy,
  readStatement,
  signStatement,
  type Heads,
  type SignedStatement,
  type Statement,
} from '../../kit/witness/checkpoint.ts';
import { isOfWitness, type CoSignature } from '../../kit/witness/co-signature.ts';
import {
  emptyFold,
  extend,
  follow,
  headsAfter,
  isWhole,
  type Fold,
  type StatementFault,
} from '../../kit/witness/fold.ts';
import { loadSigningKey, printPublicKey } from '../../kit/witness/signing-key.ts';

/** What a statement says beside number, link and signature. */
export type Said = Pick<Statement, 'kind' | 'heads'> &
  Partial<Pick<Statement, 'parts' | 'witnesses' | 'reason' | 'by'>>;

/** Signs the next statement and writes it; throws when it would not extend the last. */
export type AppendStatement = (said: Said, at: Date) => Promise<SignedStatement>;

/** The file of signed statements over the ledger, kept outside its database and only ever appended to. */
export interface CheckpointFile {
  /** How far it has come, as far as this process has looked. */
  readonly fold: () => Fold;
  /**
   * Does something while no other process adds to the file, after looking at what others have added. The hub makes its
   * checkpoints while a command notes a restore or lets months go, and neither may sign what it has not seen.
   */
  readonly exclusively: <T>(work: (append: AppendStatement) => Promise<T>) => Promise<T>;
  readonly append: AppendStatement;
  /**
   * Keeps what a witness said of a statement; the next statement says under which key it signs, once for all. False for what is
   * not that statement, or not signed under that key: such a line would make the file one that was tampered with.
   */
  readonly addCoSignature: (
    of: { readonly witness: string; readonly statement: Statement },
    coSignature: CoSignature,
  ) => Promise<boolean>;
  /** Whether a witness has signed whose key no statement says yet. */
  readonly hasNewcomers: () => boolean;
  /** The first statements behind a number, for a witness that has not seen them. */
  readonly after: (n: number, most: number) => Promise<readonly SignedStatement[]>;
  /** The hub's public key. */
  readonly publicKey: string;
}

/** Statements that are kept in memory for witnesses, who have mostly seen all but the last; twice as many at most. */
const mostRecent = 1_000;

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
  let fold: Fold = emptyFold;
  let recent: SignedStatement[] = [];
  let known: number | undefined;
  // Keys of witnesses that signed for the first time since the last statement.
  const newcomers = new Map<string, string>();
  const refuse = (n: number, fault: StatementFault): never => {
    throw new Error(`The checkpoint file is not whole at statement ${n}: ${fault}`);
  };
  const take = (signed: SignedStatement): void => {
    const next = follow(fold, signed.statement);
    fold = typeof next === 'string' ? refuse(signed.statement.n, next) : next;
    for (const name of Object.keys(signed.statement.witnesses ?? {})) newcomers.delete(name);
    recent.push(signed);
    if (recent.length > 2 * mostRecent) recent = recent.slice(-mostRecent);
  };
  const catchUp = async (): Promise<void> => {
    if (known !== undefined && known === (await sizeOf(paths.statements))) return;
    await dropHalfLine(paths.statements);
    fold = emptyFold;
    recent = [];
    for await (const signed of statementsOf(paths.statements)) take(signed);
    const last = recent.at(-1);
    if (last && !isSignedBy(createPublicKey(key), last)) refuse(last.statement.n, 'NOT_SIGNED');
    if (!isWhole(fold)) refuse(fold.n, 'NOT_WHOLE');
    known = await sizeOf(paths.statements);
  };
  const write = async (line: string): Promise<void> => {
    await appendLine(paths.statements, line);
    known = await sizeOf(paths.statements);
  };
  const addCoSignature: CheckpointFile['addCoSignature'] = async ({ witness, statement }, coSignature) => {
    const key = fold.witnesses[witness] ?? newcomers.get(witness);
    if (!isOfWitness(coSignature, witness, statement, key)) return false;
    await write(JSON.stringify(coSignature));
    if (key === undefined) newcomers.set(witness, coSignature.key);
    return true;
  };
  const append: AppendStatement = async ({ kind, heads, ...rest }, at) => {
    const body = {
      v: 1,
      kind,
      n: fold.n + 1,
      at: at.toISOString(),
      previous: fold.digest,
      heads: kind === 'RESTORE' ? heads : changed(fold.heads, heads),
      ...(newcomers.size > 0 && kind === 'CHECKPOINT' ? { witnesses: Object.fromEntries(newcomers) } : {}),
      ...rest,
    } as const;
    const all = digestOfHeads(headsAfter(fold.heads, { ...body, all: '' }));
    const signed = signStatement(key, { ...body, all });
    const next = extend(fold, signed, createPublicKey(key));
    if (typeof next === 'string') throw new Error(`The ledger does not extend its last checkpoint: ${next}`);
    await write(JSON.stringify(signed));
    take(signed);
    return signed;
  };
  const exclusively: CheckpointFile['exclusively'] = (work) =>
    withFolderLock(paths.statements, async () => {
      await catchUp();
      return work(append);
    });
  await exclusively(async () => undefined);
  return {
    publicKey,
    fold: () => fold,
    exclusively,
    append: (said, at) => exclusively(() => append(said, at)),
    hasNewcomers: () => newcomers.size > 0,
    addCoSignature: (of, coSignature) => exclusively(() => addCoSignature(of, coSignature)),
    after: async (n, most) => {
      const [oldest] = recent;
      if (oldest && oldest.statement.n <= n + 1)
        return recent.filter(({ statement }) => statement.n > n).slice(0, most);
      const found: SignedStatement[] = [];
      for await (const signed of statementsOf(paths.statements)) {
        if (signed.statement.n > n) found.push(signed);
        if (found.length === most) break;
      }
      return found;
    },
  };
}

async function* statementsOf(path: string): AsyncGenerator<SignedStatement, void, undefined> {
  for await (const line of readLines(path)) {
    const signed = readStatement(line);
    if (signed) yield signed;
  }
}

const changed = (before: Heads, now: Heads): Heads =>
  Object.fromEntries(
    Object.entries(now).filter(([chain, { seq, hash }]) => {
      const known = before[chain];
      return known?.seq !== seq || known.hash !== hash;
    }),
  );
