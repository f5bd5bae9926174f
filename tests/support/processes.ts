import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A process of the project, and what it said. */
export interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** Sends a signal and waits for the end; gives the exit code, null when it was killed. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** What one process has compiled, the next one of the run finds: most of a start is reading the same modules. */
const compileCache = (): Readonly<Record<string, string>> => {
  const folder = process.env['HUB_TEST_DATA_DIR'];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: join(folder, 'compile-cache') };
};

/** Starts a command of the project (`node …` or `npm …`) with this environment and nothing of ours but PATH. */
export function start(
  [command, ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const child = spawn(command === 'npm' ? 'npm' : process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...compileCache(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    said.errors += chunk.toString();
    const log = process.env['LOG_FILE'];
    if (log !== undefined) appendFileSync(log, chunk);
  });
  const ended = once(child, 'exit').then(() => child.exitCode);
  return {
    child,
    output: () => said.output,
    errors: () => said.errors,
    ended,
    end: (signal = 'SIGTERM') => {
      if (child.exitCode === null) child.kill(signal);
      return ended;
    },
  };
}

/** The HTTP status of a URL, or null when nobody answers there. */
export async function statusOf(url: string, init?: RequestInit): Promise<number | null> {
  try {
    const response = await fetch(url, init);
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null; // nobody there
  }
}

/** Waits until something holds, a minute at most. */
export async function until(holds: () => Promise<boolean> | boolean, what: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await sleep(100);
  }
  throw new Error(`Waited a minute in vain: ${what()}`);
}

/** The command lines of processes that name a folder. */
export function processesNaming(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLineOf(pid))
    .filter((line) => line.includes(folder));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it has ended
  }
}
