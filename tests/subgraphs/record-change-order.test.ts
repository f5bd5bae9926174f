import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { adminUrlOf, createTestDatabase } from '../support/database.ts';
import { insertRecords } from '../support/records.ts';

let config: Config;
let reader: pg.Client;
const clients: pg.Client[] = [];
const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
};

beforeAll(async () => {
  config = await createTestDatabase();
  const ground = await openGround(config, createLog('tests'), []);
  await migrateAll(ground);
  reader = await connect(ground.urls.runtimeOf('integrity'));
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
});

interface Change {
  readonly position: string;
  readonly record_id: string;
  readonly version: number;
}

/** What the feed tells after a position, by its rule, as its role and under its scope. */
async function poll(after: string, limit: number): Promise<readonly Change[]> {
  await reader.query("begin read only; set local hub.department = 'D33'");
  const { rows } = await reader.query<Change>(
    `select position, record_id, version from ${changes}
     where department_code = 'D33' and xid < pg_snapshot_xmin(pg_current_snapshot()) and position > $1
     order by position limit $2`,
    [after, limit],
  );
  await reader.query('commit');
  return rows;
}

/** Reads on until everything that was asked for has come, or patience ends: other tests' transactions hold the feed back. */
async function pollUntil(after: string, limit: number, isEnough: (seen: readonly Change[]) => boolean) {
  const seen: Change[] = [];
  for (const until = performance.now() + 60_000; !isEnough(seen) && performance.now() < until;) {
    const page = await poll(seen.at(-1)?.position ?? after, limit);
    seen.push(...page);
    if (page.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return seen;
}

/** A change's position, as `change-reads.ts` tells it. */
const positionOf = (id: string): string =>
  `lpad(xid::text, 20, '0') || '-' || lpad(version::text, 10, '0') || '-' || ${id}`;
const changes = `(select *, ${positionOf('record_id')} as position from integrity.record_change) c`;

const end = async (): Promise<string> => {
  const { rows } = await (
    await admin()
  ).query<{ last: string }>(
    `select coalesce(max(${positionOf('id')}), '') as last from integrity.credit_record where department_code = 'D33'`,
  );
  return rows[0]?.last ?? '';
};
const admin = (): Promise<pg.Client> => connect(adminUrlOf(config));

describe('the order of changes', () => {
  it('is that of the transactions: one that is open holds back what was committed after it', async () => {
    const from = await end();
    const [first, second] = [await admin(), await admin()];
    await first.query('begin');
    await second.query('begin');
    await first.query(insertRecords, ['slow', 2, 1, 'RECORDED']);
    await second.query(insertRecords, ['fast', 1, 1, 'RECORDED']);
    await second.query('commit');
    expect(await poll(from, 10)).toEqual([]);
    await first.query('commit');
    const seen = await pollUntil(from, 10, ({ length }) => length >= 3);
    expect(seen.map(({ record_id: id }) => id)).toEqual(['slow-1', 'slow-2', 'fast-1']);
  });

  it('has nothing of what was rolled back, nor waits for it', async () => {
    const from = await end();
    const [first, second] = [await admin(), await admin()];
    await first.query('begin');
    await first.query(insertRecords, ['void', 1, 1, 'RECORDED']);
    await second.query(insertRecords, ['firm', 1, 1, 'RECORDED']);
    await first.query('rollback');
    const seen = await pollUntil(from, 10, ({ length }) => length >= 1);
    expect(seen.map(({ record_id: id }) => id)).toEqual(['firm-1']);
  });

  it('stands the versions of one statement in their order', async () => {
    const from = await end();
    const writer = await admin();
    await writer.query(`insert into integrity.credit_record (id, version, recorded_at, superseded_at, department_code,
      source_record_id, content_hash, type_code, polarity, data_class, title, status, decided_on)
      select 'many', v, now(), case when v < 5 then now() end, 'D33', 'SRC', '', 'D33-PEN', 'NEGATIVE', 'CREDIT_PUBLIC',
        'x', 'RECORDED', '2026-10-01' from generate_series(5, 1, -1) v`);
    const seen = await pollUntil(from, 2, ({ length }) => length >= 5);
    expect(seen.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  it('lets a reader who polls miss nothing and see nothing twice, whatever eight writers do beside him', async () => {
    let run = 0;
    const writers = await Promise.all(Array.from({ length: 8 }, admin));
    const script = fc.array(
      fc.record({
        rows: fc.integer({ min: 1, max: 5 }),
        waitMs: fc.integer({ min: 0, max: 15 }),
        isKept: fc.boolean(),
      }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(script, { minLength: 8, maxLength: 8 }), async (scripts) => {
        run += 1;
        const from = await end();
        const kept: string[] = [];
        const work = writers.map(async (writer, number) => {
          for (const [act, { rows, waitMs, isKept }] of (scripts[number] ?? []).entries()) {
            const name = `r${run}w${number}a${act}`;
            await writer.query('begin');
            await writer.query(insertRecords, [name, rows, 1, 'RECORDED']);
            await writer.query('select pg_sleep($1)', [waitMs / 1000]);
            await writer.query(isKept ? 'commit' : 'rollback');
            if (isKept) kept.push(...Array.from({ length: rows }, (_, n) => `${name}-${n + 1}`));
          }
        });
        let isDone = false;
        const [seen] = await Promise.all([
          pollUntil(from, 3, ({ length }) => isDone && length >= kept.length),
          Promise.all(work).finally(() => (isDone = true)),
        ]);
        expect(seen.map(({ record_id: id }) => id).toSorted()).toEqual(kept.toSorted());
        expect(seen.map(({ position }) => position)).toEqual(seen.map(({ position }) => position).toSorted());
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
