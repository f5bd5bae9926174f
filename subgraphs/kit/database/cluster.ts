import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findBinaries } from './binaries.ts';
import { chooseRunner, giveTo, type Runner } from './run-as.ts';

/** A folder with a PostgreSQL cluster in it. */
export interface Cluster {
  readonly folder: string;
  readonly runner: Runner;
  readonly postgres: string;
  readonly output: string;
}

/**
 * The cluster below a data folder, made when there is none. It is made beside its place and renamed into it, so a kill
 * in the middle leaves nothing that looks like a cluster.
 */
export async function openCluster(dataDir: string, password: string): Promise<Cluster> {
  const { initdb, postgres } = findBinaries();
  const folder = join(dataDir, 'postgres');
  const output = join(dataDir, 'postgres.log');
  const runner = chooseRunner([postgres, dataDir]);
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith('postgres.new'))) {
    // The initdb of a killed process may still be writing there: what it writes now, the next start removes.
    rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise({ initdb, folder, output, runner, password });
  return { folder, runner, postgres, output };
}

async function initialise(options: {
  readonly initdb: string;
  readonly folder: string;
  readonly output: string;
  readonly runner: Runner;
  readonly password: string;
}): Promise<void> {
  const { initdb, folder, output, runner, password } = options;
  // A name of its own: an initdb that outlived its process must not write into this one.
  const draft = mkdtempSync(`${folder}.new-`);
  const secret = join(draft, 'password');
  const data = join(draft, 'data');
  writeFileSync(secret, password, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  giveTo(runner, draft);
  const args = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--auth=scram-sha-256', `--pwfile=${secret}`];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const log = openSync(output, 'a', 0o600);
  const child = runner.start(initdb, [...args, ...locale], log);
  closeSync(log);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('exit', resolve),
  );
  if (code !== 0) throw new Error('initdb failed; postgres.log in the data directory says why.');
  renameSync(data, folder);
  rmSync(draft, { recursive: true });
}

/** A port that nobody listens on now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
