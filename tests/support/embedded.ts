import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const script = fileURLToPath(new URL('./embedded-child.ts', import.meta.url));

/** A process that uses the embedded server of a folder. */
export interface EmbeddedUser {
  readonly url: string;
  readonly isReused: boolean;
  readonly child: ChildProcess;
  /** Leaves in order. */
  readonly leave: () => Promise<void>;
}

/** Starts a process that starts or joins the server of a folder, as another user where one is given. */
export async function startUser(dataDir: string, uid?: number): Promise<EmbeddedUser> {
  const identity = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [script, dataDir], {
    ...identity,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LOG_LEVEL: 'silent', HOME: dataDir },
  });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const failed = once(child, 'exit').then(() => {
    throw new Error(`the user of the server ended: ${errors.join('')}`);
  });
  const said = once(createInterface(child.stdout), 'line') as Promise<string[]>;
  const [line = ''] = await Promise.race([said, failed]);
  failed.catch(() => undefined);
  const { url, isReused } = JSON.parse(line) as { url: string; isReused: boolean };
  return {
    url,
    isReused,
    child,
    leave: async () => {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}

/** The server's process of a folder, or null when none runs. */
export function postmasterOf(dataDir: string): number | null {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const isAlive = existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  return isAlive ? pid : null;
}

/** Waits until something holds; fails after ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (holds()) return;
    await sleep(50);
  }
  throw new Error('what was waited for did not come');
}

/** Runs one statement and gives its first row. */
export async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows[0];
  } finally {
    await client.end();
  }
}
