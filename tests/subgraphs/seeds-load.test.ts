import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadSeeds, SeedRefusedError, type SeedOptions } from '../../seeds/load.ts';
import { subgraphNames } from '../../schema/registry.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { deriveUrls, type DatabaseUrls } from '../../subgraphs/kit/database/urls.ts';
import type { Config } from '../../gateway/config.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';
import { testIdentifierKey, testScale } from '../support/test-config.ts';

let config: Config;
let urls: DatabaseUrls;

const options = (rest: Partial<SeedOptions> = {}): SeedOptions => ({
  ownerUrl: urls.ownerOf,
  identifierKey: testIdentifierKey,
  scale: testScale,
  now: new Date('2026-11-20T03:00:00Z'),
  ...rest,
});

const countOf = async (table: string): Promise<number> => {
  const [row] = await askDatabase<{ count: string }>(config, `select count(*) from ${table}`);
  return Number(row?.count);
};

/** Takes a subgraph's rows and marker away, as if it had never been loaded. */
async function empty(subgraph: string): Promise<void> {
  const tables = await askDatabase<{ tablename: string }>(
    config,
    "select tablename from pg_tables where schemaname = $1 and tablename not like '%migration%'",
    [subgraph],
  );
  const names = tables.map(({ tablename }) => `${subgraph}.${tablename}`);
  await askDatabase(config, `truncate ${names.join(', ')}`);
}

beforeAll(async () => {
  config = await createTestDatabase();
  urls = await deriveUrls(config.databaseUrl ?? '', config.runtimeUrls, config.dataDir);
});

describe('loading the seeds', () => {
  it.each([0, 1.5, Number.NaN, -1])('refuses a scale of %s', async (scale) => {
    await expect(loadSeeds(options({ scale }))).rejects.toThrow(SeedRefusedError);
  });

  it('refuses another scale or seed number than the loaded one and says what to do', async () => {
    const before = await countOf('persons.person');
    await expect(loadSeeds(options({ scale: 0.004 }))).rejects.toThrow(
      /SEED_SCALE=0\.002.*npm run seed -- --replace/s,
    );
    await expect(loadSeeds(options({ seedNumber: 7 }))).rejects.toThrow(SeedRefusedError);
    expect(await countOf('persons.person')).toBe(before);
  });

  it('refuses rows that no seeding put there', async () => {
    await askDatabase(config, 'truncate grids.hub_seed');
    await expect(loadSeeds(options())).rejects.toThrow('grids.division holds rows that no seeding put there');
    await empty('grids');
    await loadSeeds(options());
  });

  it('refuses a connection whose schema is another one', async () => {
    await expect(loadSeeds(options({ ownerUrl: () => urls.ownerOf('grids') }))).rejects.toThrow(
      'search_path',
    );
  });

  it('leaves nothing of a subgraph whose load was killed at its end, and loads it at the next start', async () => {
    const indexes = "(select * from pg_indexes where schemaname = 'integrity') i";
    const indexCount = await countOf(indexes);
    await empty('integrity');
    await withClient(urls.ownerOf('integrity'), async (client) => {
      // All rows are in when the load comes to its marker; there this lock holds it up until the axe falls.
      await client.query('begin');
      await client.query('lock table hub_seed in access share mode');
      const load = expect(loadSeeds(options())).rejects.toThrow();
      const here = "datname = current_database() and application_name = 'portrait-hub seeds'";
      const waiting = `(select from pg_stat_activity where ${here} and wait_event_type = 'Lock') w`;
      while ((await countOf(waiting)) === 0) await sleep(20);
      await askDatabase(config, `select pg_terminate_backend(pid) from pg_stat_activity where ${here}`);
      await load;
      await client.query('rollback');
    });
    expect(await countOf('integrity.department')).toBe(0);
    expect(await countOf('integrity.hub_seed')).toBe(0);
    expect(Object.keys(await loadSeeds(options()))).toEqual(['integrity']);
    expect(await countOf('integrity.department')).toBe(42);
    expect(await countOf(indexes)).toBe(indexCount);
  });

  it('does nothing where everything is there', async () => {
    expect(await loadSeeds(options())).toEqual({});
  });

  it('loads once when two processes start together', async () => {
    await empty('psych');
    const outcomes = await Promise.all([loadSeeds(options()), loadSeeds(options())]);
    expect(outcomes.filter((outcome) => 'psych' in outcome)).toHaveLength(1);
    expect(await countOf('psych.counsellor')).toBe(90);
  });

  it('says in the marker what was loaded, and no run-time role may read it', async () => {
    for (const subgraph of subgraphNames) {
      const [marker] = await askDatabase(config, `select scale, seed_number, rows from ${subgraph}.hub_seed`);
      expect(marker).toMatchObject({ scale: testScale, seed_number: '20260901' });
      const reading = withClient(urls.runtimeOf(subgraph), (client) =>
        client.query(`select * from ${subgraph}.hub_seed`),
      );
      await expect(reading).rejects.toThrow('permission denied for table hub_seed');
    }
  });

  it('reports its progress up to the rows that are there', async () => {
    await empty('volunteers');
    const seen: number[] = [];
    await loadSeeds(
      options({
        onProgress: ({ subgraph, rows, isDone }) =>
          subgraph === 'volunteers' && isDone ? seen.push(rows) : null,
      }),
    );
    const [marker] = await askDatabase<{ sum: string }>(
      config,
      'select sum(value::int) from volunteers.hub_seed, jsonb_each_text(rows)',
    );
    expect(seen).toEqual([Number(marker?.sum)]);
  });

  it('replaces the data by that of another scale when told to', async () => {
    await loadSeeds(options({ scale: 0.001, isReplacing: true }));
    expect(await countOf('persons.person')).toBeLessThan(3_000);
    expect(await countOf('grids.division')).toBe(2_100);
    await expect(loadSeeds(options())).rejects.toThrow('SEED_SCALE=0.001');
  });
});
