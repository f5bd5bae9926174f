import type { KeyObject } from 'node:crypto';
import { readStatement, type Heads, type Statement } from '../../kit/witness/checkpoint.ts';
import { readCoSignature } from '../../kit/witness/co-signature.ts';
import { emptyFold, extend, type Fold } from '../../kit/witness/fold.ts';
import { StatementDigests } from './statement-digests.ts';
import { createWitnessRegister, type SeenByWitness } from './witness-register.ts';

/**
 * What the checkpoint file says, as far as it can be believed. Of its lines nothing is kept but their digests: what stands in
 * them of one month's chains is read again when these are walked.
 */
export interface CheckpointReport {
  readonly statements: number;
  readonly faults: readonly string[];
  /** When the last statement was made; before all times without one. */
  readonly lastAt: number;
  /** The ends as of the last statement. */
  readonly heads: Heads;
  /** The last statement that speaks of a chain, by chain. */
  readonly lastOf: ReadonlyMap<string, number>;
  /** Partitions that went with a signed note, and the number of that note. */
  readonly removed: ReadonlyMap<string, number>;
  /** Restores of backups that were noted. */
  readonly restores: readonly Statement[];
  /** Witnesses that began anew, as was noted. */
  readonly renewals: readonly Statement[];
  readonly digests: StatementDigests;
  /** Witnesses that the file knows, and how far each has seen it. */
  readonly witnesses: ReadonlyMap<string, SeenByWitness>;
}

/**
 * Reads the file of statements and co-signatures: numbers, links, signatures, ends. Stops at the first statement that is not
 * the next. What was signed before `settledBefore`, in milliseconds, must stand in the witnesses' files.
 */
export async function verifyCheckpoints(
  lines: AsyncIterable<string> | Iterable<string>,
  key: KeyObject,
  settledBefore: number,
): Promise<CheckpointReport> {
  let fold: Fold = emptyFold;
  const faults: string[] = [];
  const lastOf = new Map<string, number>();
  const removed = new Map<string, number>();
  const restores: Statement[] = [];
  const renewals: Statement[] = [];
  const digests = new StatementDigests();
  const register = createWitnessRegister(digests, settledBefore);
  let lastAt = -Infinity;
  let place = 0;
  for await (const line of lines) {
    place += 1;
    const signed = readStatement(line);
    if (!signed) {
      const coSignature = readCoSignature(line);
      const fault = coSignature ? register.see(coSignature) : 'neither a statement nor a co-signature';
      if (fault !== null) faults.push(`line ${place}: ${fault}`);
      continue;
    }
    const next = extend(fold, signed, key);
    if (typeof next === 'string') {
      faults.push(`line ${place}, statement ${signed.statement.n}: ${next}`);
      break;
    }
    fold = next;
    const { statement } = signed;
    digests.add(fold.digest);
    const fault = register.enter(statement);
    if (fault !== null) faults.push(`line ${place}, statement ${statement.n}: ${fault}`);
    if (statement.kind === 'RESTORE') restores.push(statement);
    else for (const chain of Object.keys(statement.heads)) lastOf.set(chain, statement.n);
    if (statement.kind === 'WITNESS') renewals.push(statement);
    for (const part of statement.parts ?? []) removed.set(part, statement.n);
    lastAt = Date.parse(statement.at);
  }
  const { n: statements, heads } = fold;
  const { witnesses } = register;
  return { statements, faults, lastAt, heads, lastOf, removed, restores, renewals, digests, witnesses };
}
