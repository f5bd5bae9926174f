import { addYears, parseMoment } from './dates.ts';
import { findProhibited } from './prohibited.ts';
import { type RowFault, tellKind } from './row-fault.ts';
import { readIdentity, type RowIdentity } from './row-identity.ts';
import { createRowReader, type RowReader, type RowValues } from './row-reader.ts';
import { foldLine } from './row-text.ts';

export type RowLevel = 'MINOR' | 'GENERAL' | 'SERIOUS';
export type RowOperation = 'UPSERT' | 'WITHDRAW';

/** What a row is held against: the type that it is delivered under, and the day. */
export interface RowRules {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly polarity: 'POSITIVE' | 'NEGATIVE' | 'NEUTRAL';
  readonly typeName: string;
  /** Whether the record's term is a sentence, which may be longer than what is remembered of others. */
  readonly isUntilServed?: boolean;
}

/** A row that may be staged. Of a withdrawal only `sourceId` and `asOf` are told. */
export interface DeliveredRow extends RowIdentity {
  readonly sourceId: string;
  readonly operation: RowOperation;
  readonly title: string;
  /** Of negative records only. */
  readonly level: RowLevel | null;
  /** `YYYY-MM-DD`, as all days; empty in a withdrawal. */
  readonly decidedOn: string;
  readonly validUntil: string | null;
  readonly documentNumber: string | null;
  readonly legalBasis: string | null;
  /** A moment with its zone, as PostgreSQL reads it. */
  readonly asOf: string | null;
}

export type RowReading = { readonly row: DeliveredRow } | { readonly faults: readonly RowFault[] };

/** A negative fact is forgotten after five years (domain.md 4.6, "5 years from the finding"). */
const longestValidity = 5;

const levels: ReadonlyMap<string, RowLevel> = new Map([
  ['MINOR', 'MINOR'],
  ['GENERAL', 'GENERAL'],
  ['SERIOUS', 'SERIOUS'],
  ['轻微', 'MINOR'],
  ['一般', 'GENERAL'],
  ['严重', 'SERIOUS'],
]);

const operations: ReadonlyMap<string, RowOperation> = new Map([
  ['UPSERT', 'UPSERT'],
  ['WITHDRAW', 'WITHDRAW'],
  ['新增', 'UPSERT'],
  ['更新', 'UPSERT'],
  ['撤回', 'WITHDRAW'],
]);

const nobody: RowIdentity = { name: null, number: null, creditCode: null, birthDate: null, phone: null };

/** A delivered row, normalised, or everything that is wrong with it. Columns that are not of the list are not looked at. */
export function readRow(values: RowValues, rules: RowRules): RowReading {
  const reader = createRowReader(values);
  const sourceId = reader.needed('source_id', "the department's own number of the record") ?? '';
  if (/\s/.test(sourceId))
    reader.blame('source_id', 'UNKNOWN_VALUE', 'a number without spaces', 'a space in it');
  const row =
    readOperation(reader) === 'WITHDRAW'
      ? readWithdrawal(reader, sourceId, rules)
      : readRecord(reader, sourceId, rules);
  return reader.faults.length > 0 ? { faults: reader.faults } : { row };
}

function readRecord(reader: RowReader, sourceId: string, rules: RowRules): DeliveredRow {
  return {
    sourceId,
    operation: 'UPSERT',
    ...readIdentity(reader, rules.today),
    title: readLine(reader, 'title', reader.needed('title', 'what was decided, in words')) ?? '',
    level: readLevel(reader, rules),
    ...readTerm(reader, rules),
    documentNumber: readLine(reader, 'document_number', reader.text('document_number')),
    legalBasis: readLine(reader, 'legal_basis', reader.text('legal_basis')),
    asOf: readAsOf(reader, rules.today),
  };
}

function readWithdrawal(reader: RowReader, sourceId: string, rules: RowRules): DeliveredRow {
  return {
    sourceId,
    operation: 'WITHDRAW',
    ...nobody,
    title: '',
    level: null,
    decidedOn: '',
    validUntil: null,
    documentNumber: null,
    legalBasis: null,
    asOf: readAsOf(reader, rules.today),
  };
}

function readOperation(reader: RowReader): RowOperation {
  const raw = reader.text('operation');
  if (raw === null) return 'UPSERT';
  const operation = operations.get(raw.normalize('NFKC').toUpperCase());
  if (operation === undefined)
    reader.blame('operation', 'UNKNOWN_VALUE', 'UPSERT, WITHDRAW or nothing', tellKind(raw));
  return operation ?? 'UPSERT';
}

function readLine(
  reader: RowReader,
  column: 'title' | 'document_number' | 'legal_basis',
  raw: string | null,
): string | null {
  if (raw === null) return null;
  const kind = findProhibited(raw);
  if (kind === null) return foldLine(raw);
  const expected = 'nothing of belief, illness, body or petitions';
  return reader.blame(column, 'PROHIBITED_CONTENT', expected, `words of ${kind}`);
}

function readLevel(reader: RowReader, rules: RowRules): RowLevel | null {
  if (rules.polarity !== 'NEGATIVE') {
    if (reader.text('level') === null) return null;
    return reader.blame('level', 'LEVEL_NOT_EXPECTED', `no level: ${rules.typeName} has none`, 'a level');
  }
  const expected = 'MINOR, GENERAL or SERIOUS';
  const raw = reader.needed('level', expected);
  if (raw === null) return null;
  const level = levels.get(raw.normalize('NFKC').toUpperCase());
  return level ?? reader.blame('level', 'UNKNOWN_VALUE', expected, tellKind(raw));
}

/** When it was decided and how long it holds. */
function readTerm(reader: RowReader, rules: RowRules): Pick<DeliveredRow, 'decidedOn' | 'validUntil'> {
  const isTold = reader.needed('decided_on', 'the day of the decision') !== null;
  const decidedOn = isTold ? reader.day('decided_on') : null;
  const told = reader.day('valid_until');
  if (decidedOn === null) return { decidedOn: '', validUntil: told };
  if (decidedOn > rules.today) reader.blame('decided_on', 'IN_FUTURE', 'a day that has come', 'a later day');
  if (told !== null && told < decidedOn) {
    reader.blame('valid_until', 'DATE_ORDER', 'a day not before the decision', 'an earlier day');
  }
  if (rules.polarity !== 'NEGATIVE') return { decidedOn, validUntil: told };
  if (rules.isUntilServed === true && told !== null) return { decidedOn, validUntil: told };
  const latest = addYears(decidedOn, longestValidity);
  if (told !== null && told > latest) {
    const expected = `at most ${longestValidity} years after the decision`;
    reader.blame('valid_until', 'TOO_LONG_VALIDITY', expected, 'a later day');
  }
  return { decidedOn, validUntil: told ?? latest };
}

function readAsOf(reader: RowReader, today: string): string | null {
  const raw = reader.text('as_of');
  if (raw === null) return null;
  const moment = parseMoment(raw);
  if (moment === null) {
    return reader.blame(
      'as_of',
      'NOT_A_DATE',
      'a day or a moment, as 2026-01-31T08:00:00+08:00',
      tellKind(raw),
    );
  }
  if (moment.slice(0, 10) > today) reader.blame('as_of', 'IN_FUTURE', 'a day that has come', 'a later day');
  return moment;
}
