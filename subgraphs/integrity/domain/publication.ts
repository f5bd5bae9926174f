import type { RowLevel } from './delivered-row.ts';

/** The longest that a record of each gravity is published, in months (国办发〔2025〕22号). */
const months: Readonly<Record<RowLevel, number>> = { MINOR: 3, GENERAL: 12, SERIOUS: 36 };

/** The last day on which a record decided on a day may be published. Days are `YYYY-MM-DD`. */
export const publishedUntil = (level: RowLevel, decidedOn: string): string =>
  addMonths(decidedOn, months[level]);

/** The same day some months later, or the last of its month where there is no such day. */
function addMonths(day: string, count: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
  const date = Math.min(Number(day.slice(8, 10)), last);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
