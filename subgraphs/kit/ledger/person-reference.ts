import { createHmac, createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import { loadOrCreateSecret, randomSecret } from '../database/secret-file.ts';

/** Names things in the ledger that must not stand there themselves: people, and the texts of operations. */
export interface LedgerNames {
  /** A person: the same one always has the same reference, and nobody without the key can tell whose it is. */
  readonly personReference: (id: string) => string;
  /** An operation's text; it may hold a number that was looked for, so a plain digest could be guessed at. */
  readonly operationDigest: (source: string) => string;
}

/** The variable that gives the ledger's key, 32 bytes in hexadecimal, to the gateway and to the hub's own subgraph. */
export const ledgerKeyVariable = 'LEDGER_KEY';

/** HMAC-SHA256 (RFC 2104) under the ledger's key, base64url; each use has a word of its own. */
export function createLedgerNames(key: Buffer): LedgerNames {
  const prepared = createSecretKey(key);
  const digest = (use: string, text: string): string =>
    createHmac('sha256', prepared).update(`${use}\0${text}`).digest('base64url');
  return {
    personReference: (id) => digest('person', id),
    operationDigest: (source) => digest('operation', source),
  };
}

/** The ledger's key: the one given, else one kept in the data directory, which is made at the first use. */
export async function loadLedgerKey(given: Buffer | undefined, dataDir: string): Promise<Buffer> {
  return given ?? Buffer.from(await loadOrCreateSecret(join(dataDir, 'ledger-key'), randomSecret), 'hex');
}
