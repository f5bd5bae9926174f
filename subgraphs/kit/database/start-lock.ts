import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './secret-file.ts';

const retryMs = 50;
const patienceMs = 180_000;

/**
 * Runs one piece of work at a time over all processes of this machine that name the same folder. The lock is a socket in
 * Linux' abstract name space: the kernel lets it go with its process, so a kill -9 leaves no stale lock to judge.
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  const release = await acquire(`\0portrait-hub-${name}`);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(path: string): Promise<() => Promise<void>> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const release = await tryListen(path);
    if (release) return release;
    if (Date.now() > until)
      throw new Error('Another process has held the database folder for three minutes.');
    await sleep(retryMs);
  }
}

function tryListen(path: string): Promise<(() => Promise<void>) | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (hasCode(error, 'EADDRINUSE')) resolve(null);
      else reject(error);
    });
    server.listen(path, () => {
      resolve(() => new Promise((closed) => server.close(() => closed())));
    });
  });
}
