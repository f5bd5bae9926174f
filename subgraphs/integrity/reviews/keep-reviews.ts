import { sql, type Kysely } from 'kysely';
import type { Log } from '../../kit/log.ts';
import { keepDoing, type Stop } from '../../kit/lifecycle.ts';
import type { Occasion } from './advance.ts';
import { duties, takeDue, takeOne } from './duties.ts';
import { classOf, clearFaults, isOutage, markFault } from './fault.ts';

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
  const tell: OnFault = (error, subject) => {
    if (subject === undefined) log.error({ err: error }, 'reviews wait');
    else log.error({ err: error, subject, class: classOf(error) }, 'a subject of a review waits');
  };
  const turn = async (isStopping: () => boolean): Promise<void> => {
    // What fails because the process ends is no fault.
    const onFault: OnFault = (error, subject) => {
      if (!isStopping()) tell(error, subject);
    };
    while (!isStopping() && (await keepOnce(database, clock(), onFault))) log.debug('reviews carried on');
  };
  keepDoing(turn, intervalMs, stops);
}

/**
 * One step of all that is due; says whether there was something, so that there may be more. What fails is told, and waits for
 * the next turn: deadlines, notices and expiries do not wait with it.
 */
export async function keepOnce(database: Kysely<unknown>, now: Date, onFault: OnFault): Promise<boolean> {
  const occasion = { actor: 'system', now, today: dayInCity.format(now) };
  let isMore = false;
  for (const duty of duties) {
    let ids: readonly string[] = [];
    try {
      await inCity(database, async (connection) => {
        ids = await takeDue(connection, duty, occasion, chunk);
        if (ids.length > 0) await duty.carry(connection, occasion, ids);
        if (ids.length > 0) await clearFaults(connection, ids);
      });
      isMore ||= ids.length > 0;
    } catch (error) {
      if (ids.length === 0 || isOutage(error)) onFault(error);
      else isMore = (await carryEach(database, duty, occasion, ids, onFault)) || isMore;
    }
  }
  return isMore;
}

/**
 * Of subjects that could not be carried on together, each by itself: who fails is marked and tried again later, the others go
 * on. Says whether it came to the end.
 */
async function carryEach(
  database: Kysely<unknown>,
  duty: (typeof duties)[number],
  occasion: Occasion,
  ids: readonly string[],
  onFault: OnFault,
): Promise<boolean> {
  const failed: Failed[] = [];
  for (const id of ids) {
    try {
      await inCity(database, async (connection) => {
        if (!(await takeOne(connection, duty, occasion, id))) return;
        await duty.carry(connection, occasion, [id]);
        await clearFaults(connection, [id]);
      });
    } catch (error) {
      onFault(error, id);
      if (isOutage(error)) return false;
      failed.push({ id, error });
    }
  }
  return mark(database, occasion, failed, onFault);
}

interface Failed {
  readonly id: string;
  readonly error: unknown;
}

async function mark(
  database: Kysely<unknown>,
  { now }: Occasion,
  failed: readonly Failed[],
  onFault: OnFault,
): Promise<boolean> {
  try {
    await inCity(database, async (connection) => {
      for (const { id, error } of failed) await markFault(connection, id, error, now);
    });
    return true;
  } catch (error) {
    onFault(error);
    return false;
  }
}

/** Told what went wrong, and of which subject where it is one's. */
type OnFault = (error: unknown, subject?: string) => void;

/** As the register itself, over the whole city. */
async function inCity<T>(
  database: Kysely<unknown>,
  work: (connection: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (connection) => {
    await sql`select set_config('hub.is_city', 'true', true), set_config('hub.role', 'REGISTER', true),
      set_config('statement_timeout', ${patience}, true)`.execute(connection);
    return work(connection);
  });
}
