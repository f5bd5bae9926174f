import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { deriveUrls, type DatabaseUrls } from '../../subgraphs/kit/database/urls.ts';
import { appendStatement } from '../../subgraphs/kit/ledger/append.ts';
import {
  retentionOf,
  toLine,
  type LedgerEntry,
  type LedgerLine,
  type Retention,
} from '../../subgraphs/kit/ledger/entry.ts';
import { createPolicy } from '../../schema/policy.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import type { Config } from '../../gateway/config.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';

let config: Config;
let urls: DatabaseUrls;

beforeAll(async () => {
  config = await createTestDatabase();
  urls = await deriveUrls(config.databaseUrl ?? '', new Map(), config.dataDir);
});

const entry = (access: string, content: LedgerEntry['content'] = {}): LedgerEntry => ({
  kind: 'INTENT',
  retention: 'ACCESS',
  access,
  content: { actor: { id: 'clerk', role: 'GRID_WORKER' }, ...content },
});

const append = (entries: readonly LedgerEntry[]) =>
  withClient(urls.ledgerWriter, (client) => client.query(send(entries)));

const send = (entries: readonly LedgerEntry[]) => {
  const { text, values } = appendStatement(entries.map(toLine));
  return { text, values: [...values] };
};

interface Row {
  chain: string;
  seq: string;
  at: Date;
  prev: Buffer;
  hash: Buffer;
  body: Buffer;
}

const records = (chain: string) =>
  askDatabase<Row>(config, 'select * from governance.ledger_record where chain = $1 order by seq', [chain]);

describe('the ledger', () => {
  it.each([
    'select * from governance.ledger_record',
    'select * from governance.ledger_head',
    "insert into governance.ledger_head values ('x', 'y', 1, '', now())",
    'delete from governance.ledger_record',
    "update governance.ledger_record set body = ''",
    "select governance.append_to_ledger_at('2020-01-01', '{ACCESS}', '{0}', array['{}'])",
    "select governance.begin_chain('a', 'b')",
    'create table governance.mine (a text)',
    'select * from governance.consent_receipt',
    'select * from persons.person',
  ])('lets its writer do nothing but append: not %s', async (statement) => {
    await expect(withClient(urls.ledgerWriter, (client) => client.query(statement))).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|42P01)$/),
    });
  });

  it('links every record to the one before it over canonical bytes', async () => {
    await append([entry('a', { case: '案〔2026〕1', note: '张\u2028"\\x' }), entry('a'), entry('a')]);
    await append([entry('a')]);
    const [{ chain } = { chain: '' }] = await askDatabase<{ chain: string }>(
      config,
      "select chain from governance.ledger_record where access = 'a' limit 1",
    );
    const rows = await records(chain);
    expect(rows.map(({ seq }) => seq)).toEqual(['1', '2', '3', '4']);
    let prev = '0'.repeat(64);
    for (const row of rows) {
      const sealed = canonicalize({
        at: row.at.toISOString(),
        body: JSON.parse(row.body.toString('utf8')),
        chain: row.chain,
        prev,
        seq: Number(row.seq),
      });
      expect(row.prev.toString('hex')).toBe(prev);
      expect(createHash('sha256').update(String(sealed)).digest('hex')).toBe(row.hash.toString('hex'));
      prev = row.hash.toString('hex');
    }
    const [head] = await askDatabase<{ seq: string; hash: Buffer }>(
      config,
      'select seq, hash from governance.ledger_head where chain = $1',
      [chain],
    );
    expect([head?.seq, head?.hash.toString('hex')]).toEqual(['4', prev]);
  });

  it.each<readonly [string, Partial<LedgerLine>, LedgerEntry['content']]>([
    ['a chain that is not its access’s', { shard: (toLine(entry('strange')).shard + 1) % 4 }, {}],
    ['no chain', { shard: -1 }, {}],
    ['a kind of retention that there is not', { retention: 'NEVER' as Retention }, {}],
    ['the shorter time, of a review', { retention: 'ACCESS' }, { purpose: 'INTEGRITY_REVIEW' }],
    [
      'the shorter time, of a credit record',
      { retention: 'ACCESS' },
      { classes: ['IDENTITY', 'CREDIT_PUBLIC'] },
    ],
  ])('lets its writer put no line into %s', async (_where, wrong, content) => {
    const line = { ...toLine(entry('strange', content)), ...wrong };
    const { text, values } = appendStatement([line]);
    const writing = withClient(urls.ledgerWriter, (client) => client.query({ text, values: [...values] }));
    await expect(writing).rejects.toMatchObject({ code: '22023' });
    expect(
      await askDatabase(config, "select from governance.ledger_record where access = 'strange'"),
    ).toEqual([]);
  });

  it('lets its writer hide no person’s line in another chain, and no act of his under another time', async () => {
    const { body } = toLine({ ...entry('strange'), person: 'reference-1' });
    const own = toLine({ ...entry('strange'), person: 'reference-1' }).shard;
    for (const line of [
      { retention: 'ACCESS' as const, shard: (own + 1) % 4, body },
      toLine({ ...entry('strange'), kind: 'EVENT', retention: 'INTEGRITY' }),
    ]) {
      const { text, values } = appendStatement([line]);
      const writing = withClient(urls.ledgerWriter, (client) => client.query({ text, values: [...values] }));
      await expect(writing).rejects.toMatchObject({ code: '22023' });
    }
  });

  it('asks for the longer time where the gateway does, of every class there is', async () => {
    const { classes } = createPolicy().table;
    expect(classes.some((name) => retentionOf(undefined, [name]) === 'INTEGRITY')).toBe(true);
    const taken = await withClient(urls.ledgerWriter, async (client) => {
      const names: string[] = [];
      for (const name of classes) {
        const line = toLine({ ...entry(`class-${name}`, { classes: [name] }), retention: 'ACCESS' });
        const { text, values } = appendStatement([line]);
        await client.query(text, [...values]).then(
          () => names.push(name),
          () => undefined,
        );
      }
      return names;
    });
    expect(taken).toEqual(classes.filter((name) => retentionOf(undefined, [name]) === 'ACCESS'));
  });

  it('writes all lines of a call or none', async () => {
    const good = toLine(entry('whole'));
    const { text, values } = appendStatement([good, { ...good, body: '{"broken' }]);
    const both = withClient(urls.ledgerWriter, (client) => client.query({ text, values: [...values] }));
    await expect(both).rejects.toThrow();
    expect(await askDatabase(config, "select from governance.ledger_record where access = 'whole'")).toEqual(
      [],
    );
  });

  it('keeps every chain whole when many write at once, the first of a month among them', async () => {
    const pool = new pg.Pool({ connectionString: urls.ledgerWriter, max: 8 });
    const retentions = ['ACCESS', 'INTEGRITY'] as const;
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        pool.query(
          send(
            Array.from({ length: 10 }, (__, place) => ({
              ...entry(`many-${index}-${place}`),
              retention: retentions[place % 2] ?? 'ACCESS',
            })),
          ),
        ),
      ),
    );
    await pool.end();
    const faults = await askDatabase(
      config,
      `select chain, seq from (select *, lag(hash) over (partition by chain order by seq) as before,
         row_number() over (partition by chain order by seq) as place from governance.ledger_record) r
       where place <> seq or (before is not null and before <> prev)`,
    );
    expect(faults).toEqual([]);
    const [count] = await askDatabase<{ count: string }>(
      config,
      "select count(*) from governance.ledger_record where access like 'many-%'",
    );
    expect(count?.count).toBe('600');
  });

  it('goes on in time when the clock steps back', async () => {
    const { text, values } = appendStatement([toLine({ ...entry('clock'), retention: 'INTEGRITY' })]);
    const at = (moment: string) =>
      askDatabase(config, text.replace('append_to_ledger(', `append_to_ledger_at('${moment}', `), [
        ...values,
      ]);
    await at('2031-05-02T10:00:00.123Z');
    await at('2031-05-02T09:00:00Z');
    const rows = await askDatabase<{ at: Date; seq: string }>(
      config,
      "select at, seq from governance.ledger_record where chain like 'INTEGRITY-203105-%' order by seq",
    );
    expect(rows.map(({ at: moment }) => moment.toISOString())).toEqual([
      '2031-05-02T10:00:00.123Z',
      '2031-05-02T10:00:00.123Z',
    ]);
  });
});
