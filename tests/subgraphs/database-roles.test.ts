import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareDatabase, urlOfDatabase, withClient } from '../../subgraphs/kit/database/roles.ts';
import { deriveUrls, type DatabaseUrls } from '../../subgraphs/kit/database/urls.ts';
import { testConfig } from '../support/test-config.ts';

// Roles belong to the whole server: names of this file's own, so that no other test's roles change.
const subgraphs = ['roles_alpha', 'roles_beta'];
const database = `hub_roles_${process.pid}`;
const server = testConfig(database).databaseUrl ?? '';
const none: ReadonlyMap<string, string> = new Map();

const prepare = (urls: DatabaseUrls): Promise<void> =>
  prepareDatabase({ adminUrl: urls.admin, subgraphs, passwordOf: urls.passwordOf });

const ask = (url: string, statement: string): Promise<readonly Record<string, unknown>[]> =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(statement)).rows);

const dropDatabase = (name: string): Promise<unknown> =>
  ask(urlOfDatabase(server, 'postgres'), `drop database if exists ${name} with (force)`);

let dataDir: string;
let urls: DatabaseUrls;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-roles-'));
  urls = await deriveUrls(server, none, dataDir);
  await Promise.all([prepare(urls), prepare(urls), prepare(urls)]);
  await ask(urls.ownerOf('roles_alpha'), 'create table own (a int); insert into own values (7)');
});

afterAll(async () => {
  await dropDatabase(database);
  await rm(dataDir, { recursive: true });
});

describe('a connection that the server ends while nothing is asked on it', () => {
  it('fails what is asked next, with the reason, and not the process', async () => {
    const asked = withClient(server, async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const isEnded = new Promise((resolve) => client.once('end', resolve));
      await ask(server, `select pg_terminate_backend(${rows[0]?.pid})`);
      await isEnded;
      await client.query('select');
    });
    await expect(asked).rejects.toThrow('terminating connection due to administrator command');
  });
});

describe('a run-time role', () => {
  it.each([
    ["read another subgraph's tables", 'select * from roles_alpha.own', 'permission denied for schema'],
    ['create a table in its own schema', 'create table t (a int)', 'permission denied for schema roles_beta'],
    ['create a table in public', 'create table public.t (a int)', 'permission denied for schema public'],
    [
      'create a temporary table',
      'create temp table t (a int)',
      'permission denied to create temporary tables',
    ],
    ['create a schema', 'create schema s', 'permission denied for database'],
    ['become its own owner', 'set role roles_beta_owner', 'permission denied to set role'],
    ["become another's owner", 'set role roles_alpha_owner', 'permission denied to set role'],
    ["become another's run-time role", 'set role roles_alpha_runtime', 'permission denied to set role'],
    ['create a role', 'create role r', 'permission denied to create role'],
    ['read a file of the server', "select pg_read_file('/etc/hostname')", 'permission denied for function'],
  ])('cannot %s', async (_act, statement, refusal) => {
    await expect(ask(urls.runtimeOf('roles_beta'), statement)).rejects.toThrow(refusal);
  });

  it('cannot write what it can read', async () => {
    const own = urls.runtimeOf('roles_alpha');
    await expect(ask(own, 'insert into own values (8)')).rejects.toThrow('permission denied for table own');
    expect(await ask(own, 'select a from own')).toEqual([{ a: 7 }]);
  });

  it('owns nothing, where its owner role does', async () => {
    const rows = await ask(
      urlOfDatabase(server, database),
      `select distinct rolname::text from pg_shdepend join pg_roles r on r.oid = refobjid
       where deptype = 'o' and rolname like 'roles\\_%' order by 1`,
    );
    expect(rows.map(({ rolname }) => rolname)).toEqual(['roles_alpha_owner', 'roles_beta_owner']);
  });

  it('finds its own schema only, gives up after five seconds, and compiles nothing', async () => {
    const rows = await ask(
      urls.runtimeOf('roles_beta'),
      `select name, setting from pg_settings where name in ('search_path', 'statement_timeout', 'jit') order by 1`,
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['off', 'roles_beta', '5000']);
  });

  it('is refused with a password that is not its own', async () => {
    const url = new URL(urls.runtimeOf('roles_alpha'));
    url.password = new URL(urls.runtimeOf('roles_beta')).password;
    await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  });
});

describe('an owner role', () => {
  it('cannot log in, whatever its password', async () => {
    const url = new URL(urls.runtimeOf('roles_alpha'));
    url.username = 'roles_alpha_owner';
    await ask(server, `alter role roles_alpha_owner password '${url.password}'`);
    await expect(ask(url.href, 'select 1')).rejects.toThrow('is not permitted to log in');
    await ask(server, 'alter role roles_alpha_owner password null');
  });

  it("acts in its own schema and cannot touch another's", async () => {
    const owner = urls.ownerOf('roles_beta');
    expect(await ask(owner, 'select current_user::text, current_schema()::text')).toEqual([
      { current_user: 'roles_beta_owner', current_schema: 'roles_beta' },
    ]);
    await expect(ask(owner, 'select * from roles_alpha.own')).rejects.toThrow('permission denied for schema');
  });
});

describe('the preparation', () => {
  it('grants nothing to everybody', async () => {
    const rows = await ask(
      urlOfDatabase(server, database),
      `select 1 from pg_database, aclexplode(datacl) where datname = current_database() and grantee = 0
       union all
       select 1 from pg_namespace, aclexplode(nspacl) where nspname in ('public', 'roles_alpha', 'roles_beta')
         and grantee = 0`,
    );
    expect(rows).toEqual([]);
  });

  it('changes nothing when it runs again, by as many processes as like', async () => {
    await Promise.all([prepare(urls), prepare(urls)]);
    expect(await ask(urls.runtimeOf('roles_alpha'), 'select a from own')).toEqual([{ a: 7 }]);
  });

  it('needs no superuser, only the right to make roles and databases', async () => {
    const name = `${database}_boss`;
    const boss = new URL(urlOfDatabase(server, name));
    [boss.username, boss.password] = [`boss_${process.pid}`, 'p w/ö'];
    const small = ['roles_gamma'];
    await ask(server, `create role ${boss.username} login createrole createdb password 'p w/ö'`);
    const own = await deriveUrls(boss.href, none, dataDir);
    const act = () => prepareDatabase({ adminUrl: own.admin, subgraphs: small, passwordOf: own.passwordOf });
    await act();
    await Promise.all([act(), act()]);
    await ask(own.ownerOf('roles_gamma'), 'create table own as select 9 as a');
    expect(await ask(own.runtimeOf('roles_gamma'), 'select a from own')).toEqual([{ a: 9 }]);
    await dropDatabase(name);
  });
});

describe("a run-time role's password", () => {
  const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);

  it('is the one of its own URL where that is given', async () => {
    const given = new Map([['roles_alpha', 'postgres://roles_alpha_runtime:gi%40ven@127.0.0.1/hub']]);
    const { passwordOf, runtimeOf } = await deriveUrls(server, given, dataDir);
    expect([passwordOf('roles_alpha'), runtimeOf('roles_alpha')]).toEqual([
      'gi@ven',
      given.get('roles_alpha'),
    ]);
  });

  it("follows from the administrator's, so that processes agree without sharing a folder", async () => {
    const elsewhere = await deriveUrls(server, none, join(dataDir, 'elsewhere'));
    const all = subgraphs.map((name) => passwordIn(elsewhere.runtimeOf(name)));
    expect(all).toEqual(subgraphs.map(urls.passwordOf));
    expect(new Set([...all, passwordIn(server)]).size).toBe(3);
  });

  it('follows from a kept key, its owner alone may read it, where the administrator has none', async () => {
    const url = new URL(server);
    url.password = '';
    const [one, two] = await Promise.all([
      deriveUrls(url.href, none, dataDir),
      deriveUrls(url.href, none, dataDir),
    ]);
    const keyFile = join(dataDir, 'role-key');
    expect(one.passwordOf('roles_alpha')).toBe(two.passwordOf('roles_alpha'));
    expect(one.passwordOf('roles_alpha')).not.toBe(urls.passwordOf('roles_alpha'));
    expect([(await stat(keyFile)).mode & 0o777, (await readFile(keyFile, 'utf8')).length]).toEqual([
      0o600, 64,
    ]);
  });
});
