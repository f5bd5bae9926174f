import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** How long an entry is kept: access 3 years (PIPL 56), integrity 10 years (浙江省公共信用信息管理条例 §20). */
export const retentions = ['ACCESS', 'INTEGRITY'] as const;

export type Retention = (typeof retentions)[number];

/** Classes of credit records, of their life and links, and of reviews. */
const ofIntegrity = /^(CREDIT|RECORD|REVIEW|LINK)_|^(VETO|REVIEW)$/;

/**
 * What touches credit or a review is kept longer. The function that appends refuses an access's entry that says so of itself and
 * comes under the shorter time (`governance/migrations/check-lines-20261126.ts`).
 */
export const retentionOf = (purpose: string | undefined, classes: readonly string[]): Retention =>
  purpose === 'INTEGRITY_REVIEW' || classes.some((name) => ofIntegrity.test(name)) ? 'INTEGRITY' : 'ACCESS';

/**
 * What kinds of entries there are. INTENT before any department is asked, OUTCOME after, DISCLOSURE for each person of whom
 * something was shown, DENY for what was refused; EVENT for acts over the rules themselves, such as break-glass.
 */
export const entryKinds = ['INTENT', 'OUTCOME', 'DISCLOSURE', 'DENY', 'EVENT'] as const;

export type EntryKind = (typeof entryKinds)[number];

/** Any JSON value. `undefined` members are left out. */
export type Json = string | number | boolean | null | readonly Json[] | JsonMembers;
export interface JsonMembers {
  readonly [name: string]: Json | undefined;
}

/** An entry, before it has a place in a chain. It holds no personal values: people are named by reference only. */
export interface LedgerEntry {
  readonly kind: EntryKind;
  readonly retention: Retention;
  /** The access, or the act, that the entry belongs to: entries of one access have one. */
  readonly access: string;
  /** The person's reference, where the entry is about one. */
  readonly person?: string | undefined;
  /** When it happened, RFC 3339, where it could be written only later; the record's own moment is when it was written. */
  readonly happenedAt?: string | undefined;
  /** What else there is to say, by kind. */
  readonly content: JsonMembers;
}

/** An entry as it is written: its chain's number within its kind of retention, and its bytes. */
export interface LedgerLine {
  readonly retention: Retention;
  readonly shard: number;
  /** Canonical JSON (RFC 8785). */
  readonly body: string;
}

/** Several chains, so that several writers need not wait for one another. */
export const shards = 4;

/** The form of entries; another number means that they are read otherwise. */
const version = 1;

/** A person is always in the same chain; what is about nobody goes by its access. */
export function toLine({ kind, retention, access, person, happenedAt, content }: LedgerEntry): LedgerLine {
  const body = canonicalize({ ...content, v: version, kind, access, person, happenedAt });
  if (body === undefined) throw new Error('An entry of the ledger is an object');
  return { retention, shard: shardOf(person ?? access), body };
}

const shardOf = (name: string): number => (hash('sha256', name, 'buffer')[0] ?? 0) % shards;
