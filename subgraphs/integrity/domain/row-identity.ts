import { parseCitizenNumber } from '../../kit/domain/citizen-number.ts';
import { parseCreditCode } from '../../kit/domain/credit-code.ts';
import { tellKind } from './row-fault.ts';
import type { RowReader } from './row-reader.ts';
import { foldName } from './row-text.ts';

/** Whom a row speaks of, as it says itself. */
export interface RowIdentity {
  readonly name: string | null;
  /** Citizen number, 18 characters. */
  readonly number: string | null;
  readonly creditCode: string | null;
  /** As delivered, else as the number says. */
  readonly birthDate: string | null;
  /** Digits only. */
  readonly phone: string | null;
}

/** Reads who is meant: by a number, by a credit code, or by name and birth date; by two of the first is by none. */
export function readIdentity(reader: RowReader, today: string): RowIdentity {
  const rawNumber = reader.text('id_number');
  const rawCode = reader.text('credit_code');
  const rawName = reader.text('name');
  const name = rawName === null ? null : foldName(rawName);
  const told = reader.day('birth_date');
  if (told !== null && told > today) {
    reader.blame('birth_date', 'IN_FUTURE', 'a day that has come', 'a later day');
  }
  if (rawNumber !== null && rawCode !== null) {
    reader.blame(null, 'TWO_IDENTITIES', 'a citizen number or a credit code', 'both');
  }
  if (isUnidentified(reader, rawNumber ?? rawCode, name !== null && told !== null)) {
    const expected = 'a citizen number, a credit code, or a name and a birth date';
    reader.blame(null, 'NO_IDENTITY', expected, name === null ? 'no name' : 'a name alone');
  }
  const number = rawNumber === null ? null : readNumber(reader, rawNumber, today);
  const creditCode = rawCode === null ? null : readCode(reader, rawCode);
  const own =
    number === null ? null : `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (own !== null && told !== null && own !== told) {
    reader.blame('birth_date', 'BIRTH_DATE_MISMATCH', 'the day that the citizen number holds', 'another day');
  }
  return { name, number, creditCode, birthDate: told ?? own, phone: readPhone(reader) };
}

/** A cell that is at fault already is not told a second time as missing. */
function isUnidentified(reader: RowReader, identifier: string | null, isNamed: boolean): boolean {
  if (identifier !== null || isNamed) return false;
  const telling = ['id_number', 'credit_code', 'name', 'birth_date'];
  return !reader.faults.some(({ column }) => column !== null && telling.includes(column));
}

function readNumber(reader: RowReader, raw: string, today: string): string | null {
  const parsed = parseCitizenNumber(raw, today);
  if (parsed.kind === 'VALID') return parsed.number;
  const found = parsed.expected.startsWith('a matching check')
    ? '18 characters with a wrong check character'
    : tellKind(raw);
  return reader.blame('id_number', 'NOT_A_NUMBER', parsed.expected, found);
}

function readCode(reader: RowReader, raw: string): string | null {
  const expected = 'a unified social credit code of 18 characters with a matching check character';
  return parseCreditCode(raw) ?? reader.blame('credit_code', 'NOT_A_CREDIT_CODE', expected, tellKind(raw));
}

function readPhone(reader: RowReader): string | null {
  const raw = reader.text('phone');
  if (raw === null) return null;
  const digits = raw
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(?:\+|00)86(?=1\d{10}$)/, '');
  if (/^\d{5,13}$/.test(digits)) return digits;
  return reader.blame('phone', 'NOT_A_PHONE', 'a telephone number of 5 to 13 digits', tellKind(raw));
}
