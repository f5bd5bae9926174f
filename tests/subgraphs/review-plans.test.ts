import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { currentRules } from '../../subgraphs/integrity/domain/review/rule-versions.ts';
import { deriveUrls } from '../../subgraphs/kit/database/urls.ts';
import { askDatabase } from '../support/database.ts';
import { freshenFeeds } from '../support/deliver-one.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { ReviewDesk } from '../support/reviews.ts';

const subjectCount = 101;
let hub: TestHub;
let ids: readonly string[];
let client: pg.Client;

beforeAll(async () => {
  hub = await startHub(createPolicy());
  await freshenFeeds(hub);
  const living = await askDatabase<{ id: string }>(
    hub.config,
    `select id from persons.person where death_date is null order by id limit ${subjectCount}`,
  );
  const subjects = living.map(({ id: person }) => ({ kind: 'INDIVIDUAL', person }));
  const reviewId = await new ReviewDesk(hub).requested(subjects, { purpose: 'BENEFIT' });
  const isThrough = async (): Promise<boolean> => {
    const rows = await askDatabase<{ id: string }>(
      hub.config,
      `select id from integrity.review_subject where review_id = $1 and state = 'AWAITING_DECISION'`,
      [reviewId],
    );
    ids = rows.map(({ id }) => id);
    return ids.length === subjectCount;
  };
  while (!(await isThrough())) await new Promise((resolve) => setTimeout(resolve, 100));
  const urls = await deriveUrls(hub.config.databaseUrl ?? '', new Map(), hub.config.dataDir);
  client = new pg.Client({ connectionString: urls.ownerOf('integrity') });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await hub.stop();
});

const median = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[2] ?? 0;

describe('a hundred subjects', () => {
  it.each<readonly [string, string, readonly unknown[]]>([
    ['photographed', 'select count(*) from review_snapshots($1, $2)', [currentRules.positives]],
    [
      'collected',
      `select collect_answers($1, $2, '2021-01-01', 2, 'asked', 'not asked')`,
      [currentRules.purposes.BENEFIT.types],
    ],
  ])(
    'are %s on a connection of long standing as fast as on a new one',
    async (_, statement, values) => {
      const times: number[] = [];
      for (let turn = 0; turn < 15; turn += 1) {
        const started = performance.now();
        await client.query(statement, [ids, ...values]);
        times.push(performance.now() - started);
      }
      // Thirty times as long where the plan is made once for all; a busy machine does not do that to the median.
      expect(median(times.slice(-5))).toBeLessThan(8 * median(times.slice(0, 5)));
    },
    120_000,
  );
});
