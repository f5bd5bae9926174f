import { sql, type Kysely } from 'kysely';

/** The longest that who fails waits for the next try, in minutes; the first time he waits one, then twice as long each time. */
const longestWait = 60;

/**
 * Classes of SQLSTATE that say something of the database and nothing of a subject (connection, resources, operator, system), and
 * the system's own names of a network that fails.
 */
const ofDatabase = /^(08...|53...|57P..|58...|E[A-Z]+)$/;

const codeOf = (error: unknown): string | undefined => {
  const code: unknown = Reflect.get(Object(error), 'code');
  return typeof code === 'string' ? code : undefined;
};

/** Whether it is the database that fails, so that another subject would fare no better. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && ofDatabase.test(code);
}

/** What kind of error it was, and nothing of what it says: SQLSTATE, or the error's name. */
export const classOf = (error: unknown): string =>
  codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');

/** Writes down that a subject failed, and when it is tried again. */
export async function markFault(
  database: Kysely<unknown>,
  id: string,
  error: unknown,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await sql`insert into review_fault as f (review_subject_id, error_class, attempts, failed_at, retry_at)
    values (${id}, ${classOf(error)}, 1, ${at}::timestamptz, ${at}::timestamptz + interval '1 minute')
    on conflict (review_subject_id) do update set error_class = excluded.error_class, attempts = f.attempts + 1,
      failed_at = excluded.failed_at,
      retry_at = excluded.failed_at + interval '1 minute' * least(2 ^ least(f.attempts, 10), ${longestWait}::integer)`.execute(
    database,
  );
}

/** What went well is no fault any more. */
export const clearFaults = (database: Kysely<unknown>, ids: readonly string[]): Promise<unknown> =>
  sql`delete from review_fault where review_subject_id = any(${[...ids]}::text[])`.execute(database);
