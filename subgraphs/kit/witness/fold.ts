import type { KeyObject } from 'node:crypto';
import {
  digestOf,
  digestOfHeads,
  isSignedBy,
  noPrevious,
  type Heads,
  type SignedStatement,
  type Statement,
} from './checkpoint.ts';

/** Why a statement is not the next one. */
export const faults = [
  /** The signature is not the hub's. */
  'NOT_SIGNED',
  /** Its number is not the next, or it was seen before. */
  'NOT_NEXT',
  /** It does not name the line before it. */
  'NOT_LINKED',
  /** A chain would become shorter, or another at the same length. */
  'GOES_BACK',
  /** The digest over all ends is not that of the ends. */
  'NOT_WHOLE',
  /** A witness would have another key, though nobody noted that it begins anew. */
  'OTHER_WITNESS',
] as const;

export type StatementFault = (typeof faults)[number];

/** How far a file of statements has come. */
export interface Fold {
  readonly n: number;
  readonly last: Statement | undefined;
  readonly digest: string;
  readonly heads: Heads;
  /** Public keys of the witnesses that are known, by name. */
  readonly witnesses: Readonly<Record<string, string>>;
}

export const emptyFold: Fold = { n: 0, last: undefined, digest: noPrevious, heads: {}, witnesses: {} };

/** Takes the next statement; gives why it is not the next. Who begins in the middle trusts the first one he sees. */
export function extend(
  fold: Fold,
  signed: SignedStatement,
  key: KeyObject,
  options: { readonly isLenient?: boolean } = {},
): Fold | StatementFault {
  if (!isSignedBy(key, signed)) return 'NOT_SIGNED';
  const next = follow(fold, signed.statement, options);
  if (typeof next === 'string' || options.isLenient === true) return next;
  return isWhole(next) ? next : 'NOT_WHOLE';
}

/** Whether the last statement's digest over all ends is that of the ends. */
export const isWhole = ({ heads, last }: Fold): boolean =>
  last === undefined || digestOfHeads(heads) === last.all;

/**
 * The same without signature and digest of the ends. Each statement names the digest of the one before, so whoever reads his own
 * file follows it, and the signature and the digest of the last answer for all.
 */
export function follow(
  fold: Fold,
  statement: Statement,
  { isLenient = false }: { readonly isLenient?: boolean } = {},
): Fold | Exclude<StatementFault, 'NOT_SIGNED' | 'NOT_WHOLE'> {
  const isFirstSeen = isLenient && fold.n === 0;
  if (!isFirstSeen && statement.n !== fold.n + 1) return 'NOT_NEXT';
  if (!isFirstSeen && statement.previous !== fold.digest) return 'NOT_LINKED';
  if (statement.kind !== 'RESTORE' && goesBack(fold.heads, statement.heads)) return 'GOES_BACK';
  const witnesses = witnessesAfter(fold.witnesses, statement);
  if (!witnesses) return 'OTHER_WITNESS';
  const heads = headsAfter(fold.heads, statement);
  return { n: statement.n, last: statement, digest: digestOf(statement), heads, witnesses };
}

/** The register of witnesses after a statement; null where one would have another key. */
function witnessesAfter(before: Fold['witnesses'], { witnesses, kind }: Statement): Fold['witnesses'] | null {
  if (!witnesses) return before;
  const after = new Map(Object.entries(before));
  for (const [name, key] of Object.entries(witnesses)) {
    if (key === null && kind === 'WITNESS') after.delete(name);
    else if (key === null || (after.get(name) ?? key) !== key) return null;
    else after.set(name, key);
  }
  return Object.fromEntries(after);
}

const goesBack = (before: Heads, after: Heads): boolean =>
  Object.entries(after).some(([chain, { seq, hash }]) => {
    const known = before[chain];
    return known !== undefined && (seq < known.seq || (seq === known.seq && hash !== known.hash));
  });

/** All ends after a statement: a restore says them all, a retention takes whole partitions away. */
export function headsAfter(before: Heads, { kind, heads, parts = [] }: Statement): Heads {
  if (kind === 'RESTORE') return heads;
  if (parts.length === 0) return { ...before, ...heads };
  const all = Object.entries({ ...before, ...heads });
  return Object.fromEntries(all.filter(([chain]) => !parts.some((part) => chain.startsWith(`${part}-`))));
}
