import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Stop } from '../../subgraphs/kit/lifecycle.ts';

/** Where budgets are counted. */
export interface BudgetStore {
  /** A limiter of so many points within so many seconds. */
  readonly limiter: (name: string, points: number, duration: number) => RateLimiterAbstract;
}

/**
 * The database of GATEWAY_DATABASE_URL, where several gateways count together: its role needs a schema it may make tables
 * in. Without one each process counts for itself.
 */
export async function openBudgetStore(databaseUrl: string | undefined, stops: Stop[]): Promise<BudgetStore> {
  if (databaseUrl === undefined) {
    return {
      limiter: (keyPrefix, points, duration) => new RateLimiterMemory({ keyPrefix, points, duration }),
    };
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, connectionTimeoutMillis: 2_000 });
  stops.push(() => pool.end());
  await pool.query(
    'create table if not exists gateway_budget (key varchar(255) primary key, points integer not null default 0, expire bigint)',
  );
  return {
    limiter: (keyPrefix, points, duration) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'gateway_budget',
        tableCreated: true,
        keyPrefix,
        points,
        duration,
      }),
  };
}
