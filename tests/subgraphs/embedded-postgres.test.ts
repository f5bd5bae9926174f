import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findFreePort } from '../../subgraphs/kit/database/cluster.ts';
import { startEmbeddedPostgres } from '../../subgraphs/kit/database/embedded.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import {
  clearDataFolder,
  hasPidFile,
  makeDataFolder,
  pidFileOf,
  pidOf,
  serversOf,
  waitUntil,
} from '../support/database-process.ts';

/** The ports that the launcher believes to be free before it asks the system. */
const believedFree: number[] = [];
const chosen: number[] = [];
const findPort = async (): Promise<number> => {
  const port = believedFree.shift() ?? (await findFreePort());
  chosen.push(port);
  return port;
};

let folder: string;
let neighbour: string;
beforeEach(async () => {
  [folder, neighbour] = [await makeDataFolder(), await makeDataFolder()];
  chosen.length = 0;
});
afterEach(async () => {
  for (const used of [folder, neighbour]) await clearDataFolder(used);
});

const start = (dataDir: string) =>
  startEmbeddedPostgres({ dataDir, log: createLog('tests'), isDurable: false, findPort });

const portOf = (url: string): number => Number(new URL(url).port);

async function listen(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return { server, port: address.port };
}

describe('the embedded PostgreSQL beside strangers', () => {
  it('takes another port when somebody took its own before it started, and does not wait a minute', async () => {
    const others = [await listen(), await listen()];
    believedFree.push(...others.map(({ port }) => port));
    const begun = performance.now();
    const postgres = await start(folder);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(chosen.slice(0, 2)).toEqual(others.map(({ port }) => port));
    expect(portOf(postgres.urlOf())).toBe(chosen[2]);
    await postgres.stop();
    for (const { server } of others) server.close();
    expect([serversOf(folder), hasPidFile(folder)]).toEqual([[], false]);
  });

  it('does not take for its own another server that got pid and port of its killed one', async () => {
    const [killed, other] = [await start(folder), await start(neighbour)];
    const pid = pidOf(folder);
    process.kill(pid, 'SIGKILL');
    await waitUntil(() => !serversOf(folder).includes(pid));
    const left = (await readFile(pidFileOf(folder), 'utf8')).split('\n');
    [left[0], left[3]] = [String(pidOf(neighbour)), String(portOf(other.urlOf()))];
    await writeFile(pidFileOf(folder), left.join('\n'));
    const again = await start(folder);
    const served = await withClient(again.urlOf(), (client) => client.query('show data_directory'));
    expect([again.isReused, served.rows]).toEqual([false, [{ data_directory: `${folder}/postgres` }]]);
    await Promise.all([killed.stop(), again.stop()]);
    expect([serversOf(folder), serversOf(neighbour).includes(pidOf(neighbour))]).toEqual([[], true]);
    await other.stop();
  });
});
