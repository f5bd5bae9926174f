/** A citizen number of 18 characters that holds in itself. It proves nothing about who bears it. */
export interface CitizenNumber {
  readonly kind: 'VALID';
  /** 18 characters, closing X upper case. */
  readonly number: string;
  /** Whether the number lies in the area that no authority ever gave out. */
  readonly isSynthetic: boolean;
}

export interface CitizenNumberFault {
  readonly kind: 'INVALID';
  /** What was expected, without the number. */
  readonly expected: string;
}

/** GB/T 2260 has no 359999: a number of this area can be nobody's, so all synthetic people live in it. */
export const syntheticArea = '359999';

// GB 11643-1999, ISO 7064 MOD 11-2: weight of place i from the left is 2^(18-i) mod 11.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

// First two digits of an area code: provinces, and 81-83 for residents of Hong Kong, Macao and Taiwan.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/**
 * Normalises and checks a citizen number (GB 11643): full-width characters and a small x are folded, the 15 digits of
 * before 1999 become 18. Areas are checked by province only, because numbers keep the code of an area that has since
 * been renamed or dissolved (Longyan's own were 3526xx). `today` is `YYYY-MM-DD`.
 */
export function parseCitizenNumber(raw: string, today: string): CitizenNumber | CitizenNumberFault {
  const number = normaliseCitizenNumber(raw);
  if (!/^\d{17}[\dX]$/.test(number)) {
    return invalid('18 characters (17 digits and a digit or X) or 15 digits');
  }
  if (!provinces.has(number.slice(0, 2))) return invalid('an area code of GB/T 2260 at the beginning');
  if (!isRealDay(number.slice(6, 14), today))
    return invalid('a real day of birth, not in the future, at places 7 to 14');
  if (checkCharacterOf(number) !== number.at(-1)) return invalid('a matching check character at place 18');
  return { kind: 'VALID', number, isSynthetic: number.startsWith(syntheticArea) };
}

/** The number as it is kept, whether or not it holds: 18 characters where it can be made so. */
export function normaliseCitizenNumber(raw: string): string {
  const text = raw.normalize('NFKC').trim().toUpperCase();
  return /^\d{15}$/.test(text) ? lengthen(text) : text;
}

/** The check character of the first 17 digits. */
export function checkCharacterOf(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checkCharacters.charAt(sum % 11);
}

/** 15 digits have a year of two digits, all of the 20th century, and no check digit. */
function lengthen(old: string): string {
  const digits = `${old.slice(0, 6)}19${old.slice(6)}`;
  return digits + checkCharacterOf(digits);
}

function isRealDay(compact: string, today: string): boolean {
  const [year, month, day] = [compact.slice(0, 4), compact.slice(4, 6), compact.slice(6)];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Date rolls a day over that no month has, so the parts must come back as they were.
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return false;
  const iso = `${year}-${month}-${day}`;
  return iso >= '1850-01-01' && iso <= today;
}

const invalid = (expected: string): CitizenNumberFault => ({ kind: 'INVALID', expected });
