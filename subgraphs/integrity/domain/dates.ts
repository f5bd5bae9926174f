const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * A day as departments write it, 2026-01-31, 20260131, 2026/1/31, 2026.1.31 or 2026年1月31日, full-width digits too, as
 * `YYYY-MM-DD`; null for anything else and for days that no calendar has.
 */
export function parseDay(raw: string): string | null {
  // A million rows have three days each, nearly all in this form: the shorter way is three times as fast.
  if (/^\d{4}-\d\d-\d\d$/.test(raw)) {
    return isDay(Number(raw.slice(0, 4)), Number(raw.slice(5, 7)), Number(raw.slice(8))) ? raw : null;
  }
  const text = raw.normalize('NFKC');
  const found =
    /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/.exec(
      text,
    );
  if (!found) return null;
  const [, year = '', ...rest] = found;
  const [month = '', day = ''] = rest.filter(Boolean);
  return isDay(Number(year), Number(month), Number(day))
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : null;
}

/** A moment as `YYYY-MM-DDThh:mm:ss+hh:mm`, from a day or a day and a time; without a zone it is China's. */
export function parseMoment(raw: string): string | null {
  const text = raw.normalize('NFKC');
  const found = /^(\S+?)(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  const day = parseDay(found?.[1] ?? '');
  if (!found || day === null) return null;
  const [, , hour = '00', minute = '00', second = '00', zone = '+08:00'] = found;
  if (hour > '23' || minute > '59' || second > '59') return null;
  return /^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.test(zone) ? `${day}T${hour}:${minute}:${second}${zone}` : null;
}

/** The day so many years later; 29 February becomes the last of the month in a common year. */
export function addYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const rest = day.slice(4);
  return `${String(year).padStart(4, '0')}${rest === '-02-29' && !isLeap(year) ? '-02-28' : rest}`;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1850 || month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0));
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
