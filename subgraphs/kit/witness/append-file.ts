import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from '../database/secret-file.ts';

/** Appends a line that is on the disk when this resolves; when it rejects, nothing of it is there. */
export async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  const { size } = await file.stat();
  try {
    await file.appendFile(`${line}\n`);
    await file.sync();
  } catch (error) {
    // A full disk takes half a line, behind which the next one would be none.
    await file.truncate(size);
    throw error;
  } finally {
    await file.close();
  }
}

/** More than any line has. */
const longestLine = 1_048_576;

/** Takes away a line that a crash left half-written: nobody was told that it was there, and the next would stand behind it. */
export async function dropHalfLine(path: string): Promise<void> {
  const size = await sizeOf(path);
  if (size === 0) return;
  const begin = Math.max(0, size - longestLine);
  const file = await open(path, 'r+');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - begin), 0, size - begin, begin);
    const whole = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1;
    if (whole === 0 && begin > 0) throw new Error('Expected a file of lines, found none at its end');
    if (begin + whole < size) await file.truncate(begin + whole);
  } finally {
    await file.close();
  }
}

/** The bytes of a file; 0 where there is none. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

/**
 * The lines of a file, without a half-written last one; none where there is no file. One after the other: a statement a minute
 * with the signatures of all witnesses is more than one text can hold after some months. `size` ends it where the file ended.
 */
export async function* readLines(path: string, size?: number): AsyncGenerator<string, void, undefined> {
  const bytes = size ?? (await sizeOf(path));
  if (bytes === 0) return;
  let rest = '';
  for await (const text of createReadStream(path, { encoding: 'utf8', end: bytes - 1 })) {
    const lines = (rest + String(text)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
