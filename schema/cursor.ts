/** The values of the last row's sort key, as PostgreSQL printed them in JSON. */
export type CursorKey = readonly (string | number | null)[];

// Sort keys are ids, codes and times. With a name of 200 characters of 3 bytes beside them, half of this would do.
const longest = 2_048;
const base64url = /^[A-Za-z0-9_-]+$/;

/**
 * An opaque cursor: only the hub reads it, so its inside may change without notice. Throws for a key that makes none,
 * because the caller would be refused the very cursor that he was given.
 */
export function encodeCursor(key: CursorKey): string {
  const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
  if (!isCursorKey(key) || cursor.length > longest) throw new Error('The sort key of a row makes no cursor');
  return cursor;
}

/** The sort key of a cursor, or null when the text is none that the hub could have given out. */
export function decodeCursor(text: string): CursorKey | null {
  if (text.length > longest || !base64url.test(text)) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isCursorKey(key) ? key : null;
  } catch {
    return null; // not JSON inside: the same answer as for any other text that is no cursor
  }
}

const isCursorKey = (value: unknown): value is CursorKey =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= 4 &&
  value.every((part) => part === null || isKeyText(part) || Number.isFinite(part));

/** PostgreSQL has no NUL in a text: a cursor with one was forged, and the statement would fail on it. */
const isKeyText = (part: unknown): boolean => typeof part === 'string' && !part.includes('\0');
