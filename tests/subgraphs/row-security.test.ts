import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { cast } from '../../seeds/cast.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';

let config: Config;
const clients = new Map<string, pg.Client>();

/** A connection as a subgraph's run-time role, as the subgraph itself has one. */
const clientOf = (name: string): pg.Client => {
  const client = clients.get(name);
  if (!client) throw new Error(`no connection as ${name}`);
  return client;
};

const tables = [
  ['persons', 'person'],
  ['persons', 'household'],
  ['persons', 'population_registration'],
  ['persons', 'care_need'],
  ['persons', 'service_register'],
  ['grids', 'visit'],
  ['integrity', 'record_link'],
  ['integrity', 'credit_record'],
  ['integrity', 'record_change'],
  ['psych', 'appointment'],
  ['psych', 'follow_up'],
  ['volunteers', 'volunteer'],
  ['volunteers', 'point_entry'],
  ['volunteers', 'peace_household_head'],
] as const;

beforeAll(async () => {
  config = await createTestDatabase();
  const ground = await openGround(config, createLog('tests'), []);
  await migrateAll(ground);
  for (const name of new Set(tables.map(([schema]) => schema))) {
    const client = new pg.Client({ connectionString: ground.urls.runtimeOf(name) });
    await client.connect();
    clients.set(name, client);
  }
});
afterAll(async () => {
  await Promise.all([...clients.values()].map((client) => client.end()));
});

/** Records of units are nobody's personal data, and seen without a scope. */
const ofUnits: Readonly<Record<string, string>> = {
  record_link: `select count(*) from integrity.record_link l join integrity.subject s on s.id = l.subject_id
    where s.person_id is null`,
  credit_record: `select count(*) from integrity.credit_record r where exists (select from integrity.record_link l
    join integrity.subject s on s.id = l.subject_id
    where l.record_id = r.id and l.unlinked_at is null and s.person_id is null)`,
};

async function unitsIn(table: string): Promise<number> {
  const statement = ofUnits[table];
  if (statement === undefined) return 0;
  const [row] = await askDatabase<{ count: string }>(config, statement);
  return Number(row?.count);
}

async function countIn(name: string, table: string): Promise<number> {
  const { rows } = await clientOf(name).query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]?.count);
}

async function within<T>(name: string, settings: Readonly<Record<string, string>>, work: () => Promise<T>) {
  const client = clientOf(name);
  const scope = Object.entries(settings)
    .map(([setting, value]) => `set local hub.${setting} = ${client.escapeLiteral(value)}`)
    .join('; ');
  await client.query(`begin read only; ${scope || 'select 1'}`);
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

describe.each(tables)('row security on %s.%s', (name, table) => {
  it('shows nothing without a scope, though there are rows', async () => {
    const [row] = await askDatabase<{ count: string }>(config, `select count(*) from ${name}.${table}`);
    const units = await unitsIn(table);
    expect(Number(row?.count)).toBeGreaterThan(units);
    expect(await countIn(name, table)).toBe(units);
  });

  it('shows nothing on a connection that had a scope, after commit and after rollback', async () => {
    const client = clientOf(name);
    const scope = `set local hub.is_city = 'true'; set local hub.persons = '{${cast.linMeihua.id}}'`;
    for (const end of ['commit', 'rollback']) {
      await client.query(`begin; ${scope}`);
      await client.query(end);
      // Now the settings are '', no longer NULL: the trap.
      const { rows } = await client.query("select current_setting('hub.persons', true) as left");
      expect(rows).toEqual([{ left: '' }]);
      expect(await countIn(name, table)).toBe(await unitsIn(table));
    }
  });

  it('cannot be switched off by the role it is for', async () => {
    const client = clientOf(name);
    await client.query('set row_security = off');
    await expect(client.query(`select count(*) from ${table}`)).rejects.toThrow('row-level security');
    await client.query('reset row_security');
    await expect(client.query(`alter table ${table} disable row level security`)).rejects.toThrow('owner');
  });
});

describe('the scope of an area', () => {
  const scopeOf = (from: string) => ({ area_from: from, area_to: `${from}:` });
  const seen = async (settings: Readonly<Record<string, string>>) =>
    within('persons', settings, () => countIn('persons', 'person'));
  const held = async (condition: string) => {
    const [row] = await askDatabase<{ count: string }>(
      config,
      `select count(*) from persons.person where ${condition}`,
    );
    return Number(row?.count);
  };

  it.each(['3508', '350802', '350802001', '350802001001', '350802001001001'])(
    'contains by significant digits: %s',
    async (area) => {
      const count = await held(`grid_code like '${area}%'`);
      expect(count).toBeGreaterThan(0);
      expect(await seen(scopeOf(area))).toBe(count);
    },
  );

  it('of the whole city contains those who live nowhere, of an area never', async () => {
    expect(await seen({ is_city: 'true' })).toBe(await held('true'));
    expect(await seen(scopeOf('3508'))).toBe(await held('grid_code is not null'));
  });

  it('of a break-glass contains the one person, and with him his household’s row but nobody of it', async () => {
    const glass = { area_from: '~', area_to: '', glass_person: cast.linMeihua.id };
    expect(await seen(glass)).toBe(1);
    expect(await within('persons', glass, () => countIn('persons', 'household'))).toBe(1);
    expect(await seen({ glass_person: 'nobody' })).toBe(0);
    expect(await seen({ glass_person: '' })).toBe(0);
  });

  it('of nowhere contains nobody', async () => {
    expect(await seen({ area_from: '~', area_to: '' })).toBe(0);
  });

  it('of a citizen contains himself and his household', async () => {
    const { linMeihua } = cast;
    expect(await seen({ person: linMeihua.id })).toBe(
      await held(`id = '${linMeihua.id}' or household_id = '${linMeihua.householdId ?? ''}'`),
    );
  });
});

describe('the scope of admitted persons', () => {
  it.each([
    ['integrity', 'credit_record'],
    ['psych', 'appointment'],
    ['volunteers', 'volunteer'],
  ])('in %s shows rows of those and of nobody else', async (name, table) => {
    const [all] = await askDatabase<{ count: string }>(config, `select count(*) from ${name}.${table}`);
    const own = await within(name, { persons: `{${cast.linMeihua.id}}` }, () => countIn(name, table));
    const both = await within(name, { persons: `{${cast.linMeihua.id},${cast.huangJianjun.id}}` }, () =>
      countIn(name, table),
    );
    const units = await unitsIn(table);
    expect(own).toBeGreaterThan(units);
    expect(both).toBeGreaterThanOrEqual(own);
    expect(both).toBeLessThan(Number(all?.count));
    expect(await within(name, { persons: '{nobody}' }, () => countIn(name, table))).toBe(units);
  });
});

describe('the household function', () => {
  it('tells a household and nothing else, to persons only', async () => {
    const { rows } = await clientOf('persons').query('select household_of($1) as household', [
      cast.linMeihua.id,
    ]);
    expect(rows).toEqual([{ household: cast.linMeihua.householdId }]);
    await expect(clientOf('psych').query('select persons.household_of($1)', ['x'])).rejects.toThrow(
      'permission denied',
    );
  });
});
