import { decodeDamaged, decodeWhole, type TextEncoding } from '../../../kit/damaged-text.ts';
import { findEncoding, looksAt, toBytes, type Encoding } from './decode-text.ts';

/** A text that comes in whole lines, and the encoding that was told or found; before the first of it UTF-8. */
export interface DecodedLines {
  readonly texts: AsyncIterable<string>;
  readonly encoding: () => TextEncoding;
}

const newline = 0x0a;
/** A line that is longer is none; of its bytes the readers want no more than this. */
const longestLineBytes = 4_000_000;

/**
 * Bytes as text, streaming, line by line: neither encoding has the byte of a line's end in another character, so bytes that mean
 * nothing damage their own line only, in which they are kept (`kit/damaged-text.ts`).
 * @throws FileRefused for UTF-16.
 */
export function decodeLines(input: AsyncIterable<unknown>, asked: Encoding): DecodedLines {
  let encoding: TextEncoding | null = null;
  async function* read(): AsyncIterable<string> {
    let rest: Uint8Array = Buffer.alloc(0);
    let isFirst = true;
    const decode = (bytes: Uint8Array): string => {
      encoding ??= findEncoding(bytes, asked);
      const text = decodeWhole(bytes, encoding) ?? decodeByLine(bytes, encoding);
      const clean = isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
      isFirst = false;
      return clean;
    };
    for await (const chunk of input) {
      const bytes = toBytes(chunk);
      const end = bytes.lastIndexOf(newline) + 1;
      const isEndless = end === 0 && rest.length + bytes.length > longestLineBytes;
      const isFirstLook = encoding === null && rest.length + bytes.length < looksAt;
      if (isFirstLook || (end === 0 && !isEndless)) {
        rest = Buffer.concat([rest, bytes]);
        continue;
      }
      const whole = isEndless ? bytes.length : end;
      yield decode(Buffer.concat([rest, bytes.subarray(0, whole)]));
      rest = Buffer.from(bytes.subarray(whole));
    }
    if (rest.length > 0) yield decode(rest);
  }
  return { texts: read(), encoding: () => encoding ?? 'UTF-8' };
}

function decodeByLine(bytes: Uint8Array, encoding: TextEncoding): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(newline, at);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(at, end);
    text += decodeWhole(line, encoding) ?? decodeDamaged(line, encoding);
    at = end;
  }
  return text;
}
