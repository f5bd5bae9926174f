import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openGround, type Ground } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { subgraphNames } from '../../schema/registry.ts';
import { openDatabase } from '../../subgraphs/kit/database/orm.ts';
import { prepareDatabase } from '../../subgraphs/kit/database/roles.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';

let config: Config;
let ground: Ground;
beforeAll(async () => {
  config = await createTestDatabase();
  ground = await openGround(config, createLog('tests'), []);
  await prepare();
});

const prepare = () =>
  prepareDatabase({
    adminUrl: ground.urls.admin,
    subgraphs: subgraphNames,
    passwordOf: ground.urls.passwordOf,
  });

/** What PostgreSQL answers the run-time role of a subgraph: `ok` or the code of its refusal. */
async function tryAs(name: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: ground.urls.runtimeOf(name) });
  await client.connect();
  try {
    await client.query(statement);
    return 'ok';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? 'no code') : 'no answer';
  } finally {
    await client.end();
  }
}

const insufficientPrivilege = '42501';
const others = (name: string): readonly string[] => subgraphNames.filter((other) => other !== name);

describe.each(subgraphNames)('the run-time role of %s', (name) => {
  it.each(others(name))('cannot read any table of %s', async (other) => {
    const tables = await askDatabase<{ tablename: string }>(
      config,
      'select tablename from pg_tables where schemaname = $1',
      [other],
    );
    expect(tables.length).toBeGreaterThan(3);
    for (const { tablename } of tables) {
      expect(await tryAs(name, `select from ${other}.${tablename}`)).toBe(insufficientPrivilege);
    }
  });

  it('cannot write its own tables, nor make any, nor take another role', async () => {
    const [table] = await askDatabase<{ tablename: string }>(
      config,
      "select tablename from pg_tables where schemaname = $1 and tablename not in ('hub_seed', 'disclosure_record') order by 1",
      [name],
    );
    const own = `${name}.${table?.tablename ?? ''}`;
    const refused = [
      `delete from ${own}`,
      `truncate ${own}`,
      `drop table ${own}`,
      `create table ${name}.mine (id int)`,
      'create temp table mine (id int)',
      'create table public.mine (id int)',
      'create schema mine',
      `set role ${name}_owner`,
      'set role postgres',
      "copy (select 1) to program 'true'",
    ];
    const answers = await Promise.all(refused.map((statement) => tryAs(name, statement)));
    expect(new Set(answers)).toEqual(new Set([insufficientPrivilege]));
    expect(await tryAs(name, `select from ${own}`)).toBe('ok');
  });

  it('writes the log of its disclosures and cannot read it', async () => {
    const log = `${name}.disclosure_record`;
    const values = `(ticket, at, access, actor, role, purpose, policy, response, given)
      values (gen_random_uuid()::text, now(), 'a', 'b', 'c', 'd', 'e', 'f', '[]')`;
    expect(await tryAs(name, `insert into ${log} ${values}`)).toBe('ok');
    for (const statement of [`select from ${log}`, `update ${log} set actor = ''`, `delete from ${log}`])
      expect(await tryAs(name, statement)).toBe(insufficientPrivilege);
  });

  it('owns nothing and may do nothing of the whole server', async () => {
    const [role] = await askDatabase(
      config,
      `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
       from pg_roles r where rolname = $1`,
      [`${name}_runtime`],
    );
    expect(role).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      rolreplication: false,
      owned: 0,
    });
  });

  it('finds each table that it may read as its entity describes it', async () => {
    const definition = ground.definitions.find((candidate) => candidate.name === name);
    const entities = definition?.entities ?? [];
    const database = await openDatabase({ name, url: ground.urls.runtimeOf(name), entities, poolMax: 1 });
    const columns = await askDatabase<{ table: string; column: string }>(
      config,
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = $1 and table_name <> 'current_record' and table_name not in ('hub_seed', 'mikro_orm_migrations', 'identifier_key', 'used_ticket', 'disclosure_record', 'disclosure_log_state', 'organisation')
         and table_name not like 'ledger\\_%' and has_column_privilege($2, format('%I.%I', table_schema, table_name), column_name, 'select')`,
      [name, `${name}_runtime`],
    );
    const described = entities.map((entity) => {
      const { tableName, props } = database.orm.getMetadata().get(entity);
      return { tableName, names: props.flatMap(({ fieldNames }) => fieldNames) };
    });
    // By name: of some tables there are columns that the role may not read.
    await Promise.all(
      described.map(({ tableName, names }) =>
        database.reads.query(`select ${names.join(', ')} from ${tableName} limit 1`),
      ),
    );
    await database.close();
    expect(
      described.flatMap(({ tableName, names }) => names.map((name) => `${tableName}.${name}`)).sort(),
    ).toEqual(columns.map(({ table, column }) => `${table}.${column}`).sort());
  });
});

describe('preparing a database', () => {
  it('changes nothing when it is done again, by several at once', async () => {
    const state = () =>
      askDatabase(
        config,
        'select nspname, nspacl::text, nspowner::regrole::text from pg_namespace order by 1',
      );
    const before = await state();
    await Promise.all([prepare(), prepare(), prepare()]);
    expect(await state()).toEqual(before);
  });

  it('leaves PUBLIC without a way in', async () => {
    const [row] = await askDatabase<{ acl: string }>(
      config,
      'select datacl::text as acl from pg_database where datname = current_database()',
    );
    expect(row?.acl).not.toMatch(/[{,]=/);
  });
});
