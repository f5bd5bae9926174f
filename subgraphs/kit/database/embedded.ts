import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import { findFreePort, openCluster, type Cluster } from './cluster.ts';
import { adminUrl, probe, startPostmaster, stopPostmaster, type Address } from './postmaster.ts';
import { hasCode, loadOrCreateSecret, randomSecret } from './secret-file.ts';
import { withFolderLock } from './start-lock.ts';

/** A PostgreSQL of our own, in a folder, on loopback. */
export interface EmbeddedPostgres {
  /** The administrator's URL; `database` defaults to `postgres`. */
  readonly urlOf: (database?: string) => string;
  /** Whether it was running already. */
  readonly isReused: boolean;
  /** Leaves; the last user to leave shuts the server down. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Whether a commit waits for the disk; only tests do without. */
  readonly isDurable?: boolean;
}

/** Every user keeps one connection of this name open: who is gone, however he went, has none. */
const holderName = 'hub-holder';

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs. Survives its own kill -9 (the next start
 * recovers) and that of the process that started it (the next start finds it). Processes may start together.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  isDurable = true,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  return withFolderLock(folder, async () => {
    const password = await loadOrCreateSecret(join(folder, 'postgres-password'), randomSecret);
    const cluster = await openCluster(folder, password);
    const running = await findRunning(cluster, join(folder, 'postgres-port'), password);
    const address = running ?? { port: await findFreePort(), password };
    if (!running) {
      await startPostmaster(cluster, address, isDurable);
      await writeFile(join(folder, 'postgres-port'), String(address.port));
    }
    log.info({ port: address.port, isReused: running !== null }, 'PostgreSQL is up');
    const holder = await hold(address, log);
    return {
      urlOf: (database) => adminUrl(address, database),
      isReused: running !== null,
      stop: () => withFolderLock(folder, () => leave(cluster, address, holder, log)),
    };
  });
}

async function findRunning(cluster: Cluster, portFile: string, password: string): Promise<Address | null> {
  const port = await readPort(portFile);
  if (port === null) return null;
  const address = { port, password };
  let health = await probe(cluster, address);
  while (health === 'starting') {
    await sleep(100);
    health = await probe(cluster, address);
  }
  return health === 'ours' ? address : null;
}

async function readPort(portFile: string): Promise<number | null> {
  try {
    return Number(await readFile(portFile, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function hold(address: Address, log: Log): Promise<pg.Client> {
  const holder = new pg.Client({
    connectionString: adminUrl(address),
    application_name: holderName,
    keepAlive: true,
  });
  holder.on('error', () => log.warn('the connection that holds PostgreSQL was lost'));
  await holder.connect();
  return holder;
}

async function leave(cluster: Cluster, address: Address, holder: pg.Client, log: Log): Promise<void> {
  const others = await countOthers(holder);
  await holder.end().catch(() => undefined); // a lost connection is as good as a closed one
  if (others === 0) await stopPostmaster(cluster, address);
  log.info({ others }, 'left PostgreSQL');
}

async function countOthers(holder: pg.Client): Promise<number> {
  try {
    const { rows } = await holder.query<{ others: number }>(
      'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [holderName],
    );
    return rows[0]?.others ?? 0;
  } catch {
    return 0; // the server is gone or going: there is nobody to keep it for
  }
}
