import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, postmasterOf, startUser, until, type EmbeddedUser } from '../support/embedded.ts';

let dataDir: string;
const users: EmbeddedUser[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-embedded-'));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  for (const user of users.splice(0)) {
    if (user.child.exitCode === null && user.child.signalCode === null) await user.leave();
  }
  const pid = postmasterOf(dataDir);
  if (pid !== null) {
    process.kill(pid, 'SIGQUIT');
    await until(() => postmasterOf(dataDir) === null);
  }
  rmSync(dataDir, { recursive: true, force: true });
});

async function use(folder = dataDir, uid?: number): Promise<EmbeddedUser> {
  const user = await startUser(folder, uid);
  users.push(user);
  return user;
}

const remember = (url: string) => ask(url, 'create table if not exists kept as select 1 as value');
const recall = (url: string) => ask(url, 'select value from kept');
const isRoot = process.getuid?.() === 0;

describe('the embedded PostgreSQL', () => {
  it('goes with its last user and leaves nothing running', async () => {
    const [one, other] = [await use(), await use()];
    expect([one.isReused, other.isReused]).toEqual([false, true]);
    await one.leave();
    expect(postmasterOf(dataDir)).not.toBeNull();
    expect(await ask(other.url, 'select 1 as value')).toEqual({ value: 1 });
    await other.leave();
    expect(postmasterOf(dataDir)).toBeNull();
  });

  it('is one server for processes that start together', async () => {
    const started = await Promise.all([use(), use(), use(), use()]);
    expect(new Set(started.map(({ url }) => url)).size).toBe(1);
    expect(started.filter(({ isReused }) => !isReused)).toHaveLength(1);
  });

  it('survives its own kill -9', async () => {
    const { url } = await use();
    await remember(url);
    process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');
    const again = await use();
    expect(again.isReused).toBe(false);
    expect(await recall(again.url)).toEqual({ value: 1 });
  });

  it('survives the kill -9 of who started it, and is found by the next', async () => {
    const { url, child } = await use();
    await remember(url);
    child.kill('SIGKILL');
    await until(() => child.signalCode !== null);
    const next = await use();
    expect([next.isReused, next.url]).toEqual([true, url]);
    expect(await recall(next.url)).toEqual({ value: 1 });
    await next.leave();
    expect(postmasterOf(dataDir)).toBeNull();
  });

  it('repairs what a killed initdb left', async () => {
    mkdirSync(join(dataDir, 'postgres.new'));
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), 'half');
    const { url } = await use();
    expect(await ask(url, 'select 1 as value')).toEqual({ value: 1 });
  });

  it('takes no stranger on its former port for itself', async () => {
    const first = await use();
    await remember(first.url);
    await first.leave();
    const stranger = createServer((socket) => socket.end());
    stranger.listen(Number(new URL(first.url).port), '127.0.0.1');
    const second = await use();
    expect(second.url).not.toBe(first.url);
    expect(await recall(second.url)).toEqual({ value: 1 });
    stranger.close();
  });

  it('keeps its password to its owner', async () => {
    await use();
    expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  });
});

if (isRoot) {
  describe('started by root', () => {
    it('runs as nobody, who owns the data', async () => {
      await use();
      expect(statSync(`/proc/${postmasterOf(dataDir) ?? 0}`).uid).toBe(65_534);
      expect(statSync(join(dataDir, 'postgres')).uid).toBe(65_534);
    });

    it('runs below a folder that only root may enter', async () => {
      const closed = join(dataDir, 'closed', 'data');
      mkdirSync(closed, { recursive: true });
      chmodSync(join(dataDir, 'closed'), 0o700);
      const one = await use(closed);
      await remember(one.url);
      await one.leave();
      const again = await use(closed);
      expect(await recall(again.url)).toEqual({ value: 1 });
      await again.leave();
      expect(postmasterOf(closed)).toBeNull();
    });

    it('is none of root’s when an ordinary user starts it', async () => {
      const user = 54_321;
      chownSync(dataDir, user, user);
      const { url } = await use(dataDir, user);
      expect(await ask(url, 'select 1 as value')).toEqual({ value: 1 });
      expect(statSync(`/proc/${postmasterOf(dataDir) ?? 0}`).uid).toBe(user);
    });
  });
}
