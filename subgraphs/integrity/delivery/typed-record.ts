import type { DeliveredRecordInput } from '../resolver-types.ts';
import type { RawRow } from './read/raw-row.ts';

/** The input's fields and the columns they are. */
const columns: readonly (readonly [keyof DeliveredRecordInput, string])[] = [
  ['sourceId', 'source_id'],
  ['operation', 'operation'],
  ['name', 'name'],
  ['idNumber', 'id_number'],
  ['creditCode', 'credit_code'],
  ['birthDate', 'birth_date'],
  ['phone', 'phone'],
  ['title', 'title'],
  ['level', 'level'],
  ['decidedOn', 'decided_on'],
  ['validUntil', 'valid_until'],
  ['documentNumber', 'document_number'],
  ['legalBasis', 'legal_basis'],
  ['asOf', 'as_of'],
];

/** A record of the mutation as a row of any other door. */
export function rowOfRecord(line: number, record: DeliveredRecordInput): RawRow {
  const values = Object.fromEntries(
    columns.flatMap(([field, column]) => {
      const value = record[field];
      return value == null ? [] : [[column, value] as const];
    }),
  );
  return { line, values, raw: JSON.stringify(values), quarantineId: record.quarantineId ?? null };
}
