import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { testConfig } from '../support/test-config.ts';

const moduleOf = (path: string): string =>
  JSON.stringify(new URL(`../../subgraphs/kit/${path}`, import.meta.url).href);

/** Two values that PostgreSQL repeats in what it says: one in a message, one in a detail. */
const [name, number] = ['Zhang Secret', '359999199001011234'];

const program = `
import { defineEntity, p } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { createLog } from ${moduleOf('log.ts')};
import { openDatabase } from ${moduleOf('database/orm.ts')};
import { withClient } from ${moduleOf('database/roles.ts')};
const [url, name, number] = process.argv.slice(1);
const schema = defineEntity({ name: 'Sample', tableName: 'log_sample', schema: 'pg_temp', properties: { id: p.text().primary(), age: p.text() } });
class Sample extends schema.class {}
schema.setClass(Sample);
const log = createLog('test');
const tell = (act) => act.then(() => log.error('nothing failed'), (err) => log.error({ err }, 'failed'));
const database = await openDatabase({ name: 'public', url, entities: [Sample], poolMax: 1 });
await tell(withClient(url, (client) => client.query('select $1::text::int', [name])));
await tell(withClient(url, async (client) => {
  await client.query('create temp table log_sample (id text primary key)');
  await client.query('insert into log_sample values ($1), ($1)', [number]);
}));
await tell(sql\`select \${name}::text::int\`.execute(database.kysely));
await tell(database.orm.em.fork().execute('select ?::text::int', [name]));
await sql\`create temp table log_sample (id text primary key, age int)\`.execute(database.kysely);
await tell(database.orm.em.fork().insertMany(Sample, [{ id: number, age: '1' }, { id: number, age: '2' }]));
await tell(Promise.reject(new Error('a wrapper', { cause: Object.assign(new Error(name), { severity: 'ERROR' }) })));
await database.close();
`;

const run = spawnSync(
  process.execPath,
  ['--input-type=module', '-e', program, testConfig('postgres').databaseUrl ?? '', name, number],
  { env: { ...process.env, LOG_LEVEL: 'info', LOG_FILE: '' }, encoding: 'utf8', timeout: 20_000 },
);
const lines = run.stderr
  .trim()
  .split('\n')
  .map((line): { msg: string; err?: { code?: string; type: string } } => JSON.parse(line));

describe('the log of a failed statement', () => {
  it('repeats no value that the statement held', () => {
    expect([run.stderr.includes('Secret'), run.stderr.includes(number)]).toEqual([false, false]);
  });

  it('tells the code of PostgreSQL by which the fault is found', () => {
    expect(lines.map(({ msg, err }) => [msg, err?.code])).toEqual([
      ['failed', '22P02'],
      ['failed', '23505'],
      ['failed', '22P02'],
      ['failed', '22P02'],
      ['failed', '23505'],
      ['failed', undefined],
    ]);
  });
});
