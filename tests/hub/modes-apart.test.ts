import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { registry } from '../../schema/registry.ts';
import { cast } from '../../seeds/cast.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../subgraphs/kit/database/embedded.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { headersOf } from '../support/callers.ts';
import { operationOf } from '../support/operations.ts';
import { reservePorts } from '../support/ports.ts';
import { start, statusOf, until, type Running } from '../support/processes.ts';

interface Service {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

const file = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const names = [...registry.map(({ name }) => name), 'gateway'];

let dataDir: string;
let postgres: EmbeddedPostgres;
let services: Readonly<Record<string, Service>>;
const ports = new Map<string, number>();
const running = new Map<string, Running>();

/** The compose file's service as a process: its own command and environment, its hosts on this machine. */
function run(name: string): Running {
  const service = services[name];
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
  const process = start(service.command, { HUB_DATA_DIR: join(dataDir, name), ...service.environment });
  running.set(name, process);
  return process;
}

const urlOf = (name: string, path: string): string => `http://127.0.0.1:${ports.get(name) ?? 0}${path}`;

/** The portrait of a citizen by her own token, which the process that listens there takes. */
async function portrait(
  url = urlOf('gateway', '/graphql'),
  process = 'gateway',
): Promise<{ data: { person: Record<string, unknown> }; errors?: unknown[] }> {
  const citizen = { role: 'CITIZEN', person: cast.linMeihua.id } as const;
  const response = await fetch(url, {
    method: 'POST',
    headers: await headersOf({ dataDir: join(dataDir, process) }, citizen, { purpose: 'SELF_ACCESS' }),
    body: JSON.stringify({ query: operationOf('portrait'), variables: { id: cast.linMeihua.id } }),
  });
  return (await response.json()) as Awaited<ReturnType<typeof portrait>>;
}

/** `asOf` tells when an answer was given. */
const withoutMoment = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (name, value: unknown) => (name === 'asOf' ? 'then' : value)));

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-apart-'));
  postgres = await startEmbeddedPostgres({ dataDir, log: createLog('tests'), isDurable: false });
  const server = new URL(postgres.urlOf('hub'));
  reservePorts(names.length).forEach((port, index) => ports.set(names[index] ?? '', port));
  const secrets = new Map([['POSTGRES_PASSWORD', server.password]]);
  const secretOf = (name: string): string => {
    const secret = secrets.get(name) ?? randomBytes(32).toString('hex');
    secrets.set(name, secret);
    return secret;
  };
  const here = file
    .replaceAll(/\$\{SEED_SCALE:-[^}]*\}/g, '0.001')
    .replaceAll(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1')
    .replaceAll(/\$\{([A-Z_]+):\?[^}]*\}/g, (_, name: string) => secretOf(name))
    .replaceAll('@postgres:5432', `@127.0.0.1:${server.port}`)
    .replaceAll('HOST: 0.0.0.0', 'HOST: 127.0.0.1');
  const mapped = [...registry, { name: 'gateway', port: 4000 }].reduce(
    (text, { name, port }) =>
      text
        .replaceAll(`http://${name}:${port}/`, urlOf(name, '/'))
        .replaceAll(`PORT: '${port}'`, `PORT: '${ports.get(name) ?? 0}'`),
    here,
  );
  ({ services } = parse(mapped, { merge: true }) as { services: Readonly<Record<string, Service>> });
});
afterAll(async () => {
  await Promise.all([...running.values()].map((one) => one.end()));
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** In this order, as `depends_on` has it. */
describe('the services of docker-compose.yml, as processes', () => {
  it('subgraphs are not ready before the database is prepared', async () => {
    const persons = run('persons');
    await until(async () => (await statusOf(urlOf('persons', '/health/live'))) === 200, persons.errors);
    expect(await statusOf(urlOf('persons', '/health/ready'))).toBe(503);
    expect(await persons.end()).toBe(0);
  });

  it('the preparation migrates, seeds and ends', async () => {
    const prepare = run('prepare');
    expect([await prepare.ended, prepare.errors()]).toEqual([0, expect.anything()]);
    expect(prepare.output()).toContain('Loaded: ');
  });

  it('the subgraphs and the gateway come up and find each other', async () => {
    const started = names.map(run);
    await until(
      async () => (await statusOf(urlOf('gateway', '/health/ready'))) === 200,
      () => started.map((one) => one.errors()).join('\n'),
    );
    const { data, errors } = await portrait();
    expect(errors).toBeUndefined();
    expect(data.person).toMatchObject({
      name: cast.linMeihua.name,
      volunteer: { claims: { nodes: { length: 5 } } },
    });
  });

  it('answer a portrait as one process does that runs everything over the same database', async () => {
    const environment = { HUB_DATA_DIR: join(dataDir, 'all-in-one'), ...services['prepare']?.environment };
    const one = start(['node', 'gateway/main.ts', '--all-in-one'], { ...environment, PORT: '0' });
    running.set('all-in-one', one);
    const addressOf = (): string | undefined => /answers at (\S+)/.exec(one.output())?.[1];
    await until(() => addressOf() !== undefined || one.child.exitCode !== null, one.errors);
    const [apart, together] = [await portrait(), await portrait(addressOf() ?? '', 'all-in-one')].map(
      withoutMoment,
    );
    expect(apart).toEqual(together);
    expect(await one.end()).toBe(0);
  });

  it.each(names)('%s is well by its own health check', async (name) => {
    const [, ...command] = services[name]?.healthcheck?.test ?? [];
    const check = start(command, services[name]?.environment ?? {});
    expect(await check.ended).toBe(0);
  });

  it('one that stops leaves its part open, and comes back', async () => {
    await running.get('psych')?.end();
    const without = await portrait();
    expect(without.data.person).toMatchObject({ name: cast.linMeihua.name, psych: null });
    expect(JSON.stringify(without.errors)).toContain('SUBGRAPH_UNAVAILABLE');
    const again = run('psych');
    await until(async () => (await statusOf(urlOf('psych', '/health/ready'))) === 200, again.errors);
    expect((await portrait()).data.person['psych']).not.toBeNull();
  });

  it('the gateway reads supergraph and policy anew when it is told to, and answers on', async () => {
    const gateway = running.get('gateway');
    gateway?.child.kill('SIGHUP');
    await until(
      () => gateway?.errors().includes('"msg":"reloaded"') === true,
      () => gateway?.errors() ?? '',
    );
    expect((await portrait()).data.person).toMatchObject({ name: cast.linMeihua.name });
  });
});
