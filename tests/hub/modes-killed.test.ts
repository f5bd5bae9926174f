import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { registry } from '../../schema/registry.ts';
import { urlOfDatabase, withClient } from '../../subgraphs/kit/database/roles.ts';
import { processesNaming, start, statusOf, until, type Running } from '../support/processes.ts';

/** Large enough that its loading is seen under way. */
const scale = '0.01';

let dataDir: string;
const running: Running[] = [];

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-modes-killed-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.end('SIGTERM')));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function startHub(): Running {
  const hub = start(['node', 'gateway/main.ts', '--all-in-one'], {
    HUB_DATA_DIR: dataDir,
    PORT: '0',
    SEED_SCALE: scale,
  });
  running.push(hub);
  return hub;
}

/** The administrator's URL of the embedded server, as its own files tell. */
function serverUrl(): string {
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8');
  return `postgres://postgres:${password}@127.0.0.1:${port.trim()}/postgres`;
}

/** Waits until a table is being filled. Asks in quick succession: at this size a table is full in a blink. */
async function untilCopying(hub: Running): Promise<void> {
  await withClient(serverUrl(), async (client) => {
    const end = Date.now() + 20_000;
    for (;;) {
      const { rowCount } = await client.query(
        'select from pg_stat_progress_copy where tuples_processed > 0 limit 1',
      );
      if (rowCount === 1) return;
      if (Date.now() > end || readyUrlOf(hub) !== null)
        throw new Error(`No load was seen under way: ${hub.errors()}`);
      await sleep(3);
    }
  });
}

/** The rows that each table holds, and those that its load wrote down, by table. */
async function rowsOfHub(): Promise<readonly [Record<string, number>, Record<string, number>]> {
  const [found, promised]: [Record<string, number>, Record<string, number>] = [{}, {}];
  await withClient(urlOfDatabase(serverUrl(), 'hub'), async (client) => {
    for (const { name } of registry) {
      const { rows } = await client.query<{ rows: Record<string, number> }>(
        `select rows from ${name}.hub_seed`,
      );
      expect(rows).toHaveLength(1);
      for (const [table, count] of Object.entries(rows[0]?.rows ?? {})) {
        const counted = await client.query<{ count: number }>(
          `select count(*)::int as count from ${client.escapeIdentifier(name)}.${client.escapeIdentifier(table)}`,
        );
        found[`${name}.${table}`] = counted.rows[0]?.count ?? -1;
        promised[`${name}.${table}`] = count;
      }
    }
  });
  return [found, promised];
}

const readyUrlOf = (hub: Running): string | null => {
  const address = /The hub answers at (\S+)\/graphql/.exec(hub.output())?.[1];
  return address === undefined ? null : `${address}/health/ready`;
};

async function untilReady(hub: Running): Promise<void> {
  await until(async () => {
    const url = readyUrlOf(hub);
    return hub.child.exitCode !== null || (url !== null && (await statusOf(url)) === 200);
  }, hub.errors);
  expect([hub.child.exitCode, hub.errors()]).toEqual([null, expect.any(String)]);
}

/** In this order: each start finds what the one before left. */
describe('a hub that was killed while it loaded its data', () => {
  it('had not said that it was ready', async () => {
    const hub = startHub();
    await until(() => hub.errors().includes('PostgreSQL is up'), hub.errors);
    await untilCopying(hub);
    expect(await hub.end('SIGKILL')).toBeNull();
    expect(readyUrlOf(hub)).toBeNull();
  });

  it('loads at its next start what is missing: each table has the rows that its load wrote down', async () => {
    const hub = startHub();
    await untilReady(hub);
    const [found, promised] = await rowsOfHub();
    expect(found).toEqual(promised);
    expect(Object.values(found).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10_000);
    expect(hub.output()).toContain('"name": "林美华"');
    expect(await hub.end()).toBe(0);
    expect(processesNaming(dataDir)).toEqual([]);
  });
});
