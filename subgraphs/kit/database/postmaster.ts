import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.ts';
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

type Health = 'ours' | 'starting' | 'absent';

/** Whether a server answers at the address, and is the one of this cluster and not another that got its port. */
export async function probe(cluster: Cluster, address: Address): Promise<Health> {
  const client = new pg.Client({ connectionString: adminUrl(address), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // a server that dies while we ask answers by the query's own rejection
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === cluster.folder ? 'ours' : 'absent';
  } catch (error) {
    return hasCode(error, '57P03') ? 'starting' : 'absent';
  } finally {
    await client.end().catch(() => undefined); // it may never have connected
  }
}

/** Starts the server of a cluster and waits until it answers. */
export async function startPostmaster(cluster: Cluster, address: Address, isDurable: boolean): Promise<void> {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: '127.0.0.1',
    port: String(address.port),
    unix_socket_directories: '',
    shared_buffers: '128MB',
    max_connections: '120',
    max_wal_size: '2GB',
    jit: 'off',
    fsync: isDurable ? 'on' : 'off',
    timezone: 'Asia/Shanghai',
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic', // statements hold personal values
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const until = Date.now() + patienceMs;
  for (;;) {
    removeStalePidFile(cluster);
    const log = openSync(cluster.output, 'a', 0o600);
    const child = cluster.runner.start(cluster.postgres, ['-D', cluster.folder, ...args], log);
    closeSync(log);
    child.unref();
    const ended = new Promise<'ended'>((resolve) => {
      child.once('exit', () => resolve('ended'));
      child.once('error', () => resolve('ended'));
    });
    if ((await Promise.race([ended, untilReady(cluster, address, until)])) === 'ready') return;
    // Children of a killed postmaster may hold its shared memory for a moment: the next try finds them gone.
    if (Date.now() > until)
      throw new Error('PostgreSQL does not start; postgres.log in the data directory says why.');
    await sleep(500);
  }
}

/** Shuts the server down in order, and waits until it is gone. */
export async function stopPostmaster(cluster: Cluster, address: Address): Promise<void> {
  const pid = readPid(cluster);
  if (pid === undefined) return;
  const until = Date.now() + patienceMs;
  process.kill(pid, 'SIGINT');
  while (isRunning(pid, cluster) && Date.now() < until) await sleep(pollMs);
  if (isRunning(pid, cluster)) process.kill(pid, 'SIGQUIT');
  while ((await probe(cluster, address)) !== 'absent' && Date.now() < until + patienceMs) await sleep(pollMs);
}

async function untilReady(cluster: Cluster, address: Address, until: number): Promise<'ready' | 'late'> {
  while (Date.now() < until) {
    if ((await probe(cluster, address)) === 'ours') return 'ready';
    await sleep(pollMs);
  }
  return 'late';
}

/** PostgreSQL takes a zombie or a stranger that got the same pid for a live postmaster; /proc tells better. */
function removeStalePidFile(cluster: Cluster): void {
  const pid = readPid(cluster);
  if (pid !== undefined && !isRunning(pid, cluster))
    rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
}

function readPid(cluster: Cluster): number | undefined {
  const first = readText(join(cluster.folder, 'postmaster.pid'))?.split('\n')[0];
  const pid = Number(first);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function isRunning(pid: number, cluster: Cluster): boolean {
  // The command line of a zombie is empty.
  return readText(`/proc/${pid}/cmdline`)?.split('\0').includes(cluster.folder) ?? false;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return undefined;
    throw error;
  }
}
