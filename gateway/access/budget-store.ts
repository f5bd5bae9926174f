import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Stop } from '../../subgraphs/kit/lifecycle.ts';

/** Counts something of an actor; gives how much of it there was within the time, what is counted now included. */
export type Counter = (actor: string, count: number) => Promise<number>;

/** Where budgets are counted. What is too much is not the store's to know: an actor's roles have limits of their own. */
export interface BudgetStore {
  /** A counter that begins anew so many seconds after it began. */
  readonly counter: (name: string, duration: number) => Counter;
}

/** What fits into the column, and no actor reaches: the limiter is to count, and to refuse nothing. */
const points = 2_147_483_647;

const countBy =
  (limiter: RateLimiterAbstract): Counter =>
  async (actor, count) =>
    (await limiter.consume(actor, count)).consumedPoints;

/** The server gives a statement up first, so that what hangs does not keep a connection of it. */
const patience = { connectionTimeoutMillis: 2_000, statement_timeout: 2_000, query_timeout: 3_000 } as const;

/**
 * The database of GATEWAY_DATABASE_URL, where several gateways count together: its role needs a schema it may make tables
 * in. Without one each process counts for itself.
 */
export async function openBudgetStore(databaseUrl: string | undefined, stops: Stop[]): Promise<BudgetStore> {
  if (databaseUrl === undefined) {
    return {
      counter: (keyPrefix, duration) => countBy(new RateLimiterMemory({ keyPrefix, points, duration })),
    };
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, ...patience });
  // The pool drops a connection that is lost while idle and opens another; unheard, the event would stop the hub. That
  // nothing can be counted is told by whoever counts.
  pool.on('error', () => undefined);
  stops.push(() => pool.end());
  // Even with "if not exists" two gateways that start at once would refuse each other. One text is one transaction.
  await pool.query(
    `select pg_advisory_xact_lock(hashtext('portrait-hub budgets'));
     create table if not exists gateway_budget
       (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
  );
  return {
    counter: (keyPrefix, duration) =>
      countBy(
        new RateLimiterPostgres({
          storeClient: pool,
          storeType: 'pool',
          tableName: 'gateway_budget',
          tableCreated: true,
          keyPrefix,
          points,
          duration,
        }),
      ),
  };
}
