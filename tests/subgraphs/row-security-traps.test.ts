import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { subgraphNames } from '../../schema/registry.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';
import { protectedTables, scopeOf, scopesOf, type ProtectedTable } from '../support/protected-tables.ts';
import { connectRuntimes, type RuntimeClients } from '../support/runtime-clients.ts';
import { settleTwoPeople, sides } from '../support/two-people.ts';
import { unprotected } from '../support/unprotected-tables.ts';

let config: Config;
let tables: readonly ProtectedTable[];
let clients: RuntimeClients;
const clientOf = (name: string): pg.Client => clients.of(name);

beforeAll(async () => {
  config = await createTestDatabase();
  const ground = await openGround(config, createLog('tests'), []);
  await migrateAll(ground);
  await settleTwoPeople(config);
  tables = await protectedTables(config);
  clients = await connectRuntimes(ground.urls);
});
afterAll(() => clients.end());

/** Names that the catalogue answers with. */
async function namesWhere(condition: string): Promise<readonly string[]> {
  const rows = await askDatabase<{ name: string }>(
    config,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and (${condition}) order by 1`,
    [subgraphNames],
  );
  return rows.map(({ name }) => name);
}

/**
 * Columns that name somebody: by what he is to the table, by a number or digest of him, by where he is reached; or a record,
 * which is somebody's.
 */
const naming =
  '(^|_)(person|subject|actor|volunteer|worker|counsellor|household|holder|delegator|delegate|reviewer|name|phone|mobile|hmac|number)(_id)?$|^record_id$|_by$';
/** The run-time role may read some column of it. */
const isReadable = `exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  and has_column_privilege(n.nspname || '_runtime', c.oid, a.attnum, 'select'))`;
const isTable = `c.relkind in ('r', 'p', 'f', 'm')`;
const namesSomebody = `(
  exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname ~ '${naming}')
  or exists (select from pg_constraint k join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.conrelid = c.oid and t.relrowsecurity))`;

describe('a table that names somebody', () => {
  it('is under row security with a policy, or on the list of those that need none, with the reason', async () => {
    const open = await namesWhere(
      `${isTable} and ${isReadable} and ${namesSomebody} and not (c.relrowsecurity and exists (
         select from pg_policy p where p.polrelid = c.oid))`,
    );
    expect(open).toEqual(Object.keys(unprotected).sort());
  });

  it('is not open by one of its partitions', async () => {
    const [first] = await namesWhere("c.relname = 'ledger_record' and c.relkind = 'p'");
    expect(first).toBe('governance.ledger_record');
    expect((await namesWhere('c.relispartition')).length).toBeGreaterThan(0);
    expect(await namesWhere(`c.relispartition and ${isReadable}`)).toEqual([]);
  });

  it('has policies for the run-time role alone, and each asks who calls', async () => {
    const rows = await askDatabase<{ name: string }>(
      config,
      `select schemaname || '.' || policyname as name from pg_policies
       where schemaname = any($1) and (roles <> array[(schemaname || '_runtime')::name]
         or coalesce(qual, '') || coalesce(with_check, '') !~ 'current_setting|EXISTS')`,
      [subgraphNames],
    );
    expect(rows).toEqual([]);
  });
});

describe('COPY', () => {
  const copied = async (client: pg.Client, what: string): Promise<string> =>
    text(client.query(copyTo(`copy ${what} to stdout`)));

  it('gives what the scope shows and no more, without one nothing', async () => {
    const [one, other] = sides;
    const [own] = scopesOf(one);
    for (const { schema, name, kind, columns } of tables) {
      const client = clientOf(schema);
      const names = columns.join(', ');
      for (const scope of ['', own ?? '']) {
        await client.query(`begin read only; ${scope}`);
        const { rows } = await client.query<{ count: number }>(`select count(*)::integer from ${name}`);
        const asked = await copied(client, `(select ${names} from ${name})`);
        // Of a table itself: its own rows, and a partitioned one has none of its own; of a view nothing at all.
        const whole = kind === 'VIEW' ? asked : await copied(client, `${name} (${names})`);
        await client.query('rollback');
        expect([name, asked.split('\n').length - 1]).toEqual([name, scope === '' ? 0 : rows[0]?.count]);
        expect([name, whole]).toEqual([name, kind === 'PARTITIONED' ? '' : asked]);
        expect(asked).not.toContain(other.mark);
      }
    }
  });

  it('brings nothing in, and leads to no file of the server', async () => {
    for (const { schema, name, columns } of tables) {
      const client = clientOf(schema);
      await expect(client.query(`copy ${name} from stdin`)).rejects.toThrow(
        /COPY FROM not supported with row-level security|permission denied/,
      );
      await expect(
        client.query(`copy (select ${columns.join(', ')} from ${name}) to '/tmp/${name}'`),
      ).rejects.toThrow('permission denied to COPY to a file');
    }
  });
});

describe('views', () => {
  it('ask as whoever asks them, and nothing is kept of what somebody else saw', async () => {
    expect(await namesWhere("c.relkind = 'v'")).toEqual([
      'integrity.current_record',
      'integrity.record_change',
    ]);
    expect(
      await namesWhere(
        `c.relkind in ('m', 'f') or (c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false))`,
      ),
    ).toEqual([]);
  });

  it('show what the tables show', async () => {
    const [one] = sides;
    const client = clientOf('integrity');
    const ids = async (source: string): Promise<readonly unknown[]> =>
      (await client.query(`select id from ${source} order by id`)).rows;
    const shown: (readonly unknown[])[] = [];
    for (const scope of ['', ...scopesOf(one)]) {
      await client.query(`begin read only; ${scope}`);
      const view = await ids('current_record');
      expect(view).toEqual(await ids('credit_record where superseded_at is null'));
      await client.query('rollback');
      shown.push(view);
    }
    expect(shown[0]).toEqual([]);
    expect(shown[1]).toContainEqual({ id: `${one.mark}-record` });
  });
});

describe('functions that look past row security', () => {
  it('are for nobody in general, and look nowhere but where they say', async () => {
    const rows = await askDatabase<{ name: string }>(
      config,
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = any($1) and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and (has_function_privilege('public', p.oid, 'execute')
           or not coalesce(p.proconfig @> array['search_path=' || n.nspname || ', pg_temp'], false))`,
      [subgraphNames],
    );
    expect(rows).toEqual([]);
  });
});

describe('a unique key', () => {
  /** A row as JSON, and the same under keys that nobody has. */
  async function foreignRows(table: ProtectedTable): Promise<readonly (readonly [string, string])[]> {
    const [, other] = sides;
    const rows = await askDatabase<{ row: string }>(
      config,
      `select to_jsonb(t)::text as row from ${table.schema}.${table.name} t
       where to_jsonb(t)::text like '%${other.mark}%' or to_jsonb(t)::text like '%${other.person.id}%' limit 3`,
    );
    return rows.map(({ row }) => [
      row,
      row.replaceAll(other.mark, 'side-none').replaceAll(other.person.id, 'nobody'),
    ]);
  }

  /** What PostgreSQL answers to a row of another's: `done`, or the code of its refusal. */
  async function answerTo(client: pg.Client, scope: string, table: string, row: string): Promise<string> {
    await client.query(`begin; ${scope}`);
    try {
      await client.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
        row,
      ]);
      return 'done';
    } catch (error) {
      return String(Reflect.get(Object(error), 'code'));
    } finally {
      await client.query('rollback');
    }
  }

  it('tells nobody of a row that he does not see: there or not, it is refused alike', async () => {
    const [one] = sides;
    const insertable = tables.filter(({ mayInsert }) => mayInsert);
    expect(insertable.map(({ name }) => name)).toEqual([
      'break_glass',
      'consent_receipt',
      'delegation',
      'notice',
      'review',
      'review_appeal',
      'review_decision',
      'review_fault',
      'review_finding',
      'review_ground',
      'review_subject',
      'identifier_try',
    ]);
    for (const table of insertable) {
      const rows = await foreignRows(table);
      expect([table.name, rows.length > 0]).toEqual([table.name, true]);
      for (const scope of [
        '',
        scopeOf({ role: 'VETO_REVIEWER', area: '350881' }, 'INTEGRITY_REVIEW'),
        ...scopesOf(one),
      ])
        for (const [there, none] of rows) {
          const client = clientOf(table.schema);
          const answers = [
            await answerTo(client, scope, table.name, there),
            await answerTo(client, scope, table.name, none),
          ];
          expect([table.name, ...answers]).toEqual([table.name, '42501', '42501']);
        }
    }
  });

  it('is never written again once it is there, so that nobody tries keys by changing his own rows', async () => {
    const rows = await askDatabase<{ column: string }>(
      config,
      `select c.oid::regclass || '.' || a.attname as column
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_index i on i.indrelid = c.oid and i.indisunique
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
       where n.nspname = any($1) and c.relrowsecurity and has_column_privilege(n.nspname || '_runtime', c.oid, a.attnum, 'update')`,
      [subgraphNames],
    );
    expect(rows).toEqual([]);
  });
});
