import { sign, verify, type KeyObject } from 'node:crypto';
import { digestOf, type Statement } from './checkpoint.ts';
import { printPublicKey, readPublicKey } from './signing-key.ts';

/** That a witness has seen a statement, signed by it over the statement's digest. */
export interface CoSignature {
  readonly witness: string;
  readonly n: number;
  readonly digest: string;
  /** The witness's public key, and its signature, base64url. */
  readonly key: string;
  readonly signature: string;
}

export function coSign(key: KeyObject, witness: string, statement: Statement): CoSignature {
  const digest = digestOf(statement);
  const signature = sign(null, Buffer.from(digest), key).toString('base64url');
  return { witness, n: statement.n, digest, key: printPublicKey(key), signature };
}

/** Whether the signature is of the key that it names. Whose key that is, the register in the statements says. */
export function isCoSigned({ digest, key, signature }: CoSignature): boolean {
  const own = readPublicKey(key);
  return own !== null && verify(null, Buffer.from(digest), own, Buffer.from(signature, 'base64url'));
}

/** Whether a witness that was asked has signed that statement, under the key that it is known by. */
export const isOfWitness = (
  coSignature: CoSignature,
  witness: string,
  statement: Statement,
  known: string | undefined,
): boolean =>
  coSignature.witness === witness &&
  coSignature.n === statement.n &&
  coSignature.digest === digestOf(statement) &&
  (known === undefined || known === coSignature.key) &&
  isCoSigned(coSignature);

export const isCoSignature = (value: unknown): value is CoSignature =>
  typeof value === 'object' &&
  value !== null &&
  ['witness', 'digest', 'key', 'signature'].every((name) => typeof Reflect.get(value, name) === 'string') &&
  Number.isSafeInteger(Reflect.get(value, 'n'));

/** Reads a line; null for one that is no co-signature. */
export function readCoSignature(line: string): CoSignature | null {
  try {
    const value: unknown = JSON.parse(line);
    return isCoSignature(value) ? value : null;
  } catch {
    return null; // told as a fault of the line
  }
}
