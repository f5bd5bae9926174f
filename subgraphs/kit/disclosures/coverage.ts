import type pg from 'pg';
import { request } from 'undici';

/** The period that a department's own log of disclosures covers. */
export interface LogPeriod {
  readonly from: Date;
  readonly to: Date;
}

/** Asks a department for the period of its log; null when it keeps none. Rejects when it does not answer. */
export type LogCoverage<Name extends string = string> = (subgraph: Name) => Promise<LogPeriod | null>;

/** Where a subgraph that runs apart tells its period. */
export const coveragePath = '/disclosures/coverage';

/** The period of one's own log: from its beginning to now. */
export async function readCoverage(pool: pg.Pool, now: Date): Promise<LogPeriod | null> {
  const { rows } = await pool.query<{ began_at: Date }>('select began_at from disclosure_log_state');
  const [state] = rows;
  return state ? { from: state.began_at, to: now } : null;
}

/** Asks a subgraph that runs apart; rejects when it does not answer, or with something else than a period. */
export async function fetchCoverage(origin: string | URL, patienceMs: number): Promise<LogPeriod | null> {
  const { statusCode, body } = await request(new URL(coveragePath, origin), {
    signal: AbortSignal.timeout(patienceMs),
  });
  if (statusCode !== 200) {
    await body.dump();
    throw new Error(`A subgraph answered the question for its log with ${statusCode}`);
  }
  const answer: unknown = await body.json();
  return answer === null ? null : readPeriod(answer);
}

function readPeriod(answer: unknown): LogPeriod {
  if (typeof answer === 'object' && answer !== null && 'from' in answer && 'to' in answer) {
    const period = { from: new Date(String(answer.from)), to: new Date(String(answer.to)) };
    if (!Number.isNaN(period.from.getTime()) && !Number.isNaN(period.to.getTime())) return period;
  }
  throw new Error('A subgraph answered the question for its log with something else');
}
