import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { hasCode } from './secret-file.ts';

/** The server that runs on a cluster, as its own pid file tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it says that it takes connections; it says so only when the port is its own. */
  readonly isReady: boolean;
}

/**
 * The server that runs on a cluster now. PostgreSQL writes pid, port and state before anybody can reach it, so that a
 * server is found again however early the process that started it was killed.
 */
export function findPostmaster(cluster: Cluster): Postmaster | undefined {
  const [pid, , , port, , , , status] = readText(pidFile(cluster))?.split('\n') ?? [];
  const postmaster = { pid: Number(pid), port: Number(port), isReady: status?.trim() === 'ready' };
  return postmaster.pid > 0 && isRunning(postmaster.pid, cluster) ? postmaster : undefined;
}

/** Removes what a killed server left: PostgreSQL takes a zombie, or a stranger with the same pid, for a live one. */
export function removeStalePidFile(cluster: Cluster): void {
  if (!findPostmaster(cluster)) rmSync(pidFile(cluster), { force: true });
}

/** Whether the pid is that of a server of this cluster. A number alone proves nothing: the system gives it out again. */
export function isRunning(pid: number, cluster: Cluster): boolean {
  // The command line of a zombie is empty.
  return readText(`/proc/${pid}/cmdline`)?.split('\0').includes(cluster.folder) ?? false;
}

const pidFile = (cluster: Cluster): string => join(cluster.folder, 'postmaster.pid');

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return undefined;
    throw error;
  }
}
