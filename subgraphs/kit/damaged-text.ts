import { TextDecoder } from 'node:util';

/**
 * Bytes that mean nothing in their encoding, kept in the text that is made of the others: each as the lone surrogate U+DC00 plus
 * the byte (0x80 to 0xFF), which no decoding gives. So a row can be told from its bytes, and shown, and nothing of it is lost.
 */
const perhapsDamaged = /[\udc80-\udcff]/;
const damage = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;

export type TextEncoding = 'UTF-8' | 'GB18030';

const createDecoders = (fatal: boolean): Readonly<Record<TextEncoding, TextDecoder>> => ({
  'UTF-8': new TextDecoder('utf-8', { fatal, ignoreBOM: true }),
  GB18030: new TextDecoder('gb18030', { fatal, ignoreBOM: true }),
});
const strict = createDecoders(true);
const lenient = createDecoders(false);

/** The text, where all bytes are characters; null else. */
export function decodeWhole(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return strict[encoding].decode(bytes);
  } catch {
    return null;
  }
}

/** All characters that there are, and between them the bytes that are none. For lines that are known to have such. */
export function decodeDamaged(bytes: Uint8Array, encoding: TextEncoding): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const size = sizeOf(first, bytes[at + 1] ?? 0, encoding);
    const character =
      size === 1 ? String.fromCharCode(first) : oneOf(bytes.subarray(at, at + size), encoding);
    text += character ?? String.fromCharCode(0xdc00 + first);
    at += character === null ? 1 : size;
  }
  return text;
}

/** The one character that the bytes are, or null. Lenient: a line may be all damage, and throwing for each byte takes seconds. */
function oneOf(bytes: Uint8Array, encoding: TextEncoding): string | null {
  const text = lenient[encoding].decode(bytes);
  return text.includes('\ufffd') || [...text].length !== 1 ? null : text;
}

/** How many bytes a character has that begins so. */
function sizeOf(first: number, second: number, encoding: TextEncoding): number {
  if (first < 0x80) return 1;
  if (encoding === 'GB18030') return second >= 0x30 && second <= 0x39 ? 4 : 2;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** How many bytes of the text are no characters. */
export const countDamage = (text: string): number =>
  perhapsDamaged.test(text) ? [...text.matchAll(damage)].length : 0;

export const isDamaged = (text: string): boolean => countDamage(text) > 0;

/** A damaged text for people and files: each such byte as `\xB7`, and each backslash twice, so that the bytes can be had back. */
export const showDamaged = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(damage, (byte) => `\\x${(byte.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}`);
