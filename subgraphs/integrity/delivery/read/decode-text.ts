import { TextDecoder } from 'node:util';
import type { TextEncoding } from '../../../kit/damaged-text.ts';
import { FileRefused } from './raw-row.ts';

export type Encoding = TextEncoding | 'AUTO';

/** So many bytes tell an encoding. */
export const looksAt = 65_536;

/** UTF-8 as text, streaming, whether or not it has lines. Bytes that mean nothing become U+FFFD. */
export async function* decodeText(input: AsyncIterable<unknown>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of input) yield decoder.decode(toBytes(chunk), { stream: true });
  yield decoder.decode();
}

/**
 * The encoding that was told, or for AUTO the one that the first bytes are in: UTF-8 if they can be it, else GB18030.
 * @throws FileRefused for UTF-16.
 */
export function findEncoding(head: Uint8Array, asked: Encoding): TextEncoding {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new FileRefused('Expected a file in UTF-8 or GB18030; got UTF-16.');
  }
  if (asked !== 'AUTO') return asked;
  return isUtf8(head.subarray(0, looksAt)) ? 'UTF-8' : 'GB18030';
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // Streaming: a character may be cut at the end of what is looked at.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

export function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return Buffer.from(chunk);
  throw new TypeError('Expected a stream of bytes.');
}
