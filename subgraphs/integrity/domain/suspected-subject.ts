import { parseCitizenNumber } from '../../kit/domain/citizen-number.ts';
import { parseCreditCode } from '../../kit/domain/credit-code.ts';
import { parseDay } from './dates.ts';
import type { RowValues } from './row-reader.ts';
import { foldName, hasUnseen } from './row-text.ts';

/** Of whom a row may speak that could not be taken: nobody is linked by it, and nobody is told meanwhile that there is nothing. */
export interface SuspectedSubject {
  /** Valid citizen numbers and credit codes wherever in the row they stand. */
  readonly identifiers: readonly string[];
  readonly name: string | null;
  /** As told, else as a number says that does not hold. */
  readonly birthDate: string | null;
}

/** A line that holds more is no row, but a file without line ends. */
const mostIdentifiers = 50;

/** Whom a row of cells may mean. `today` is `YYYY-MM-DD`. */
export function suspectOf(values: RowValues, today: string): SuspectedSubject {
  const cells = Object.values(values);
  // Spaces and dashes within a cell part a number, and between words they part numbers.
  const joined = cells.map((cell) => cell.replace(/[\s-]/g, ''));
  const name = foldName(values['name'] ?? '');
  const digits = (values['id_number'] ?? '').normalize('NFKC').replace(/\D/g, '');
  return {
    identifiers: findIdentifiers([...cells, ...joined], today),
    name: name === '' || name.length > 100 || hasUnseen(name) ? null : name,
    birthDate: parseDay(values['birth_date'] ?? '') ?? parseDay(digits.slice(6, 14)),
  };
}

/** Whom a text may mean that could not be taken apart. */
export const suspectIn = (text: string, today: string): SuspectedSubject => ({
  identifiers: findIdentifiers([text], today),
  name: null,
  birthDate: null,
});

function findIdentifiers(texts: readonly string[], today: string): readonly string[] {
  const found = new Set<string>();
  for (const text of texts)
    for (const [token] of text
      .normalize('NFKC')
      .matchAll(/(?<![0-9A-Za-z])(?:[0-9A-Za-z]{18}|\d{15})(?![0-9A-Za-z])/g)) {
      if (found.size >= mostIdentifiers) return [...found];
      const parsed = parseCitizenNumber(token, today);
      const identifier = parsed.kind === 'VALID' ? parsed.number : parseCreditCode(token);
      if (identifier !== null) found.add(identifier);
    }
  return [...found];
}
