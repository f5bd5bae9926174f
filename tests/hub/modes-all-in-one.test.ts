import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { registry } from '../../schema/registry.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { headersOf } from '../support/callers.ts';
import { reservePorts } from '../support/ports.ts';
import { processesNaming, start, statusOf, until, type Running } from '../support/processes.ts';

let dataDir: string;
let port: number;
const running: Running[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-modes-'));
  [port = 0] = reservePorts(1);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.end('SIGTERM')));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function startHub(
  environment: Readonly<Record<string, string>> = {},
  command: readonly string[] = ['node', 'gateway/main.ts', '--all-in-one'],
): Running {
  const hub = start(command, {
    HUB_DATA_DIR: dataDir,
    PORT: String(port),
    SEED_SCALE: '0.001',
    ...environment,
  });
  running.push(hub);
  return hub;
}

const url = (path: string): string => `http://127.0.0.1:${port}${path}`;
const isReady = async (): Promise<boolean> => (await statusOf(url('/health/ready'))) === 200;

/** Seconds of computing that a process has used: unlike a clock, not more when its neighbours are busy. */
function computed({ child }: Running): number {
  const fields = readFileSync(`/proc/${child.pid ?? 0}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** When each subgraph's data was loaded. */
async function loadTimes(): Promise<readonly unknown[]> {
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8');
  return withClient(`postgres://postgres:${password}@127.0.0.1:${port.trim()}/hub`, async (client) => {
    const times = registry.map(({ name }) => `select loaded_at::text from ${name}.hub_seed`);
    return (await client.query<{ loaded_at: string }>(times.join(' union all '))).rows;
  });
}

let loadedAt: readonly unknown[] = [];

/** In this order: each start finds what the one before left. */
describe('npm start', () => {
  it('tells all faults of the environment at once, repeats no secret and leaves nothing', async () => {
    const hub = startHub({
      PORT: 'much',
      SEED_SCALE: '7',
      DATABASE_URL: 'mysql://u:hush@h/d',
      IDENTIFIER_KEY: 'hush',
    });
    expect(await hub.ended).toBe(1);
    for (const name of ['PORT', 'SEED_SCALE', 'DATABASE_URL', 'IDENTIFIER_KEY'])
      expect(hub.errors()).toContain(`${name}: expected`);
    expect(hub.errors()).not.toContain('hush');
    expect(processesNaming(dataDir)).toEqual([]);
  });

  it('is alive at once, answers nothing before its data is complete, then shows a portrait', async () => {
    const hub = startHub();
    await until(async () => (await statusOf(url('/health/live'))) === 200, hub.errors);
    expect(await statusOf(url('/health/ready'))).toBe(503);
    const body = JSON.stringify({ query: '{ departments { code } }' });
    const early = await fetch(url('/graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([early.status, await early.json()]).toEqual([
      503,
      { errors: [expect.objectContaining({ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } })] },
    ]);
    await until(isReady, hub.errors);
    expect(hub.output()).toContain('"name": "林美华"');
    expect(hub.output()).toContain(`The hub answers at http://127.0.0.1:${port}/graphql`);
    expect(hub.errors()).toContain('tokens of the development issuer are taken');
    expect(
      await statusOf(url('/graphql'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    ).toBe(401);
    const headers = await headersOf({ dataDir });
    expect(await statusOf(url('/graphql'), { method: 'POST', headers, body })).toBe(200);
    loadedAt = await loadTimes();
    expect(loadedAt).toHaveLength(registry.length);
    expect(await hub.end('SIGTERM')).toBe(0);
    expect(processesNaming(dataDir)).toEqual([]);
  });

  it('starts again in less than five seconds of work and loads nothing; Ctrl-C leaves nothing behind', async () => {
    const hub = startHub();
    await until(isReady, hub.errors);
    expect(computed(hub)).toBeLessThan(5);
    expect(await loadTimes()).toEqual(loadedAt);
    expect(await hub.end('SIGINT')).toBe(0);
    expect(processesNaming(dataDir)).toEqual([]);
  });

  it('refuses another SEED_SCALE, says what to do and leaves nothing', async () => {
    const hub = startHub({ SEED_SCALE: '0.002' });
    expect(await hub.ended).toBe(1);
    expect(hub.errors()).toContain('npm run seed -- --replace');
    expect(processesNaming(dataDir)).toEqual([]);
  });

  it('refuses another key than the one its numbers are kept under', async () => {
    const hub = startHub({ IDENTIFIER_KEY: 'ab'.repeat(32) });
    expect(await hub.ended).toBe(1);
    expect(hub.errors()).toContain('IDENTIFIER_KEY');
    expect(hub.errors()).not.toContain('abab');
    expect(processesNaming(dataDir)).toEqual([]);
  });

  it('says so when its port is taken, and leaves the other alone, which ends when npm is told to', async () => {
    const first = startHub({}, ['npm', 'start']);
    await until(isReady, first.errors);
    const second = startHub();
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(new RegExp(`^listen EADDRINUSE: .*127\\.0\\.0\\.1:${port}$`, 'm'));
    expect(await isReady()).toBe(true);
    await first.end('SIGTERM');
    await until(() => processesNaming(dataDir).length === 0, first.errors);
    expect(first.errors()).toContain('left PostgreSQL');
  });
});
