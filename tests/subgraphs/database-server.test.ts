import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../subgraphs/kit/database/embedded.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import {
  clearDataFolder,
  hasPidFile,
  makeDataFolder,
  pidFileOf,
  pidOf,
  serversOf,
  startDatabaseProcess,
  waitUntil,
} from '../support/database-process.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeDataFolder();
});
afterEach(() => clearDataFolder(folder));

const start = (): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir: folder, log: createLog('tests'), isDurable: false });

const ask = (postgres: EmbeddedPostgres, statement: string): Promise<readonly unknown[]> =>
  withClient(postgres.urlOf(), async (client) => (await client.query(statement)).rows);

const killServer = async (): Promise<void> => {
  const pid = pidOf(folder);
  process.kill(pid, 'SIGKILL');
  await waitUntil(() => !serversOf(folder).includes(pid));
};

describe('the embedded PostgreSQL, when something was killed', () => {
  it('stops in order although its server was killed', async () => {
    const postgres = await start();
    await killServer();
    await expect(postgres.stop()).resolves.toBeUndefined();
  });

  it('never signals a stranger who got the pid of its killed server', async () => {
    const postgres = await start();
    await killServer();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    const ended = once(stranger, 'exit');
    const pidFile = await readFile(pidFileOf(folder), 'utf8');
    await writeFile(pidFileOf(folder), pidFile.replace(/^\d+/, String(stranger.pid)));
    await postgres.stop();
    const again = await start();
    await again.stop();
    stranger.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('has what was committed before its server was killed', async () => {
    const postgres = await start();
    await ask(postgres, 'create table kept as select 7 as a');
    await killServer();
    const again = await start();
    expect([again.isReused, await ask(again, 'select a from kept')]).toEqual([false, [{ a: 7 }]]);
    await Promise.all([postgres.stop(), again.stop()]);
    expect(serversOf(folder)).toEqual([]);
  });

  it('joins the server of a process that was killed before that server was ready', async () => {
    await (await start()).stop();
    const killed = startDatabaseProcess(folder);
    await waitUntil(() => hasPidFile(folder));
    await killed.kill();
    const postgres = await start();
    expect(postgres.isReused).toBe(true);
    await postgres.stop();
    expect(serversOf(folder)).toEqual([]);
  });

  it('joins the server of a process that was killed while it used it, and counts it no longer', async () => {
    const killed = startDatabaseProcess(folder);
    expect(await killed.outcome).toBe('started');
    await killed.kill();
    const postgres = await start();
    expect(postgres.isReused).toBe(true);
    await postgres.stop();
    expect([serversOf(folder), hasPidFile(folder)]).toEqual([[], false]);
  });

  it('begins again where a process was killed in the middle of initdb, although that initdb lives on', async () => {
    const killed = startDatabaseProcess(folder);
    await waitUntil(() => serversOf(folder).length > 0);
    await killed.kill();
    const postgres = await start();
    expect(await ask(postgres, 'select 1 as a')).toEqual([{ a: 1 }]);
    await postgres.stop();
    await waitUntil(() => serversOf(folder).length === 0); // the orphan too
    await (await start()).stop();
    expect((await readdir(folder)).toSorted()).toEqual(['postgres', 'postgres-password', 'postgres.log']);
  });
});

describe('the embedded PostgreSQL and its users', () => {
  it('says so at once when the kept password is not that of the running server', async () => {
    const postgres = await start();
    await writeFile(join(folder, 'postgres-password'), 'another');
    await expect(start()).rejects.toThrow('postgres-password in the data directory is not the password');
    await postgres.stop();
  });

  it('keeps serving the others when one stops twice', async () => {
    const [one, other] = [await start(), await start()];
    await one.stop();
    await one.stop();
    expect(await ask(other, 'select 1 as a')).toEqual([{ a: 1 }]);
    await other.stop();
  });

  it('keeps serving the others when one leaves whose connection was lost', async () => {
    const [one, other] = [await start(), await start()];
    await ask(
      other,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-holder'
       order by backend_start limit 1`,
    );
    await one.stop();
    expect(await ask(other, 'select 1 as a')).toEqual([{ a: 1 }]);
    await other.stop();
    expect(serversOf(folder)).toEqual([]);
  });

  it('ends with its last user although the connections he closed are there for a moment longer', async () => {
    const postgres = await start();
    await ask(postgres, "create role closing_runtime login password 'closing'");
    const url = new URL(postgres.urlOf());
    [url.username, url.password] = ['closing_runtime', 'closing'];
    const pool = new pg.Client({ connectionString: url.href });
    await pool.connect();
    const [stopped] = await Promise.all([postgres.stop(), sleep(500).then(() => pool.end())]);
    expect([stopped, serversOf(folder)]).toEqual([undefined, []]);
  });

  it('is one server for four processes that start together, until the last of them leaves', async () => {
    const users = [1, 2, 3, 4].map(() => startDatabaseProcess(folder));
    const outcomes = await Promise.all(users.map(({ outcome }) => outcome));
    expect(outcomes.toSorted()).toEqual(['joined', 'joined', 'joined', 'started']);
    expect(serversOf(folder)).toHaveLength(1);
    const codes = await Promise.all(users.map(({ leave }) => leave()));
    expect([codes, serversOf(folder), hasPidFile(folder)]).toEqual([[0, 0, 0, 0], [], false]);
  });
});

describe("the embedded PostgreSQL's secrets", () => {
  it('stay out of the log, out of its output and out of the sight of other users', async () => {
    const user = startDatabaseProcess(folder);
    expect(await user.outcome).toBe('started');
    await user.leave();
    const password = await readFile(join(folder, 'postgres-password'), 'utf8');
    expect(user.logged() + (await readFile(join(folder, 'postgres.log'), 'utf8'))).not.toContain(password);
    expect((await stat(join(folder, 'postgres-password'))).mode & 0o777).toBe(0o600);
  });

  it('of the process that starts it do not reach its environment', async () => {
    const user = startDatabaseProcess(folder, { environment: { IDENTIFIER_KEY: 'a key of the hub' } });
    await user.outcome;
    const environment = await readFile(`/proc/${pidOf(folder)}/environ`, 'utf8');
    expect(environment.split('\0').filter(Boolean).toSorted()).toEqual([
      'LC_ALL=C',
      expect.stringMatching(/^PATH=/),
    ]);
    await user.leave();
  });
});
