import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The end of a chain: how many records it has, and the digest of the last. */
export interface Head {
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** Ends of chains, by chain. */
export type Heads = Readonly<Record<string, Head>>;

const kinds = ['CHECKPOINT', 'RETENTION', 'RESTORE', 'WITNESS'] as const;

/** What a line of the checkpoint file says. Lines are numbered from 1 and each names the digest of the one before. */
export interface Statement {
  readonly v: 1;
  readonly kind: (typeof kinds)[number];
  readonly n: number;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Digest of the line before, hexadecimal; 64 zeros for the first. */
  readonly previous: string;
  /** Ends that changed since the line before; of a RESTORE all that there are. */
  readonly heads: Heads;
  /** Digest over all ends as they are now. */
  readonly all: string;
  /** Of a RETENTION the partitions that go, whole. */
  readonly parts?: readonly string[];
  /**
   * Public keys, base64url, of witnesses that signed for the first time: from then on they sign under no other. Of a WITNESS
   * null for the one that begins anew.
   */
  readonly witnesses?: Readonly<Record<string, string | null>>;
  /** Of a RESTORE or a WITNESS: why, and who says so. */
  readonly reason?: string;
  readonly by?: string;
}

/** A statement with the hub's signature, Ed25519 (RFC 8032) over its canonical JSON (RFC 8785), base64url. */
export interface SignedStatement {
  readonly statement: Statement;
  readonly signature: string;
}

/** Before the first line. */
export const noPrevious = '0'.repeat(64);

const textOf = (value: object): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('A statement is an object');
  return text;
};

/** What the next line names as `previous`. */
export const digestOf = (statement: Statement): string =>
  createHash('sha256').update(textOf(statement)).digest('hex');

/** The digest over all ends, in the order of their chains. */
export const digestOfHeads = (heads: Heads): string =>
  createHash('sha256').update(textOf(heads)).digest('hex');

export const signStatement = (key: KeyObject, statement: Statement): SignedStatement => ({
  statement,
  signature: sign(null, Buffer.from(textOf(statement)), key).toString('base64url'),
});

export const isSignedBy = (key: KeyObject, { statement, signature }: SignedStatement): boolean =>
  verify(null, Buffer.from(textOf(statement)), key, Buffer.from(signature, 'base64url'));

/** Reads a line; null for one that is no signed statement. */
export function readStatement(text: string): SignedStatement | null {
  const value = parse(text);
  return isSigned(value) ? value : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // half a line, or something else: it is told as such
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isSigned(value: unknown): value is SignedStatement {
  if (!isObject(value) || typeof value['signature'] !== 'string' || !isObject(value['statement']))
    return false;
  const { v, kind, n, at, previous, heads, all, witnesses = {} } = value['statement'];
  return (
    v === 1 &&
    kinds.some((one) => one === kind) &&
    isObject(witnesses) &&
    Object.values(witnesses).every((key) => key === null || typeof key === 'string') &&
    Number.isSafeInteger(n) &&
    [at, previous, all].every((text) => typeof text === 'string') &&
    isObject(heads) &&
    Object.values(heads).every((head) => isObject(head) && Number.isSafeInteger(head['seq']))
  );
}
