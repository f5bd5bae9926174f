import { TextDecoder } from 'node:util';
import { FileRefused } from './raw-row.ts';

export type Encoding = 'UTF-8' | 'GB18030' | 'AUTO';

const looksAt = 65_536;

/**
 * Bytes as text, streaming. AUTO is UTF-8 if the first 64 kB are, else GB18030. Bytes that mean nothing become U+FFFD, so
 * that they cost one row and not the file.
 * @throws FileRefused for UTF-16.
 */
export async function* decodeText(input: AsyncIterable<unknown>, encoding: Encoding): AsyncIterable<string> {
  const head: Uint8Array[] = [];
  let decoder: TextDecoder | null = null;
  let isFirst = true;
  const decode = (decoder: TextDecoder, bytes: Uint8Array | null): string => {
    const text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    const clean = isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
    if (text !== '') isFirst = false;
    return clean;
  };
  let size = 0;
  for await (const chunk of input) {
    const bytes = toBytes(chunk);
    if (decoder) {
      yield decode(decoder, bytes);
      continue;
    }
    head.push(bytes);
    size += bytes.length;
    if (size < looksAt) continue;
    const first = Buffer.concat(head);
    decoder = createDecoder(first, encoding);
    yield decode(decoder, first);
  }
  if (!decoder) {
    const all = Buffer.concat(head);
    decoder = createDecoder(all, encoding);
    yield decode(decoder, all);
  }
  yield decode(decoder, null);
}

function createDecoder(head: Uint8Array, encoding: Encoding): TextDecoder {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new FileRefused('Expected a file in UTF-8 or GB18030; got UTF-16.');
  }
  const label = encoding === 'AUTO' ? (isUtf8(head) ? 'utf-8' : 'gb18030') : encoding.toLowerCase();
  return new TextDecoder(label, { ignoreBOM: true });
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

function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return Buffer.from(chunk);
  throw new TypeError('Expected a stream of bytes.');
}
