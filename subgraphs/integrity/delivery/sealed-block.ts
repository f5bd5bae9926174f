import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A row as it came, with the line on which it began. */
export interface RawLine {
  readonly line: number;
  readonly raw: string;
}

/** Gathers rows for sealing as bytes: as strings they would outlive the young generation of the heap. */
export interface RawWriter {
  readonly add: (row: RawLine) => void;
  /** The rows so far; the writer begins anew, and the bytes hold until it is added to again. */
  readonly take: () => Buffer;
}

export function createRawWriter(): RawWriter {
  let bytes = Buffer.alloc(1 << 16);
  let at = 0;
  const write = (text: string): void => {
    const needed = at + text.length * 3; // no character of UTF-16 takes more bytes
    if (needed > bytes.length)
      bytes = Buffer.concat([bytes.subarray(0, at)], Math.max(bytes.length * 2, needed));
    at += bytes.write(text, at, 'utf8');
  };
  return {
    add: ({ line, raw }) => {
      write(`${at === 0 ? '[' : ','}[${line},${JSON.stringify(raw)}]`);
    },
    take: () => {
      write(at === 0 ? '[]' : ']');
      const taken = bytes.subarray(0, at);
      at = 0;
      return taken;
    },
  };
}

/** Seals and opens rows as they came. */
export interface Sealer {
  /** Compresses and encrypts; bound to the receipt, so that a block cannot be passed off as another's. */
  readonly seal: (receipt: string, lines: Buffer) => Buffer;
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
      const packed = zstdCompressSync(lines);
      return Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
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
