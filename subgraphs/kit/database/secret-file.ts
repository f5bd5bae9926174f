import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A secret that is made once and kept, readable by its owner only. Written beside its place and linked into it, so that
 * of processes that start together all read the same whole secret.
 */
export async function loadOrCreateSecret(
  path: string,
  create: () => string | Promise<string>,
): Promise<string> {
  const known = await readIfPresent(path);
  if (known !== undefined) return known;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, await create(), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(path, 'utf8');
}

/** 32 random bytes in hexadecimal. */
export const randomSecret = (): string => randomBytes(32).toString('hex');

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Whether an error of the operating system or of PostgreSQL has this code. Not by class: jest's workers have another. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
