import { decodeCursor } from './cursor.ts';

/** The form an argument or input field declares by `@form`. */
export interface Form {
  readonly kind: string;
  readonly max: number | undefined;
}

interface FormRule {
  readonly expected: (max: number | undefined) => string;
  readonly holds: (value: unknown, max: number | undefined) => boolean;
}

/** GraphQL lets an ID be written as a whole number and reads it as text, so a code may arrive as either. */
const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? String(value) : null;
};

const pattern = (expected: string, shape: RegExp): FormRule => ({
  expected: () => expected,
  holds: (value) => shape.test(textOf(value) ?? ''),
});

const between =
  (low: number, high: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= low && Number(value) <= high;

// \p{C}: control, format (bidi marks among them), surrogate, private and unassigned characters.
const plainText = /^[^\p{C}]+$/u;

const rules: ReadonlyMap<string, FormRule> = new Map<string, FormRule>([
  ['ID', pattern('an id of 1 to 64 of letters, digits, "_" and "-"', /^[A-Za-z0-9_-]{1,64}$/)],
  ['DIVISION_CODE', pattern('a division code of 6, 9 or 12 digits', /^(\d{6}|\d{9}|\d{12})$/)],
  ['GRID_CODE', pattern('a grid code of 15 digits', /^\d{15}$/)],
  ['AREA_CODE', pattern('a division or grid code of 6, 9, 12 or 15 digits', /^(\d{6}|\d{9}|\d{12}|\d{15})$/)],
  ['DEPARTMENT_CODE', pattern('a department code from D01 to D42', /^D(0[1-9]|[123]\d|4[0-2])$/)],
  [
    'CITIZEN_NUMBER',
    {
      expected: () => 'a citizen number of 18 characters (17 digits and a digit or X) or of 15 digits',
      // Width and case are normalised later; NFKC folds full-width digits and letters.
      holds: (value) =>
        typeof value === 'string' &&
        value.length <= 64 &&
        /^(\d{15}|\d{17}[\dXx])$/.test(value.normalize('NFKC').trim()),
    },
  ],
  [
    'PAGE_SIZE',
    {
      expected: (max = 100) => `a whole number from 1 to ${max}`,
      holds: (value, max = 100) => between(1, max)(value),
    },
  ],
  [
    'CURSOR',
    {
      expected: () => 'a cursor that the hub gave out',
      holds: (value) => typeof value === 'string' && decodeCursor(value) !== null,
    },
  ],
  [
    'ROW',
    {
      expected: (max = 4000) => `a text of at most ${max} characters`,
      // Only its size: what is in a delivered row is judged by the department's rules, and a bad row waits in quarantine.
      holds: (value, max = 4000) => typeof value === 'string' && value.length <= max,
    },
  ],
  ['AGE', { expected: () => 'a whole number of years from 0 to 150', holds: between(0, 150) }],
  [
    'TEXT',
    {
      expected: (max = 200) =>
        `a text of 1 to ${max} characters, not only blanks, without control characters`,
      // The whole text: a line break at an end would reach the department as surely as one in the middle.
      holds: (value, max = 200) =>
        typeof value === 'string' && [...value].length <= max && plainText.test(value) && value.trim() !== '',
    },
  ],
]);

/** Throws for a form that nobody can check, so that it is found at start and not by a caller. */
export function assertFormKind(kind: string, at: string): void {
  if (!rules.has(kind)) throw new Error(`@form(kind: ${kind}) at ${at} has no rule in schema/forms.ts`);
}

/**
 * What is wrong with a value, as "expected …, found …"; null when it has the form. A list is held to `max` elements and
 * each element to the form. The value itself is never repeated: it may be a personal number.
 */
export function findFormFault(form: Form, value: unknown): string | null {
  const rule = rules.get(form.kind);
  if (!rule) throw new Error(`@form(kind: ${form.kind}) has no rule in schema/forms.ts`);
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) {
    if (rule.holds(value, form.max)) return null;
    return `expected ${rule.expected(form.max)}, found ${describeValue(value)}`;
  }
  if (form.max !== undefined && value.length > form.max) {
    return `expected a list of at most ${form.max} elements, found ${describeValue(value)}`;
  }
  const index = value.findIndex((element) => !rule.holds(element, undefined));
  if (index < 0) return null;
  return `expected ${rule.expected(undefined)} at position ${index}, found ${describeValue(value[index])}`;
}

/** What kind of value it is, without the value. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value))
    return value.length === 1 ? 'a list of 1 element' : `a list of ${value.length} elements`;
  if (typeof value === 'string') return describeText([...value].length);
  if (typeof value === 'number') return describeNumber(value);
  return typeof value === 'boolean' ? 'a truth value' : 'an object';
}

function describeText(length: number): string {
  if (length === 0) return 'an empty text';
  return length === 1 ? 'a text of 1 character' : `a text of ${length} characters`;
}

function describeNumber(value: number): string {
  if (!Number.isInteger(value)) return 'a number that is not whole';
  if (value === 0) return 'zero';
  if (value < 0) return 'a negative whole number';
  const digits = Math.floor(Math.log10(value)) + 1;
  return digits === 1 ? 'a whole number of 1 digit' : `a whole number of ${digits} digits`;
}
