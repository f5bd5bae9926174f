import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../../gateway/config.ts';
import { registry } from '../../schema/registry.ts';
import { readNeighbours } from '../../subgraphs/governance/neighbours.ts';
import { runSubgraph } from '../../subgraphs/kit/run.ts';

type Environment = Readonly<Record<string, string>>;

const file = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const { services } = parse(file, { merge: true }) as {
  readonly services: Readonly<Record<string, { readonly environment?: Environment }>>;
};
const names = registry.map(({ name }) => name);

/** What compose would put into the container: each demanded secret as a key, each default as it stands. */
function environmentOf(service: string): Environment {
  const written = services[service]?.environment ?? {};
  const fill = (value: string): string =>
    value.replace(/\$\{\w+:\?[^}]*\}/g, 'ab'.repeat(32)).replace(/\$\{\w+:-([^}]*)\}/g, '$1');
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, fill(value)]));
}

/** Runs work in an environment, and gives the variables that it looked at. */
async function namesReadBy(environment: Environment, work: () => unknown): Promise<ReadonlySet<string>> {
  const outside = process.env;
  const seen = new Set<string>();
  process.env = new Proxy(
    { ...environment, LOG_LEVEL: 'silent' },
    {
      get: (target, name) => {
        if (typeof name === 'string') seen.add(name);
        return Reflect.get(target, name);
      },
    },
  );
  try {
    await work();
  } finally {
    process.env = outside;
  }
  return seen;
}

/** Starts a subgraph as far as its environment: what comes after it is another test's. */
const enough = new Error('The environment was read.');
const readSubgraph = (name: string): Promise<void> =>
  expect(runSubgraph(name, () => Promise.reject(enough))).rejects.toBe(enough);

/** Each start listens for signals and faults, which are this worker's own again afterwards. */
const emitter: NodeJS.EventEmitter = process;
const events = ['SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection'];
const before = new Map(events.map((event) => [event, emitter.rawListeners(event)]));
afterAll(() => {
  for (const [event, listeners] of before) {
    const added = emitter.rawListeners(event).filter((listener) => !listeners.includes(listener));
    for (const listener of added) Reflect.apply(emitter.removeListener, emitter, [event, listener]);
  }
});

describe('the environment that docker-compose.yml gives', () => {
  it.each(['prepare', 'gateway'])('%s is all read by its command, and right', async (service) => {
    const given = environmentOf(service);
    const seen = await namesReadBy(given, readConfig);
    expect(Object.keys(given).filter((name) => !seen.has(name))).toEqual([]);
  });

  it.each(names)('%s is all read by its command, and right', async (service) => {
    const given = environmentOf(service);
    const seen = await namesReadBy(given, async () => {
      if (service === 'governance') readNeighbours();
      await readSubgraph(service);
    });
    expect(Object.keys(given).filter((name) => !seen.has(name))).toEqual([]);
  });

  it.each(['prepare', 'persons'])('%s demands the key of citizen numbers', (service) => {
    expect(services[service]?.environment?.['IDENTIFIER_KEY']).toMatch(/^\$\{IDENTIFIER_KEY:\?/);
  });

  it('prepare names a server, so that none is made inside the container', () => {
    const { DATABASE_URL = '', ...others } = environmentOf('prepare');
    expect(new URL(DATABASE_URL).host).toBe('postgres:5432');
    const runtimeHosts = names.map(
      (name) => new URL(others[`${name.toUpperCase()}_DATABASE_URL`] ?? '').host,
    );
    expect(new Set(runtimeHosts)).toEqual(new Set(['postgres:5432']));
  });

  it('gateway names every subgraph, by the host that compose gives it', () => {
    const hosts = names.map((name) => new URL(environmentOf('gateway')[`${name.toUpperCase()}_URL`] ?? ''));
    expect(hosts.map(({ hostname }) => hostname)).toEqual(names);
  });

  it('every service listens inside, on all addresses of its container', () => {
    for (const name of [...names, 'gateway']) expect(environmentOf(name)['HOST']).toBe('0.0.0.0');
  });
});
