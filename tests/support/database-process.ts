import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that uses the embedded PostgreSQL of a data folder, and leaves it on SIGTERM. */
export interface DatabaseProcess {
  readonly child: ChildProcess;
  /** The first line it prints: whether it joined a running server, or why it failed. */
  readonly outcome: Promise<string>;
  /** What it logged so far. */
  readonly logged: () => string;
  /** Lets it leave in order; gives its exit code. */
  readonly leave: () => Promise<number | null>;
  readonly kill: () => Promise<void>;
}

const launcher = new URL('../../subgraphs/kit/database/embedded.ts', import.meta.url).href;
const log = new URL('../../subgraphs/kit/log.ts', import.meta.url).href;

const program = `
import { startEmbeddedPostgres } from ${JSON.stringify(launcher)};
import { createLog } from ${JSON.stringify(log)};
const options = { dataDir: process.argv[1], log: createLog('test'), isDurable: false };
try {
  const postgres = await startEmbeddedPostgres(options);
  process.on('SIGTERM', () => postgres.stop().then(() => process.exit(0), () => process.exit(1)));
  console.log(postgres.isReused ? 'joined' : 'started');
  setInterval(() => undefined, 1_000);
} catch (error) {
  console.log(error.message);
  process.exit(2);
}`;

/** Starts such a process, as another user where one is given. */
export function startDatabaseProcess(
  dataDir: string,
  { uid, environment = {} }: { readonly uid?: number; readonly environment?: Record<string, string> } = {},
): DatabaseProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'trace', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let printed = '';
  let logged = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (logged += text));
  const exited = once(child, 'exit');
  const outcome = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes('\n')) resolve(printed.split('\n')[0] ?? '');
    });
    void exited.then(() => resolve(`ended: ${printed}${logged}`));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    child,
    outcome,
    logged: () => logged,
    leave: () => end('SIGTERM').then(() => child.exitCode),
    kill: () => end('SIGKILL'),
  };
}

/** A data folder of the test's own, everybody may pass through it unless a mode says otherwise. */
export async function makeDataFolder({
  uid,
  mode = 0o755,
}: { uid?: number; mode?: number } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-database-'));
  await chmod(folder, mode);
  if (uid !== undefined) await chown(folder, uid, uid);
  return folder;
}

/** Ends whatever still runs on a data folder, and removes it. */
export async function clearDataFolder(folder: string): Promise<void> {
  for (const pid of serversOf(folder)) process.kill(pid, 'SIGKILL');
  await waitUntil(() => serversOf(folder).length === 0);
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** The pids of all programs of PostgreSQL that name the folder, as the system's own list has them. */
export function serversOf(folder: string): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  return pids.filter((pid) => isServer(commandOf(pid), folder)).map(Number);
}

const isServer = (command: readonly string[], folder: string): boolean =>
  /\/(postgres|initdb)$/.test(command[0] ?? '') && command.some((word) => word.startsWith(folder));

function commandOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it ended while we looked
  }
}

/** The pid that the server of a folder wrote down. */
export const pidFileOf = (folder: string): string => join(folder, 'postgres', 'postmaster.pid');

export function pidOf(folder: string): number {
  return Number(readFileSync(pidFileOf(folder), 'utf8').split('\n')[0]);
}

/** Waits, not for ever, until something holds. */
export async function waitUntil(holds: () => boolean, withinMs = 10_000): Promise<void> {
  const until = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > until) throw new Error(`Not so within ${withinMs} ms: ${holds.toString()}`);
    await sleep(5);
  }
}

export const hasPidFile = (folder: string): boolean => existsSync(pidFileOf(folder));
