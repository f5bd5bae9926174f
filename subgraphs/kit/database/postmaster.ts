import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.ts';
import { findPostmaster, isRunning, removeStalePidFile } from './pid-file.ts';
import { giveTo } from './run-as.ts';
import { hasCode } from './secret-file.ts';

const patienceMs = 60_000;
const pollMs = 25;

/** A server as one reaches it. */
export interface Address {
  readonly port: number;
  readonly password: string;
}

/** The administrator's URL of a database of the embedded server. */
export const adminUrl = ({ port, password }: Address, database = 'postgres'): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

/** The running server of a cluster, waited for while it starts, recovers or shuts down; undefined when none runs. */
export async function findRunning(cluster: Cluster, password: string): Promise<Address | undefined> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const postmaster = findPostmaster(cluster);
    if (!postmaster) return undefined;
    const address = { port: postmaster.port, password };
    // How long recovery takes depends on the data, so only a server that calls itself ready can be late.
    if (postmaster.isReady && (await isOurs(cluster, address, until))) return address;
    await sleep(pollMs);
  }
}

/** Starts the server of a cluster on which none runs, and waits until it answers. */
export async function startPostmaster({
  cluster,
  password,
  isDurable,
  findPort,
}: {
  readonly cluster: Cluster;
  readonly password: string;
  readonly isDurable: boolean;
  readonly findPort: () => Promise<number>;
}): Promise<Address> {
  giveTo(cluster.runner, cluster.folder);
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    removeStalePidFile(cluster);
    // Another port each time: somebody may take the one that was free a moment ago.
    await launch(cluster, await findPort(), isDurable, until);
    const address = await findRunning(cluster, password);
    if (address) return address;
    // Children of a killed postmaster may hold its shared memory for a moment: the next try finds them gone.
    await sleep(500);
  }
  throw new Error('PostgreSQL does not start; postgres.log in the data directory says why.');
}

/** Shuts the server down in order, and waits until it is gone. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const pid = findPostmaster(cluster)?.pid;
  if (pid === undefined || (await hasEndedBy(pid, cluster, 'SIGINT', patienceMs))) return;
  if (await hasEndedBy(pid, cluster, 'SIGQUIT', 10_000)) return;
  throw new Error('PostgreSQL does not stop.');
}

/** Runs the server until it has a pid file, from which others find it, or has ended. */
async function launch(cluster: Cluster, port: number, isDurable: boolean, until: number): Promise<void> {
  const log = openSync(cluster.output, 'a', 0o600);
  const args = Object.entries(settings(port, isDurable)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = cluster.runner.start(cluster.postgres, ['-D', cluster.folder, ...args], log);
  closeSync(log);
  child.unref();
  const state = { hasEnded: false };
  for (const event of ['exit', 'error']) child.once(event, () => (state.hasEnded = true));
  while (!state.hasEnded && !findPostmaster(cluster) && Date.now() < until) await sleep(pollMs);
}

const settings = (port: number, isDurable: boolean): Readonly<Record<string, string>> => ({
  listen_addresses: '127.0.0.1',
  port: String(port),
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '120',
  max_wal_size: '2GB',
  jit: 'off',
  fsync: isDurable ? 'on' : 'off',
  timezone: 'Asia/Shanghai',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic', // statements hold personal values
});

/** Whether the server at the address lets us in and serves this cluster; throws when it should by now and does not. */
async function isOurs(cluster: Cluster, address: Address, until: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl(address), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a server that dies while we ask answers by the query's own rejection
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory === cluster.folder) return true;
    throw new Error('Another PostgreSQL answers at the port of ours.');
  } catch (error) {
    if (hasCode(error, '28P01'))
      throw new Error('postgres-password in the data directory is not the password of its PostgreSQL.', {
        cause: error,
      });
    if (Date.now() > until) throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined); // it may never have connected
  }
}

async function hasEndedBy(
  pid: number,
  cluster: Cluster,
  signal: NodeJS.Signals,
  withinMs: number,
): Promise<boolean> {
  const until = Date.now() + withinMs;
  signalIfThere(pid, signal);
  while (isRunning(pid, cluster)) {
    if (Date.now() > until) return false;
    await sleep(pollMs);
  }
  return true;
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}
