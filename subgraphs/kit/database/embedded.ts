import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stop } from '../lifecycle.ts';
import type { Log } from '../log.ts';
import { findFreePort, openCluster, type Cluster } from './cluster.ts';
import { hold, type Holder } from './holder.ts';
import { adminUrl, findRunning, startPostmaster, stopPostmaster } from './postmaster.ts';
import { loadOrCreateSecret, randomSecret } from './secret-file.ts';
import { withFolderLock } from './start-lock.ts';

/** A PostgreSQL of our own, in a folder, on loopback. */
export interface EmbeddedPostgres {
  /** The administrator's URL; `database` defaults to `postgres`. */
  readonly urlOf: (database?: string) => string;
  /** Whether it was running already. */
  readonly isReused: boolean;
  /** Leaves; the last user to leave shuts the server down. Who has left stays gone: a second call does nothing. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Whether a commit waits for the disk; only tests do without. */
  readonly isDurable?: boolean;
  /** A port to listen on; when it turns out to be taken, another is asked for. */
  readonly findPort?: () => Promise<number>;
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs. Survives its own kill -9 (the next start
 * recovers) and that of the process that started it (the next start finds it). Processes may start together.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  isDurable = true,
  findPort = findFreePort,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  return withFolderLock(folder, async () => {
    const password = await loadOrCreateSecret(join(folder, 'postgres-password'), randomSecret);
    const cluster = await openCluster(folder, password);
    const running = await findRunning(cluster, password);
    const address = running ?? (await startPostmaster({ cluster, password, isDurable, findPort }));
    log.info({ port: address.port, isReused: running !== undefined }, 'PostgreSQL is up');
    const holder = await hold(address, log);
    let leaving: Promise<void> | undefined;
    return {
      urlOf: (database) => adminUrl(address, database),
      isReused: running !== undefined,
      stop: () => (leaving ??= withFolderLock(folder, () => leave(cluster, holder, log))),
    };
  });
}

/** The administrator's URL of the hub's own database there; it is left again when the process stops. */
export async function startEmbedded(dataDir: string, log: Log, stops: Stop[]): Promise<string> {
  const starting = startEmbeddedPostgres({ dataDir, log });
  stops.push(() => starting.then(({ stop }) => stop())); // before it runs: a signal may come while it starts
  return (await starting).urlOf('hub');
}

async function leave(cluster: Cluster, holder: Holder, log: Log): Promise<void> {
  const others = await holder.release();
  if (others === 0) await stopPostmaster(cluster);
  log.info({ others }, 'left PostgreSQL');
}
