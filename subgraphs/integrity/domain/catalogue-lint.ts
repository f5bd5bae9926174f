import { findProhibited } from './prohibited.ts';

/** An item of a catalogue as its file has it: all of it text. */
export type CatalogueLine = Readonly<Record<string, string>>;

/** An item as it is published; the names are the table's. */
export interface CatalogueItem {
  readonly code: string;
  readonly department_code: string;
  readonly kind: string;
  readonly name: string;
  readonly sharing: string;
  readonly polarity: string;
  readonly data_class: string;
  readonly answer_mode: string;
  readonly legal_basis: string | null;
  readonly max_age_hours: number | null;
  readonly look_back_months: number | null;
}

export const catalogueColumns = [
  'code',
  'name',
  'sharing',
  'polarity',
  'answer_mode',
  'legal_basis',
  'max_age_hours',
  'look_back_months',
] as const;

const sharings = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];
const polarities = ['POSITIVE', 'NEGATIVE', 'NEUTRAL'];
const modes = ['FULL', 'CLASS_ONLY', 'HUMAN_ONLY', 'NONE'];

/**
 * Reads a catalogue, or tells everything that is wrong with it, a sentence each. What a credit file may never hold (belief,
 * illness, body, petitions) may be listed as not shared, so that everybody sees it is not, and in no other way.
 */
export function readCatalogue(
  lines: readonly CatalogueLine[],
): { readonly items: readonly CatalogueItem[] } | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const seen = new Set<string>();
  const items = lines.map((line, index) => {
    const { code = '', name = '', sharing = '', polarity = '', answer_mode = '', legal_basis = '' } = line;
    const expect = (holds: boolean, what: string): void => {
      if (!holds) faults.push(`line ${index + 2}: expected ${what}`);
    };
    expect(/^D(0[1-9]|[123]\d|4[0-2])-[A-Z]{3}$/.test(code), 'a code like D33-PEN');
    expect(!seen.has(code), 'each code once');
    seen.add(code);
    expect(name.trim() !== '' && name.length <= 100, 'a name of 1 to 100 characters');
    expect(sharings.includes(sharing), `sharing as one of ${sharings.join(', ')}`);
    expect(polarities.includes(polarity), `polarity as one of ${polarities.join(', ')}`);
    expect(modes.includes(answer_mode), `answer_mode as one of ${modes.join(', ')}`);
    const prohibited = findProhibited(name);
    expect(
      prohibited === null || sharing === 'NOT_SHARED',
      'nothing of belief, illness, body or petitions among what is shared',
    );
    expect(
      sharing !== 'NOT_SHARED' || legal_basis !== '',
      'the law that forbids sharing (政务数据共享条例: 不予共享 needs its basis)',
    );
    return {
      code,
      department_code: code.slice(0, 3),
      kind: code.slice(4),
      name,
      sharing,
      polarity,
      data_class: classOf(sharing, polarity),
      answer_mode,
      legal_basis: legal_basis === '' ? null : legal_basis,
      max_age_hours: wholeNumber(line['max_age_hours'] ?? '', (what) => expect(false, what)),
      look_back_months: wholeNumber(line['look_back_months'] ?? '', (what) => expect(false, what)),
    };
  });
  if (items.length === 0) faults.push('expected at least one record type, found none');
  return faults.length > 0 ? { faults } : { items };
}

/** Which class of data the records of a type are: what speaks for somebody, what is published, and the rest. */
const classOf = (sharing: string, polarity: string): string => {
  if (polarity === 'POSITIVE') return 'CREDIT_POSITIVE';
  return sharing === 'UNCONDITIONAL' ? 'CREDIT_PUBLIC' : 'CREDIT_RESTRICTED';
};

function wholeNumber(text: string, blame: (what: string) => void): number | null {
  if (text === '') return null;
  if (!/^[1-9]\d{0,4}$/.test(text)) blame('a whole number from 1, or nothing');
  return Number(text);
}
