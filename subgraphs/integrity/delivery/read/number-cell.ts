import type { HeaderColumn } from './header.ts';

const days: readonly HeaderColumn[] = ['birth_date', 'decided_on', 'valid_until', 'as_of'];
const oneDay = 86_400_000;

/**
 * A cell that a spreadsheet holds as a number, as text: days are counted from the end of 1899 (or 1904). Null for one of
 * more than 15 digits: the spreadsheet has made zeros of the others, and a citizen number with zeros may be somebody's.
 */
export function readNumberCell(column: HeaderColumn, text: string, isFrom1904: boolean): string | null {
  if (days.includes(column)) return readSerial(text, isFrom1904) ?? text;
  const value = Number(text);
  if (Number.isNaN(value)) return text;
  if (Math.abs(value) >= 1e15) return null;
  return Number.isInteger(value) ? String(value) : text;
}

function readSerial(text: string, isFrom1904: boolean): string | null {
  const serial = Number(text);
  // 20260131 is a day in eight digits, and no serial: those end at 2958465, in the year 9999.
  if (!(serial >= 61 && serial <= 2_958_465)) return null;
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const iso = new Date(start + Math.round(serial * oneDay)).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19);
}
