import { sql, type Kysely } from 'kysely';
import { createRowReader } from '../domain/row-reader.ts';
import { readIdentity } from '../domain/row-identity.ts';
import { openRows } from '../delivery/open-rows.ts';
import { readJsonLine } from '../delivery/read/ndjson.ts';
import type { Sealer } from '../delivery/sealed-block.ts';

interface Due {
  readonly candidate_id: string;
  readonly delivery_number: number;
  readonly delivery_id: string;
  readonly line: number;
}

/** Of these a transaction has so many rows opened at once, and so short its delivery waits for it. */
const mostAtOnce = 500;

/** Nobody waits for it, so a slow machine gets its time. */
const patience = '60s';

/**
 * Matches again the records that found nobody in the register, where it has news since; gives how many found somebody. Each
 * department is matched in transactions of its own, in its own scope; a kill loses the one under way, and the next call goes on.
 * `today` is the day in the city.
 */
export async function matchAgain(database: Kysely<unknown>, sealer: Sealer, today: string): Promise<number> {
  let matched = 0;
  for (const department of await database.transaction().execute(departmentsDue))
    for (;;) {
      const step = await database
        .transaction()
        .execute((connection) => matchSome(connection, sealer, department, today));
      matched += step.matched;
      if (step.looked < mostAtOnce) break;
    }
  return matched;
}

async function departmentsDue(database: Kysely<unknown>): Promise<readonly string[]> {
  await sql`select set_config('statement_timeout', ${patience}, true)`.execute(database);
  const { rows } = await sql<{ departments: readonly string[] }>`
    select hear_register_news() as departments`.execute(database);
  return rows[0]?.departments ?? [];
}

async function matchSome(
  database: Kysely<unknown>,
  sealer: Sealer,
  department: string,
  today: string,
): Promise<{ readonly looked: number; readonly matched: number }> {
  await sql`select set_config('hub.department', ${department}, true), set_config('statement_timeout', ${patience}, true)`.execute(
    database,
  );
  const { rows: due } = await sql<Due>`select * from due_candidates(${department}, ${mostAtOnce})`.execute(
    database,
  );
  if (due.length === 0) return { looked: 0, matched: 0 };
  const identities: object[] = [];
  for (const [number, rows] of Map.groupBy(due, ({ delivery_number }) => delivery_number)) {
    const id = rows[0]?.delivery_id ?? '';
    const lines = rows.map(({ line }) => line);
    const found = await openRows(database, sealer, { number, id }, lines);
    for (const { candidate_id, line } of rows) {
      const identity = identityOf(found.get(line)?.raw, line, today);
      // Rows are forgotten after years; whom they spoke of cannot be found any more.
      if (identity) identities.push({ candidate_id, ...identity });
    }
  }
  const looked = due.map(({ candidate_id }) => candidate_id);
  const { rows } = await sql<{ matched: number }>`
    select match_again(${department}, ${looked}::text[], ${JSON.stringify(identities)}::jsonb) as matched`.execute(
    database,
  );
  return { looked: due.length, matched: rows[0]?.matched ?? 0 };
}

/** Whom a row speaks of, read as it was when it came. */
function identityOf(raw: string | undefined, line: number, today: string): object | null {
  if (raw === undefined) return null;
  const row = readJsonLine(raw, line);
  if (!('values' in row)) return null;
  const { name, birthDate, phone } = readIdentity(createRowReader(row.values), today);
  return { name, birth_date: birthDate, phone };
}
