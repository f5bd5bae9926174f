import type { KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../database/secret-file.ts';
import { appendLine, dropHalfLine, readLines } from './append-file.ts';
import { isSignedBy, readStatement, type SignedStatement } from './checkpoint.ts';
import { coSign, type CoSignature } from './co-signature.ts';
import { emptyFold, extend, follow, type Fold, type StatementFault } from './fold.ts';
import { loadSigningKey, readPublicKey } from './signing-key.ts';

/** A statement as it is offered: with the hub's public key, which a witness remembers from the first. */
export interface Offer extends SignedStatement {
  readonly key: string;
}

export type Reply =
  | { readonly kind: 'seen'; readonly coSignature: CoSignature }
  | { readonly kind: 'refused'; readonly fault: StatementFault | 'ANOTHER_KEY'; readonly last: number };

/** What a department's process is to the ledger: somebody else who has seen how far it had come. */
export interface Witness {
  readonly name: string;
  /** Keeps a statement and co-signs it, or says why not. */
  readonly see: (offer: Offer) => Promise<Reply>;
  /** The number of the last statement it has seen; 0 for none. */
  readonly last: () => Promise<number>;
}

/** State is kept in files of its own, outside any database: `<folder>/<name>.jsonl` and the keys beside it. */
export function createWitness(name: string, folder: string): Witness {
  const path = join(folder, `${name}.jsonl`);
  let state: Promise<{ fold: Fold; readonly own: KeyObject; pinned: string | undefined }> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const open = async () => {
    const own = await loadSigningKey(join(folder, `${name}.key`));
    const pinned = await readIfThere(join(folder, `${name}.hub-key`));
    const key = pinned === undefined ? null : readPublicKey(pinned);
    let fold = emptyFold;
    let last: SignedStatement | undefined;
    const assert = (fault: string | undefined): void => {
      if (fault !== undefined) throw new Error(`The witness file of ${name} is not whole: ${fault}`);
    };
    await dropHalfLine(path);
    for await (const line of readLines(path)) {
      const signed = readStatement(line);
      const next = signed ? follow(fold, signed.statement, { isLenient: true }) : 'NOT_SIGNED';
      if (typeof next === 'string') assert(next);
      else fold = next;
      last = signed ?? undefined;
    }
    if (last && !(key && isSignedBy(key, last))) assert('NOT_SIGNED');
    return { fold, own, pinned };
  };
  const see = async (offer: Offer): Promise<Reply> => {
    const known = await (state ??= open());
    const key = readPublicKey(offer.key);
    if (!key || (known.pinned !== undefined && known.pinned !== offer.key))
      return { kind: 'refused', fault: 'ANOTHER_KEY', last: known.fold.n };
    const { statement, signature } = offer;
    const next = extend(known.fold, { statement, signature }, key, { isLenient: true });
    if (typeof next === 'string') return { kind: 'refused', fault: next, last: known.fold.n };
    if (known.pinned === undefined) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, `${name}.hub-key`), offer.key, { mode: 0o600 });
      known.pinned = offer.key;
    }
    await appendLine(path, JSON.stringify({ statement, signature }));
    known.fold = next;
    return { kind: 'seen', coSignature: coSign(known.own, name, statement) };
  };
  return {
    name,
    // One after the other: two that come at once must not both be the next.
    see: (offer) => {
      const seen = turn.then(() => see(offer));
      turn = seen.catch(() => undefined);
      return seen;
    },
    last: async () => (await (state ??= open())).fold.n,
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
