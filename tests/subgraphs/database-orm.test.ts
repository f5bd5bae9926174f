import { Migration } from '@mikro-orm/migrations';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, openDatabase, type Database } from '../../subgraphs/kit/database/orm.ts';
import { prepareDatabase, urlOfDatabase, withClient } from '../../subgraphs/kit/database/roles.ts';
import { deriveUrls, type DatabaseUrls } from '../../subgraphs/kit/database/urls.ts';
import { testConfig } from '../support/test-config.ts';

const name = 'orm_alpha';
const config = testConfig(`hub_orm_${process.pid}`);
const server = config.databaseUrl ?? '';

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: { id: p.string().primary() },
});
class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);

class First20261101 extends Migration {
  override up(): void {
    this.addSql('create table note (id text primary key)');
  }
}
class Broken20261102 extends Migration {
  override up(): void {
    this.addSql('create table half (a int)');
    this.addSql('select no_such_function()');
  }
}
class Mended20261102 extends Migration {
  override up(): void {
    this.addSql('create table half (a int)');
  }
}

let urls: DatabaseUrls;
const migrateWith = (...migrations: Parameters<typeof migrate>[3]): Promise<readonly string[]> =>
  migrate(name, urls.ownerOf(name), [Note], migrations);
const open = (url = urls.runtimeOf(name)): Promise<Database> =>
  openDatabase({ name, url, entities: [Note], poolMax: 2 });
const tablesOf = ({ kysely }: Database) =>
  sql<{ owned: string }>`
    select tablename || ' of ' || tableowner as owned from pg_tables where schemaname = ${name} order by 1
  `.execute(kysely);

beforeAll(async () => {
  urls = await deriveUrls(server, new Map(), config.dataDir);
  await prepareDatabase({ adminUrl: urls.admin, subgraphs: [name], passwordOf: urls.passwordOf });
});

afterAll(() =>
  withClient(urlOfDatabase(server, 'postgres'), (client) =>
    client.query(`drop database ${client.escapeIdentifier(`hub_orm_${process.pid}`)} with (force)`),
  ),
);

describe('migrations', () => {
  it('run once although several processes run them at once', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrateWith(First20261101)));
    expect(applied.toSorted((a, b) => a.length - b.length)).toEqual([
      [],
      [],
      [
        'First20261101',
        'Migration20261123UsedTickets',
        'Migration20261123DisclosureRecord',
        'Migration20261123DisclosureLog',
      ],
    ]);
  });

  it('leave nothing of one that fails, and go on once it is mended', async () => {
    await expect(migrateWith(First20261101, Broken20261102)).rejects.toThrow('no_such_function');
    expect(await migrateWith(First20261101, Mended20261102)).toEqual(['Mended20261102']);
    expect(await migrateWith(First20261101, Mended20261102)).toEqual([]);
  });

  it("keep all tables, their own among them, in the subgraph's schema and its owner's hands", async () => {
    const database = await open();
    const { rows } = await tablesOf(database);
    await database.close();
    const owned = [
      'disclosure_log_state',
      'disclosure_record',
      'half',
      'mikro_orm_migrations',
      'note',
      'used_ticket',
    ].map((table) => `${table} of ${name}_owner`);
    expect(rows.map((row) => row.owned)).toEqual(owned);
  });

  it('cannot be run by the run-time role', async () => {
    await expect(migrate(name, urls.runtimeOf(name), [Note], [First20261101, Extra20261103])).rejects.toThrow(
      'permission denied',
    );
  });
});

class Extra20261103 extends Migration {
  override up(): void {
    this.addSql('create table extra (a int)');
  }
}

describe('an open database', () => {
  it('opens although no server is there, and says so when it is asked', async () => {
    const nowhere = new URL(urls.runtimeOf(name));
    nowhere.port = '1';
    const database = await open(nowhere.href);
    await expect(sql`select 1`.execute(database.kysely)).rejects.toThrow('ECONNREFUSED');
    await database.close();
  });

  it('answers again after its connections were cut', async () => {
    const database = await open();
    await sql`select 1`.execute(database.kysely);
    const cut = await withClient(server, (client) =>
      client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [
        `${name}_runtime`,
      ]),
    );
    expect(cut.rowCount).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { rows } = await sql<{ a: number }>`select 1 as a`.execute(database.kysely);
    expect(rows).toEqual([{ a: 1 }]);
    await database.close();
  });

  it('reads by kysely and by entities as the same run-time role, in its own schema', async () => {
    await withClient(urls.ownerOf(name), (client) => client.query("insert into note values ('n1')"));
    const database = await open();
    const { rows } = await sql<{
      role: string;
      id: string;
    }>`select current_user::text as role, id from note`.execute(database.kysely);
    const found = await database.orm.em.fork().find(Note, {});
    expect([rows, found.map(({ id }) => id)]).toEqual([[{ role: `${name}_runtime`, id: 'n1' }], ['n1']]);
    await database.close();
  });
});
