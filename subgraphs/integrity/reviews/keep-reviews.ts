import { sql, type Kysely } from 'kysely';
import type { Log } from '../../kit/log.ts';
import type { Stop } from '../../kit/lifecycle.ts';
import { advance, type Occasion } from './advance.ts';
import { act } from './subject-row.ts';

interface KeepingOptions {
  readonly database: Kysely<unknown>;
  readonly clock: () => Date;
  readonly log: Log;
}

/** How often it is looked for what is due. */
const intervalMs = 500;

/** So many subjects a transaction: a kill loses one such step and nothing else, and who answers for one of them waits for no more. */
const chunk = 200;

/** Nobody waits for it, so a slow machine gets its time: ended at the limit of requests, a step would begin anew for ever. */
const patience = '60s';

const dayInCity = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/**
 * Carries reviews on while the process runs: collects what is not collected yet, ends waits at their deadlines, reminds once
 * before them, presents after notices, ends decisions that have run out. All of it is in the database, so that a process that
 * dies is carried on by any other.
 */
export function keepReviews({ database, clock, log }: KeepingOptions, stops: Stop[]): void {
  let running = Promise.resolve();
  let isStopping = false;
  const onFault = (error: unknown): void => {
    if (!isStopping) log.error({ err: error }, 'reviews wait');
  };
  const turn = async (): Promise<void> => {
    while (!isStopping && (await keepOnce(database, clock(), onFault))) log.debug('reviews carried on');
  };
  const timer = setInterval(() => {
    running = running.then(turn);
  }, intervalMs);
  timer.unref();
  stops.push(async () => {
    isStopping = true;
    clearInterval(timer);
    await running;
  });
}

/**
 * One step of all that is due; says whether there was something, so that there may be more. What fails is told, and waits for
 * the next turn: deadlines, notices and expiries do not wait with it.
 */
export async function keepOnce(
  database: Kysely<unknown>,
  now: Date,
  onFault: (error: unknown) => void,
): Promise<boolean> {
  const occasion = { actor: 'system', now, today: dayInCity.format(now) };
  const steps = [collectNext, lapseNext, remindNext, presentNext, expireNext];
  let isMore = false;
  for (const step of steps) {
    try {
      const isDone = await inCity(database, (connection) => step(connection, occasion));
      isMore ||= isDone;
    } catch (error) {
      onFault(error);
    }
  }
  return isMore;
}

/** As the register itself, over the whole city. */
async function inCity<T>(
  database: Kysely<unknown>,
  work: (connection: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (connection) => {
    await sql`select set_config('hub.is_city', 'true', true), set_config('statement_timeout', ${patience}, true)`.execute(
      connection,
    );
    return work(connection);
  });
}

type Condition = ReturnType<typeof sql>;

async function take(database: Kysely<unknown>, condition: Condition): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from review_subject s join review r on r.id = s.review_id where ${condition}
    order by s.review_id, s.ordinal limit ${chunk} for update of s skip locked`.execute(database);
  return rows.map(({ id }) => id);
}

async function collectNext(database: Kysely<unknown>, occasion: Occasion): Promise<boolean> {
  const ids = await take(
    database,
    sql`s.needs_collection and s.state in ('REQUESTED', 'REOPENED', 'COLLECTING')`,
  );
  await advance(database, occasion, ids);
  return ids.length > 0;
}

async function lapseNext(database: Kysely<unknown>, occasion: Occasion): Promise<boolean> {
  const now = occasion.now.toISOString();
  const ids = await take(database, sql`s.state = 'COLLECTING' and r.deadline <= ${now}::timestamptz`);
  await advance(database, occasion, ids);
  return ids.length > 0;
}

/** Once, a day before the deadline. */
async function remindNext(database: Kysely<unknown>, { now, ...occasion }: Occasion): Promise<boolean> {
  const at = now.toISOString();
  const { rows } = await sql<{ id: string }>`
    update review_answer a set reminded_at = ${at} from review_subject s
    where s.id = a.review_subject_id and s.state = 'COLLECTING' and a.reminded_at is null
      and a.due_at between ${at}::timestamptz and ${at}::timestamptz + interval '1 day' returning s.id`.execute(
    database,
  );
  const ids = [...new Set(rows.map(({ id }) => id))];
  await act(database, 'REMIND', { ...occasion, now }, ids);
  return ids.length > 0;
}

async function presentNext(database: Kysely<unknown>, occasion: Occasion): Promise<boolean> {
  const ids = await take(database, sql`s.state = 'PRE_NOTICE' and s.notice_until < ${occasion.today}::date`);
  await act(database, 'PRESENT', occasion, ids);
  return ids.length > 0;
}

async function expireNext(database: Kysely<unknown>, occasion: Occasion): Promise<boolean> {
  const ids = await take(
    database,
    sql`s.state in ('SIGNED', 'UPHELD') and exists (select from review_decision d where d.review_subject_id = s.id
      and d.ended_at is null and d.expires_on < ${occasion.today}::date)`,
  );
  await act(database, 'EXPIRE', occasion, ids);
  return ids.length > 0;
}
