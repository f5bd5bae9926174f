import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { hasCode } from './secret-file.ts';

/** How PostgreSQL, which refuses to run as root, is started from here. */
export interface Runner {
  /** The user who must own the data as this process sees it. */
  readonly owner: number;
  readonly start: (program: string, args: readonly string[], output: number) => ChildProcess;
}

/** nobody/nogroup: exists everywhere, owns nothing. */
const nobody = 65_534;

/**
 * An ordinary user starts programs as himself. Root starts them as nobody; where nobody cannot reach the programs or the
 * folder (a checkout below a 0700 home), root puts them into a user name space in which root itself is called nobody. So
 * does a user whom the system has no name for (a container's arbitrary uid): initdb refuses to run as one.
 */
export function chooseRunner(paths: readonly string[]): Runner {
  const user = process.getuid?.() ?? nobody;
  if (user !== 0 && hasName()) {
    return { owner: user, start: (program, args, output) => launch(program, args, output) };
  }
  if (user === 0 && paths.every(canNobodyReach)) {
    return {
      owner: nobody,
      start: (program, args, output) => launch(program, args, output, { uid: nobody, gid: nobody }),
    };
  }
  const asNobody = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];
  return {
    owner: user,
    start: (program, args, output) => launch('unshare', [...asNobody, program, ...args], output),
  };
}

/** Gives a folder with everything in it to the runner's user; cheap when it is his already. */
export function giveTo(runner: Runner, folder: string): void {
  if (process.getuid?.() !== 0 || lstatSync(folder).uid === runner.owner) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    own(runner, join(folder, name));
  own(runner, folder);
}

function own(runner: Runner, path: string): void {
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, runner.owner, runner.owner);
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch (error) {
    if (hasCode(error, 'ERR_SYSTEM_ERROR')) return false;
    throw error;
  }
}

const canNobodyReach = (path: string): boolean =>
  spawnSync('/usr/bin/test', ['-x', path], { uid: nobody, gid: nobody, stdio: 'ignore' }).status === 0;

/** The server needs nothing of our environment, which holds keys, and whoever runs as nobody may read the server's. */
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/** In a session of its own, so that Ctrl-C in the terminal does not reach it before we shut it down in order. */
function launch(
  program: string,
  args: readonly string[],
  output: number,
  identity: { readonly uid?: number; readonly gid?: number } = {},
): ChildProcess {
  return spawn(program, args, {
    ...identity,
    env: environment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  });
}
