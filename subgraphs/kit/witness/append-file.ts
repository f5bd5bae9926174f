import { mkdir, open, readFile, truncate } from 'node:fs/promises';
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

/** Takes away a line that a crash left half-written: nobody was told that it was there, and the next would stand behind it. */
export async function dropHalfLine(path: string): Promise<void> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return Buffer.alloc(0);
    throw error;
  });
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole < bytes.length) await truncate(path, whole);
}

/** The lines of a file, without a half-written last one; none where there is no file. */
export async function readLines(path: string): Promise<readonly string[]> {
  try {
    const text = await readFile(path, 'utf8');
    return text.split('\n').slice(0, -1);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
