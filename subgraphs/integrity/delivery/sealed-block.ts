import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A row as it came, with the line on which it began. */
export interface RawLine {
  readonly line: number;
  readonly raw: string;
}

/** Seals and opens rows as they came. */
export interface Sealer {
  /** Compresses and encrypts; bound to the receipt, so that a block cannot be passed off as another's. */
  readonly seal: (receipt: string, lines: readonly RawLine[]) => Buffer;
  /** Throws when the block was changed, is another receipt's, or was sealed with another key. */
  readonly open: (receipt: string, block: Buffer) => readonly RawLine[];
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key drawn from the identifier key: rows name people, and whoever reads the table must not. */
export function createSealer(identifierKey: Buffer): Sealer {
  const key = Buffer.from(hkdfSync('sha256', identifierKey, '', 'portrait-hub delivered rows', 32));
  return {
    seal: (receipt, lines) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(receipt));
      const plain = zstdCompressSync(JSON.stringify(lines.map(({ line, raw }) => [line, raw])));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (receipt, block) => {
      const decipher = createDecipheriv('aes-256-gcm', key, block.subarray(0, nonceBytes));
      decipher.setAAD(Buffer.from(receipt)).setAuthTag(block.subarray(-tagBytes));
      const plain = Buffer.concat([decipher.update(block.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      return readLines(JSON.parse(zstdDecompressSync(plain).toString()));
    },
  };
}

function readLines(found: unknown): readonly RawLine[] {
  if (!Array.isArray(found)) throw new Error('Expected the rows of a receipt, found something else.');
  return found.map((entry: unknown) => {
    const pair: readonly unknown[] = Array.isArray(entry) ? entry : [];
    const [line, raw] = pair;
    if (typeof line !== 'number' || typeof raw !== 'string')
      throw new Error('Expected a line of a receipt, found something else.');
    return { line, raw };
  });
}
