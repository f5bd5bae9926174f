import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { subgraphNames } from '../../schema/registry.ts';
import { cast } from '../../seeds/cast.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';
import {
  protectedTables,
  rowsSeen,
  scopeOf,
  scopesOf,
  type ProtectedTable,
} from '../support/protected-tables.ts';
import { connectRuntimes, type RuntimeClients } from '../support/runtime-clients.ts';
import { settleTwoPeople, sides } from '../support/two-people.ts';

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

const namesOf = (some: readonly ProtectedTable[]): readonly string[] =>
  some.map(({ schema, name }) => `${schema}.${name}`);

/** What a scope shows of all tables of all subgraphs, each asked as its own run-time role. */
async function seenUnder(scope: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const seen = new Map<string, readonly string[]>();
  for (const schema of subgraphNames) {
    const own = tables.filter((table) => table.schema === schema);
    for (const [name, rows] of await rowsSeen(clientOf(schema), own, scope))
      seen.set(`${schema}.${name}`, rows);
  }
  return seen;
}

const shown = (seen: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...seen].flatMap(([table, rows]) => (rows.length > 0 ? [table] : []));

/** What anybody sees who calls at all, and why. */
const openInAnyCall = {
  'grids.grid_assignment': 'who works where is known to all who are served',
  'grids.grid_worker': 'the same, without who the worker is in the register',
  'integrity.credit_record': 'records of units and regions, which are nobody’s personal data',
  'integrity.current_record': 'the same, as a view',
  'integrity.record_link': 'links of those',
  'integrity.subject': 'units and regions',
  'integrity.veto': 'vetoes on those',
};
/** Of the first two there is nothing that is one person's alone. */
const nobodysOwn = ['grids.grid_assignment', 'grids.grid_worker'];

const nobody = scopeOf({ role: 'GRID_WORKER' }, 'SERVICE_VISIT');

describe('every table under row security', () => {
  it('is found in the catalogue, in each of the six schemas, and has rows', async () => {
    expect(new Set(tables.map(({ schema }) => schema))).toEqual(new Set(subgraphNames));
    // A view of a department's own has rows for a department only.
    const scoped = (found: string): string =>
      `case when set_config('hub.department', 'D33', true) is not null then ${found} end`;
    const counts = await askDatabase<{ table: string }>(
      config,
      namesOf(tables)
        .map((table) => `select '${table}' as table where ${scoped(`exists (select from ${table})`)}`)
        .join(' union all '),
    );
    expect(counts.map(({ table }) => table).sort()).toEqual([...namesOf(tables)].sort());
  });

  it('shows nothing without a scope', async () => {
    expect(shown(await seenUnder(''))).toEqual([]);
  });

  it('shows nothing on a connection that had a scope, after commit and after rollback', async () => {
    for (const scope of sides.flatMap(scopesOf)) {
      for (const end of ['commit', 'rollback'] as const) {
        for (const client of clients.all) await client.query(`begin read only; ${scope}; ${end}`);
        // Now the settings are '', no longer NULL: the trap.
        const { rows } = await clientOf('persons').query(
          "select current_setting('hub.role', true) as role, current_setting('hub.persons', true) as persons",
        );
        expect(rows).toEqual([{ role: '', persons: '' }]);
        expect(shown(await seenUnder(''))).toEqual([]);
      }
    }
  });

  it('shows whoever has to do with nobody what is public, and nothing else', async () => {
    expect(shown(await seenUnder(nobody))).toEqual(Object.keys(openInAnyCall));
  });

  it('shows each of two people, and whoever deals with him, his own and nothing of the other’s', async () => {
    const common = await seenUnder(nobody);
    const one = await ownOf(0, common);
    const other = await ownOf(1, common);
    const own = namesOf(tables).filter((table) => !nobodysOwn.includes(table));
    expect([...one.keys()].sort()).toEqual([...own].sort());
    expect([...other.keys()].sort()).toEqual([...own].sort());
    const both = own.filter((table) => [...(one.get(table) ?? [])].some((row) => other.get(table)?.has(row)));
    expect(both).toEqual([]);
  });

  it('cannot be switched off by the role it is for', async () => {
    for (const { schema, name } of tables) {
      const client = clientOf(schema);
      await client.query('set row_security = off');
      await expect(client.query(`select from ${name}`)).rejects.toThrow('row-level security');
      await client.query('reset row_security');
      await expect(client.query(`alter table ${name} disable row level security`)).rejects.toThrow('owner');
    }
  });
});

/** Rows that somebody around one of the two sees, and not whoever calls. */
async function ownOf(
  side: 0 | 1,
  common: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const own = new Map<string, Set<string>>();
  for (const scope of scopesOf(sides[side])) {
    for (const [table, rows] of await seenUnder(scope)) {
      const open = new Set(common.get(table));
      const mine = rows.filter((row) => !open.has(row));
      if (mine.length > 0) own.set(table, new Set([...(own.get(table) ?? []), ...mine]));
    }
  }
  return own;
}

async function countUnder(scope: string, name: string, table: string): Promise<number> {
  const client = clientOf(name);
  await client.query(`begin read only; ${scope}`);
  const { rowCount } = await client.query(`select from ${table}`);
  await client.query('rollback');
  return rowCount ?? 0;
}

async function held(table: string, condition = 'true'): Promise<number> {
  const [row] = await askDatabase<{ count: string }>(
    config,
    `select count(*) from ${table} where ${condition}`,
  );
  return Number(row?.count);
}

describe('the scope of an area', () => {
  const seen = async (scope: string) => countUnder(scope, 'persons', 'person');
  const areaOf = (area: string) => scopeOf({ role: 'COUNTY_CENTRE', area }, 'AID_ASSESSMENT');

  it.each([
    ['350800', '3508'],
    ['350802', '350802'],
    ['350802001', '350802001'],
    ['350802001001', '350802001001'],
    ['350802001001001', '350802001001001'],
  ])('contains by significant digits: %s', async (area, digits) => {
    for (const [name, table, condition] of [
      ['persons', 'person', `grid_code like '${digits}%'`],
      ['grids', 'visit', `grid_code like '${digits}%'`],
    ] as const) {
      const count = await held(`${name}.${table}`, condition);
      expect(count).toBeGreaterThan(0);
      expect(await countUnder(areaOf(area), name, table)).toBe(count);
    }
  });

  it('of the whole city contains those who live nowhere, of an area never', async () => {
    expect(await seen(scopeOf({ role: 'CITY_CENTRE' }, 'AID_ASSESSMENT'))).toBe(await held('persons.person'));
    expect(await seen(areaOf('350800'))).toBe(await held('persons.person', 'grid_code is not null'));
  });

  it('of a break-glass contains the one person, and with him his household’s row but nobody of it', async () => {
    const glass = `set local hub.glass_person = '${cast.linMeihua.id}'`;
    expect(await seen(glass)).toBe(1);
    expect(await countUnder(glass, 'persons', 'household')).toBe(1);
    expect(await seen(`set local hub.glass_person = 'nobody'`)).toBe(0);
    expect(await seen(`set local hub.glass_person = ''`)).toBe(0);
  });

  it('of nowhere contains nobody', async () => {
    expect(await seen(nobody)).toBe(0);
  });

  it('of a citizen contains himself and his household', async () => {
    const { id, householdId } = cast.linMeihua;
    expect(await seen(scopeOf({ role: 'CITIZEN', person: id }, 'SELF_ACCESS'))).toBe(
      await held('persons.person', `id = '${id}' or household_id = '${householdId ?? ''}'`),
    );
  });
});

describe('the scope of reviews', () => {
  const parts = ['', '_subject', '_answer', '_finding', '_ground', '_decision', '_appeal', '_event'];
  const countsFor = async (scope: string): Promise<readonly number[]> => {
    const counts: number[] = [];
    for (const part of parts) counts.push(await countUnder(scope, 'integrity', `review${part}`));
    return counts;
  };
  const reviewerOf = (department: string) =>
    scopeOf({ role: 'DEPARTMENT_REVIEWER', department }, 'INTEGRITY_REVIEW');

  it('of a department is what it is asked, with its own answers, though its people are the whole city’s', async () => {
    expect(await countsFor(reviewerOf('D33'))).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
    expect(await countsFor(reviewerOf('D41'))).toEqual([2, 2, 2, 2, 2, 2, 2, 0]);
    expect(await countsFor(reviewerOf('D12'))).toEqual(parts.map(() => 0));
  });

  it('of the office is its area, and nobody else’s area or city opens any', async () => {
    const office = scopeOf({ role: 'VETO_REVIEWER' }, 'INTEGRITY_REVIEW');
    expect(await countsFor(office)).toEqual([2, 2, 4, 2, 2, 2, 2, 2]);
    for (const role of ['CITY_CENTRE', 'DEPARTMENT_SYSTEM'] as const)
      expect(await countsFor(scopeOf({ role, department: 'D33' }, 'INTEGRITY_REVIEW'))).toEqual(
        parts.map(() => 0),
      );
  });

  it('of a citizen is himself, not who else is in the same review, and no decision that nobody signed', async () => {
    const [one, other] = sides;
    const citizen = scopeOf({ role: 'CITIZEN', person: one.person.id }, 'SELF_ACCESS', [one.person.id]);
    const before = await countsFor(citizen);
    expect(before).toEqual([1, 1, 2, 1, 1, 1, 1, 0]);
    await askDatabase(
      config,
      `insert into integrity.review_subject (id, review_id, ordinal, kind, person_id, name, is_minor, case_key, state, version,
         act, actor, acted_at)
       values ('beside', '${one.mark}-review', 1, 'LEADER', '${other.person.id}', 'n', false, 'k', 'SIGNED', 1, 'SUBMIT', 's', now())`,
    );
    expect(await countsFor(citizen)).toEqual(before);
    await askDatabase(
      config,
      `update integrity.review_decision set countersigned_at = null where id = '${one.mark}-decision'`,
    );
    expect(await countsFor(citizen)).toEqual([1, 1, 2, 1, 1, 0, 1, 0]);
  });
});

describe('the scope of supervision', () => {
  const counts = async (scope: string): Promise<readonly number[]> => [
    await countUnder(scope, 'governance', 'break_glass'),
    await countUnder(scope, 'governance', 'notice'),
    await countUnder(scope, 'governance', 'ledger_record'),
    await countUnder(scope, 'governance', 'delegation'),
  ];

  it('is the purpose with the role, of the ledger the auditor’s alone and by area, and never somebody’s delegations', async () => {
    const auditor = { role: 'AUDITOR' } as const;
    const [one] = sides;
    expect(await counts(scopeOf(auditor, 'SUPERVISION_AUDIT'))).toEqual([2, 2, 2, 0]);
    expect(await counts(scopeOf({ ...auditor, area: one.area }, 'SUPERVISION_AUDIT'))).toEqual([2, 2, 1, 0]);
    expect(await counts(scopeOf({ role: 'CITY_CENTRE' }, 'SUPERVISION_AUDIT'))).toEqual([2, 2, 0, 0]);
    for (const scope of [
      scopeOf(auditor, 'INTEGRITY_REVIEW'),
      scopeOf({ role: 'GRID_LEADER', area: '350800' }, 'SUPERVISION_AUDIT'),
      scopeOf({ role: 'DEPARTMENT_REVIEWER', department: 'D12' }, 'SUPERVISION_AUDIT'),
    ])
      expect(await counts(scope)).toEqual([0, 0, 0, 0]);
  });
});

describe('functions that look past row security', () => {
  it('tell a household and nothing else, to persons only', async () => {
    const { rows } = await clientOf('persons').query('select household_of($1) as household', [
      cast.linMeihua.id,
    ]);
    expect(rows).toEqual([{ household: cast.linMeihua.householdId }]);
    await expect(clientOf('psych').query('select persons.household_of($1)', ['x'])).rejects.toThrow(
      'permission denied',
    );
  });

  it('count claims and members whom nobody is shown', async () => {
    const [task] = await askDatabase<{ id: string; count: number }>(
      config,
      'select task_id as id, count(*)::integer from volunteers.claim group by 1 order by 2 desc, 1 limit 1',
    );
    const [team] = await askDatabase<{ id: string; count: number }>(
      config,
      'select team_id as id, count(*)::integer from volunteers.team_member where left_on is null group by 1 order by 2 desc, 1 limit 1',
    );
    const { rows } = await clientOf('volunteers').query(
      'select claimed_count($1)::integer as claims, member_count($2)::integer as members',
      [task?.id, team?.id],
    );
    expect(rows).toEqual([{ claims: task?.count, members: team?.count }]);
  });
});
