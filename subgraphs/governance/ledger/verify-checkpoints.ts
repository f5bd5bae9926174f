import { verify as verifySignature, type KeyObject } from 'node:crypto';
import { digestOf, readStatement, type Heads, type Statement } from '../../kit/witness/checkpoint.ts';
import { emptyFold, extend, type Fold } from '../../kit/witness/fold.ts';
import { readPublicKey } from '../../kit/witness/signing-key.ts';

/** What the checkpoint file says, as far as it can be believed. */
export interface CheckpointReport {
  readonly statements: number;
  readonly faults: readonly string[];
  /** Digests that must stand at a place, by `chain:seq`. */
  readonly points: ReadonlyMap<string, string>;
  /** When the statement before a point was made, which had not seen what stands behind the point before; milliseconds. */
  readonly floors: ReadonlyMap<string, number>;
  /** When the last statement was made; before all times without one. */
  readonly lastAt: number;
  /** The ends as of the last statement. */
  readonly heads: Heads;
  /** Partitions that went with a signed note. */
  readonly removed: ReadonlySet<string>;
  /** Restores of backups that were noted. */
  readonly restores: readonly Statement[];
  /** The digest of each statement, by its number. */
  readonly digests: ReadonlyMap<number, string>;
  readonly coSignatures: number;
}

/** Reads the file of statements and co-signatures: numbers, links, signatures, ends. Stops at the first statement that is not the next. */
export async function verifyCheckpoints(
  lines: AsyncIterable<string> | Iterable<string>,
  key: KeyObject,
): Promise<CheckpointReport> {
  let fold: Fold = emptyFold;
  const faults: string[] = [];
  const points = new Map<string, string>();
  const floors = new Map<string, number>();
  let lastAt = -Infinity;
  const removed = new Set<string>();
  const restores: Statement[] = [];
  const digests = new Map<number, string>();
  let coSignatures = 0;
  let place = 0;
  for await (const line of lines) {
    place += 1;
    const signed = readStatement(line);
    if (!signed) {
      const fault = coSignatureFault(line, digests);
      if (fault === null) coSignatures += 1;
      else faults.push(`line ${place}: ${fault}`);
      continue;
    }
    const next = extend(fold, signed, key);
    if (typeof next === 'string') {
      faults.push(`line ${place}, statement ${signed.statement.n}: ${next}`);
      break;
    }
    fold = next;
    const { statement } = signed;
    digests.set(statement.n, fold.digest);
    if (statement.kind === 'RESTORE') {
      restores.push(statement);
      forgetBeyond(points, statement.heads);
    }
    for (const part of statement.parts ?? []) {
      removed.add(part);
      for (const point of points.keys()) if (point.startsWith(`${part}-`)) points.delete(point);
    }
    const at = Date.parse(statement.at);
    for (const [chain, { seq, hash }] of Object.entries(statement.heads)) {
      points.set(`${chain}:${seq}`, hash);
      // A backup may hold what no statement had seen; and a clock that went back in between proves nothing.
      floors.set(`${chain}:${seq}`, statement.kind === 'RESTORE' ? -Infinity : Math.min(lastAt, at));
    }
    lastAt = at;
  }
  const { n: statements, heads } = fold;
  return { statements, faults, points, floors, lastAt, heads, removed, restores, digests, coSignatures };
}

/** After a restore the records behind it are others, or none. */
function forgetBeyond(points: Map<string, string>, heads: Heads): void {
  for (const place of points.keys()) {
    const [chain = '', seq = ''] = place.split(':');
    if (Number(seq) > (heads[chain]?.seq ?? 0)) points.delete(place);
  }
}

function coSignatureFault(line: string, digests: ReadonlyMap<number, string>): string | null {
  const { witness, n, digest, key, signature } = membersOf(line);
  if (typeof witness !== 'string' || typeof n !== 'number' || typeof digest !== 'string')
    return 'neither a statement nor a co-signature';
  const own = typeof key === 'string' ? readPublicKey(key) : null;
  const isSigned =
    own !== null &&
    typeof signature === 'string' &&
    verifySignature(null, Buffer.from(digest), own, Buffer.from(signature, 'base64url'));
  if (!isSigned) return `the co-signature of ${witness} is not its own`;
  return digests.get(n) === digest ? null : `${witness} saw another statement ${n}`;
}

function membersOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // told as a fault of the line
  }
}

/** Compares what a witness keeps with the file: whoever has seen more proves that the file was cut. */
export async function compareWitness(
  name: string,
  lines: AsyncIterable<string>,
  key: KeyObject,
  { digests, statements }: CheckpointReport,
): Promise<readonly string[]> {
  const faults: string[] = [];
  let fold: Fold = emptyFold;
  for await (const line of lines) {
    const signed = readStatement(line);
    const next = signed ? extend(fold, signed, key, { isLenient: true }) : 'NOT_SIGNED';
    if (typeof next === 'string') return [`${name}: its own file is not whole (${next})`];
    fold = next;
    if (!signed) continue;
    const { n } = signed.statement;
    const known = digests.get(n);
    if (known === undefined) {
      faults.push(`${name} has seen statement ${n}, the file ends at ${statements}`);
      break;
    }
    if (known !== digestOf(signed.statement)) {
      faults.push(`${name} has seen another statement ${n}`);
      break;
    }
  }
  return faults;
}
