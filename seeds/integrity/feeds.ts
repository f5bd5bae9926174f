import type { Row } from '../database/rows.ts';
import { departments, maxAgeHours, type Department } from './catalogue.ts';

const hourMs = 3_600_000;

// Late, silent and never heard of: so that every state of a feed can be seen.
const late = new Set(['D21', 'D35']);
const silent = 'D27';
const never = 'D26';

/** Departments of which nothing was ever delivered: none of them may have records. */
const undelivered: ReadonlySet<string> = new Set([
  never,
  ...departments
    .filter(({ answerMode }) => answerMode === 'HUMAN_ONLY' || answerMode === 'NONE')
    .map(({ code }) => code),
]);

/**
 * The feeds, their ages counted back from the moment of loading. Departments where a person answers, or nobody, deliver
 * nothing and have no greatest age.
 */
export function* feedRows(now: Date, counts: ReadonlyMap<string, number>): Generator<Row> {
  for (const [index, department] of departments.entries()) {
    const recordCount = counts.get(department.code) ?? 0;
    if (recordCount > 0 && undelivered.has(department.code)) {
      throw new Error(`${department.code} has records, but delivers nothing.`);
    }
    const maxAge = maxAgeHours(department.answerMode);
    const asOf = deliveredAsOf(now, department, index);
    yield {
      table: 'feed',
      columns: {
        department_code: department.code,
        data_as_of: asOf === null ? null : asOf.toISOString(),
        max_age_hours: maxAge,
        // A delivery is taken in within the hour after the moment it speaks of.
        last_imported_at: asOf === null ? null : new Date(asOf.getTime() + 35 * 60_000).toISOString(),
        record_count: recordCount,
      },
    };
  }
}

/** The moment that all of a department's deliveries speak of; null where nothing was ever delivered. */
export function deliveredAsOf(
  now: Date,
  { code, answerMode }: Pick<Department, 'code' | 'answerMode'>,
  index: number,
): Date | null {
  const maxAge = maxAgeHours(answerMode);
  const age = maxAge === null ? null : ageHours(code, maxAge, index);
  return age === null ? null : new Date(now.getTime() - age * hourMs);
}

function ageHours(code: string, maxAge: number, index: number): number | null {
  if (code === never) return null;
  if (code === silent) return maxAge * 4;
  if (late.has(code)) return maxAge * 1.5;
  return 1 + (index % 5) * 2;
}
