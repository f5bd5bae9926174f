import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '../../seeds/cast.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Page {
  readonly nodes: readonly Readonly<Record<string, string>>[];
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, string>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.stop());

const { linMeihua } = cast;
const person = `person(id: "${linMeihua.id}")`;

/** Every connection: the path to it, its key field, and what it must list, in order, by independent SQL. */
const connections: readonly (readonly [name: string, path: readonly string[], key: string, sql: string])[] = [
  [
    'searchPersons',
    ['searchPersons(input: { area: "350802001" }'],
    'id',
    'select id as key from persons.person where grid_code like \'350802001%\' and death_date is null order by id collate "C"',
  ],
  [
    'Grid.residents',
    [`grid(code: "${linMeihua.gridCode ?? ''}")`, 'residents('],
    'id',
    `select id as key from persons.person where grid_code = '${linMeihua.gridCode ?? ''}' and death_date is null order by id collate "C"`,
  ],
  [
    'grids',
    ['grids(area: "350802001"'],
    'code',
    "select code as key from grids.grid where code like '350802001%' order by code",
  ],
  [
    'Division.children',
    ['division(code: "350802")', 'children('],
    'code',
    "select code as key from grids.division where parent_code = '350802' order by code",
  ],
  [
    'Grid.visits',
    ['grid(code: "350823106201001")', 'visits('],
    'id',
    'select id as key from grids.visit where grid_code = \'350823106201001\' order by visited_at desc, id collate "C" desc',
  ],
  [
    'records',
    [person, 'integrity', 'records('],
    'id',
    `select r.id as key from integrity.credit_record r join integrity.record_link l on l.record_id = r.id and l.unlinked_at is null join integrity.subject s on s.id = l.subject_id where s.person_id = '${linMeihua.id}' and r.superseded_at is null and r.status in ('RECORDED', 'DISPUTED') and coalesce(r.valid_until, 'infinity') >= current_date order by r.decided_on desc, r.id collate "C" desc`,
  ],
  [
    'appointments',
    [person, 'psych', 'appointments('],
    'id',
    `select id as key from psych.appointment where person_id = '${linMeihua.id}' order by starts_at desc, id collate "C" desc`,
  ],
  [
    'claims',
    [person, 'volunteer', 'claims('],
    'id',
    `select c.id as key from volunteers.claim c join volunteers.volunteer v on v.id = c.volunteer_id where v.person_id = '${linMeihua.id}' order by c.claimed_at desc, c.id collate "C" desc`,
  ],
  [
    'pointEntries',
    [person, 'volunteer', 'pointEntries('],
    'id',
    `select e.id as key from volunteers.point_entry e join volunteers.volunteer v on v.id = e.volunteer_id where v.person_id = '${linMeihua.id}' order by e.booked_at desc, e.id collate "C" desc`,
  ],
  [
    'stations',
    ['stations(area: "350802001"'],
    'code',
    "select code as key from psych.station where division_code like '350802001%' order by code",
  ],
  [
    'tasks',
    ['tasks(area: "350802"'],
    'id',
    'select id as key from volunteers.task where division_code like \'350802%\' order by starts_at desc, id collate "C" desc',
  ],
];

async function askPage(
  path: readonly string[],
  key: string,
  first: number,
  after: string | null,
): Promise<Page> {
  const page = `first: $first, after: $after) { nodes { ${key} } edges { cursor node { ${key} } } pageInfo { hasNextPage endCursor } }`;
  const last = path.at(-1) ?? '';
  const opened = last.endsWith('(') ? last : `${last}, `;
  const query = `query ($first: Int!, $after: String) { ${path.slice(0, -1).join(' { ')} ${path.length > 1 ? '{' : ''} ${opened}${page} ${'}'.repeat(path.length)}`;
  let found: unknown = await hub.client.request(query, { first, after });
  for (const step of path) found = (found as Readonly<Record<string, unknown>>)[/^\w+/.exec(step)?.[0] ?? ''];
  return found as Page;
}

/** Walks all pages of a size; gives the keys in the order they came. */
async function walk(
  path: readonly string[],
  key: string,
  first: number,
): Promise<readonly (string | undefined)[]> {
  const keys: (string | undefined)[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 1_000; pages += 1) {
    const page: Page = await askPage(path, key, first, after);
    keys.push(...page.nodes.map((node) => node[key]));
    expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
    expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
    if (!page.pageInfo.hasNextPage) return keys;
    expect(page.nodes).toHaveLength(first);
    after = page.pageInfo.endCursor;
  }
  throw new Error('the pages do not end');
}

describe.each(connections)('the pages of %s', (_name, path, key, sql) => {
  it.each([1, 3, 7, 100])('of %s rows are together what the register holds, in its order', async (first) => {
    const expected = (await askDatabase<{ key: string }>(hub.config, sql))
      .map((row) => row.key)
      .slice(0, 60 * first);
    expect(expected.length).toBeGreaterThan(1);
    if (first === 1 && expected.length > 30) {
      const page = await askPage(path, key, first, null);
      expect(page.nodes.map((node) => node[key])).toEqual(expected.slice(0, 1));
      return;
    }
    expect(await walk(path, key, first)).toEqual(expected);
  });

  it('go on behind any row, not only the last', async () => {
    const [whole] = [await askPage(path, key, 5, null)];
    const rest = await askPage(path, key, 5, whole.edges[0]?.cursor ?? null);
    expect(rest.nodes.slice(0, whole.nodes.length - 1)).toEqual(whole.nodes.slice(1));
  });
});

describe('a row that is added while somebody turns the pages', () => {
  it('is neither a reason to repeat another nor to leave one out', async () => {
    const path = [person, 'volunteer', 'claims('];
    const before = await walk(path, 'id', 100);
    const first = await askPage(path, 'id', 3, null);
    await askDatabase(
      hub.config,
      `insert into volunteers.claim (id, task_id, volunteer_id, state, claimed_at)
       select 'claim-of-the-test', t.id, v.id, 'CLAIMED', '2030-01-01'
       from volunteers.volunteer v, volunteers.task t
       where v.person_id = $1 and t.id not in (select task_id from volunteers.claim c where c.volunteer_id = v.id) limit 1`,
      [linMeihua.id],
    );
    const second = await askPage(path, 'id', 100, first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map((node) => node['id'])).toEqual(before);
    expect((await walk(path, 'id', 100))[0]).toBe('claim-of-the-test');
  });
});
