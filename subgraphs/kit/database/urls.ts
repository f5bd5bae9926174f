import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { loadOrCreateSecret, randomSecret } from './secret-file.ts';
import { databaseOf, ownerRole, runtimeRole, urlOfDatabase, writerRole } from './roles.ts';

/** How to reach the hub's database, as whom. */
export interface DatabaseUrls {
  readonly admin: string;
  /** As the owner of a subgraph's schema: the administrator's session, turned into that role at its start. */
  readonly ownerOf: (name: string) => string;
  /** As the subgraph's run-time role. */
  readonly runtimeOf: (name: string) => string;
  readonly passwordOf: (name: string) => string;
  /** As the role that writes the ledger, which is kept by `governance`. */
  readonly ledgerWriter: string;
  /** The passwords of writing roles, by subgraph. */
  readonly writers: ReadonlyMap<string, string>;
}

const ledgerRole = writerRole('governance');

/**
 * Derives all URLs from the administrator's. A run-time role's password is the one of its own URL where that is given;
 * else it is derived from the administrator's password, so that processes given the same DATABASE_URL agree without
 * sharing a file; where the administrator has none, from a key in the data directory.
 */
export async function deriveUrls(
  adminUrl: string,
  given: ReadonlyMap<string, string>,
  dataDir: string,
  writerUrl?: string,
): Promise<DatabaseUrls> {
  const admin = urlOfDatabase(adminUrl, databaseOf(adminUrl));
  const adminPassword = decodeURIComponent(new URL(adminUrl).password);
  const key =
    adminPassword === '' ? await loadOrCreateSecret(join(dataDir, 'role-key'), randomSecret) : adminPassword;
  const derivedFor = (role: string): string => createHmac('sha256', key).update(role).digest('hex');
  const derived = (name: string): string => derivedFor(runtimeRole(name));
  const passwordOf = (name: string): string => {
    const url = given.get(name);
    return url === undefined ? derived(name) : decodeURIComponent(new URL(url).password);
  };
  const writerPassword =
    writerUrl === undefined ? derivedFor(ledgerRole) : decodeURIComponent(new URL(writerUrl).password);
  return {
    admin,
    ownerOf: (name) => withRole(admin, name),
    runtimeOf: (name) => given.get(name) ?? asRole(admin, runtimeRole(name), derived(name)),
    passwordOf,
    ledgerWriter: writerUrl ?? asRole(admin, ledgerRole, derivedFor(ledgerRole)),
    writers: new Map([['governance', writerPassword]]),
  };
}

function withRole(admin: string, name: string): string {
  const url = new URL(admin);
  url.searchParams.set('options', `-c role=${ownerRole(name)} -c search_path=${name}`);
  return url.href;
}

function asRole(admin: string, role: string, password: string): string {
  const url = new URL(admin);
  url.username = role;
  url.password = password;
  return url.href;
}
