import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { registry } from '../../schema/registry.ts';

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const serviceOf = (name: string): Service => services[name] ?? {};
const hubServices = ['prepare', 'gateway', ...registry.map(({ name }) => name)];
const listening = hubServices.filter((name) => name !== 'prepare');

describe('docker-compose.yml', () => {
  it('has PostgreSQL, one preparation, the subgraphs of the registry and the gateway', () => {
    expect(Object.keys(services).sort()).toEqual(['postgres', ...hubServices].sort());
  });

  it.each(hubServices)('%s starts a file that exists', (name) => {
    const [program, file = ''] = serviceOf(name).command ?? [];
    expect(program).toBe('node');
    expect(existsSync(new URL(file, root))).toBe(true);
  });

  it.each(registry)('$name listens where the registry and the gateway say', ({ name, port }) => {
    const { environment = {} } = serviceOf(name);
    expect(environment).toMatchObject({ HOST: '0.0.0.0', PORT: String(port) });
    expect(environment[`${name.toUpperCase()}_DATABASE_URL`]).toContain(`//${name}_runtime:`);
    expect(serviceOf('gateway').environment?.[`${name.toUpperCase()}_URL`]).toBe(
      `http://${name}:${port}/graphql`,
    );
  });

  it.each(registry)('$name gets its own database and nobody else’s', ({ name }) => {
    const urls = Object.keys(serviceOf(name).environment ?? {}).filter((key) => key.endsWith('DATABASE_URL'));
    expect(urls).toEqual([`${name.toUpperCase()}_DATABASE_URL`]);
  });

  it('gives the gateway no database but the ledger, as who can only append to it', () => {
    const { LEDGER_DATABASE_URL = '', ...others } = serviceOf('gateway').environment ?? {};
    expect(LEDGER_DATABASE_URL).toContain('//governance_writer:');
    expect(serviceOf('prepare').environment?.['LEDGER_DATABASE_URL']).toBe(LEDGER_DATABASE_URL);
    expect(JSON.stringify(others)).not.toMatch(/postgres|PASSWORD|IDENTIFIER/);
  });

  it.each(registry)('gives $name and the gateway the key of its tickets, and nobody else', ({ name }) => {
    const key = `${name.toUpperCase()}_TICKET_KEY`;
    const holders = Object.entries(services).filter(([, { environment = {} }]) => key in environment);
    expect(holders.map(([holder]) => holder).sort()).toEqual(['gateway', name].sort());
    expect(new Set(holders.map(([, { environment }]) => environment?.[key])).size).toBe(1);
  });

  it('gives the preparation the run-time URLs that the subgraphs will use', () => {
    const prepared = serviceOf('prepare').environment ?? {};
    for (const { name } of registry) {
      const key = `${name.toUpperCase()}_DATABASE_URL`;
      expect(prepared[key]).toBe(serviceOf(name).environment?.[key]);
    }
    expect(prepared['IDENTIFIER_KEY']).toBe(serviceOf('persons').environment?.['IDENTIFIER_KEY']);
  });

  it('publishes the gateway on loopback and nothing else', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, port]),
    );
    expect(published).toEqual([['gateway', '127.0.0.1:4000:4000']]);
  });

  it.each(['postgres', ...listening])('asks %s whether it is well', (name) => {
    expect(serviceOf(name).healthcheck?.test.length).toBeGreaterThan(1);
  });

  it('starts in order: database, preparation, subgraphs, gateway', () => {
    expect(serviceOf('prepare').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    for (const { name } of registry) {
      expect(serviceOf(name).depends_on).toEqual({
        prepare: { condition: 'service_completed_successfully' },
      });
      expect(serviceOf('gateway').depends_on?.[name]).toEqual({ condition: 'service_healthy' });
    }
  });

  it('keeps the data in a volume', () => {
    expect(serviceOf('postgres').volumes).toEqual(['postgres:/var/lib/postgresql']);
  });

  it('has no secret of its own: each is demanded, and .env.example names it without a value', () => {
    const demanded = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+):\?/g)].map(
      ([, name]) => name ?? '',
    );
    const example = read('.env.example');
    for (const name of new Set(demanded)) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
    expect(read('docker-compose.yml')).not.toMatch(/(PASSWORD|KEY):-/);
  });
});

describe('Dockerfile', () => {
  it('runs as a user who is not root', () => {
    const users = [...read('Dockerfile').matchAll(/^USER (.+)$/gm)].map(([, user]) => user);
    expect(users).toEqual(['node']);
  });

  it.each(['schema', 'gateway', 'subgraphs', 'seeds'])(
    'brings %s along, and so does .dockerignore',
    (folder) => {
      expect(read('Dockerfile')).toContain(`COPY ${folder} ${folder}`);
      expect(read('.dockerignore')).toContain(`!${folder}`);
    },
  );
});
