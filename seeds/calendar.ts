/**
 * The day on which the city is seen. All days and moments of the data hang on it, so that the same seed number gives the
 * same rows whenever they are loaded; only free slots and the feeds' ages hang on the moment of loading.
 */
const seedDay = '2026-11-01';

const msPerDay = 86_400_000;

/** A day as the number of days since 1970-01-01. */
export const dayOf = (iso: string): number => Math.floor(Date.parse(`${iso}T00:00:00Z`) / msPerDay);

export const seedDayNumber = dayOf(seedDay);

// The same some ten thousand days are written millions of times.
const written = new Map<number, string>();

/** `YYYY-MM-DD` */
export function isoOf(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * msPerDay).toISOString().slice(0, 10);
  written.set(day, text);
  return text;
}

/** A moment in the city's time zone (UTC+8, no summer time). */
export function momentOf(day: number, minuteOfDay: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${isoOf(day)}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:00+08:00`;
}

/** The day in the city on which a moment falls. */
export const cityDayOf = (moment: Date): number => Math.floor((moment.getTime() + 8 * 3_600_000) / msPerDay);
