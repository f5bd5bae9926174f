import { spawnSync } from 'node:child_process';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  clearDataFolder,
  makeDataFolder,
  pidOf,
  serversOf,
  startDatabaseProcess,
} from '../support/database-process.ts';

const nobody = 65_534;
/** `daemon` on every Linux; and a number that no system gives a name to. */
const [named, nameless] = [1, 54_321];
const isRoot = process.getuid?.() === 0;
const checkout = new URL('../..', import.meta.url).pathname;
const canOthersReadCheckout =
  isRoot &&
  spawnSync('/usr/bin/test', ['-r', join(checkout, 'package.json')], { uid: named, gid: named }).status === 0;

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await clearDataFolder(folder);
});

/** Starts and leaves the server of a folder; gives who runs it and who owns its data. */
const tryAs = async (folder: string, uid?: number): Promise<readonly number[]> => {
  const user = startDatabaseProcess(folder, uid === undefined ? {} : { uid });
  expect(await user.outcome).toBe('started');
  const owners = [`/proc/${pidOf(folder)}`, join(folder, 'postgres')].map(
    async (path) => (await stat(path)).uid,
  );
  const found = await Promise.all(owners);
  expect([await user.leave(), serversOf(folder)]).toEqual([0, []]);
  return found;
};

const makeFolder = async (options: { uid?: number; mode?: number } = {}): Promise<string> => {
  const folder = await makeDataFolder(options);
  folders.push(folder);
  return folder;
};

if (isRoot) {
  describe('the embedded PostgreSQL, started by root', () => {
    it('runs in a name space of its own where nobody cannot reach the folder', async () => {
      const home = await makeFolder({ mode: 0o700 });
      const folder = join(home, 'data');
      await mkdir(folder);
      expect(await tryAs(folder)).toEqual([0, 0]);
    });

    it('runs as nobody where he can reach programs and folder, else in a name space', async () => {
      const expected = canOthersReadCheckout ? nobody : 0;
      expect(await tryAs(await makeFolder())).toEqual([expected, expected]);
    });

    it('starts again after its folder was closed to others', async () => {
      const folder = await makeFolder();
      await tryAs(folder);
      await chmod(folder, 0o700);
      expect(await tryAs(folder)).toEqual([0, 0]);
    });
  });
} else {
  describe('the embedded PostgreSQL, started by an ordinary user', () => {
    it('runs as that user', async () => {
      const user = process.getuid?.() ?? -1;
      expect(await tryAs(await makeFolder())).toEqual([user, user]);
    });
  });
}

if (canOthersReadCheckout) {
  describe('the embedded PostgreSQL, started by somebody else', () => {
    it('runs as a user whom the system has no name for', async () => {
      expect(await tryAs(await makeFolder({ uid: nameless, mode: 0o700 }), nameless)).toEqual([
        nameless,
        nameless,
      ]);
    });

    it('runs as an ordinary user', async () => {
      expect(await tryAs(await makeFolder({ uid: named, mode: 0o700 }), named)).toEqual([named, named]);
    });
  });
}
