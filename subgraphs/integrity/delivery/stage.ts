import { createHmac, createSecretKey, hash } from 'node:crypto';
import type { DeliveredRow } from '../domain/delivered-row.ts';
import { publishedUntil } from '../domain/publication.ts';
import type { RowFault } from '../domain/row-fault.ts';
import type { SuspectedSubject } from '../domain/suspected-subject.ts';

/** The columns of a staged row, in the order of COPY; the names are those of the table. */
export const stagedColumns = [
  'line',
  'record_id',
  'source_record_id',
  'operation',
  'content_hash',
  'subject_hmac',
  'credit_code',
  'identity_hash',
  'name',
  'birth_date',
  'phone',
  'title',
  'level',
  'decided_on',
  'valid_until',
  'published_until',
  'document_number',
  'legal_basis',
  'source_as_of',
  'quarantine_id',
  'faults',
] as const;

/** A row on its way in: text as PostgreSQL reads it, or null. */
export type StagedRow = Readonly<Record<(typeof stagedColumns)[number], string | number | null>>;

/** What a row is staged with that is not in it. */
export interface StageGround {
  readonly identifierKey: Buffer;
  readonly nextId: () => string;
  /** Whether records of the type are published at all. */
  readonly isPublic: boolean;
  /** For what day rows hold that say none themselves. */
  readonly dataAsOf: string;
}

/** Stages rows of one delivery: identifiers leave as HMACs, and what makes two rows alike is one hash. */
export interface Stager {
  readonly row: (line: number, row: DeliveredRow, quarantineId: string | null) => StagedRow;
  readonly fault: (
    line: number,
    sourceId: string | null,
    faults: readonly RowFault[],
    quarantineId: string | null,
    suspect: SuspectedSubject,
  ) => StagedRow;
}

const noRow: Omit<StagedRow, 'line'> = {
  record_id: null,
  source_record_id: null,
  operation: null,
  content_hash: null,
  subject_hmac: null,
  credit_code: null,
  identity_hash: null,
  name: null,
  birth_date: null,
  phone: null,
  title: null,
  level: null,
  decided_on: null,
  valid_until: null,
  published_until: null,
  document_number: null,
  legal_basis: null,
  source_as_of: null,
  quarantine_id: null,
  faults: null,
};

const digest = (parts: readonly (string | null)[]): string =>
  `\\x${hash('sha256', JSON.stringify(parts), 'hex')}`;

export function createStager({ identifierKey, nextId, isPublic, dataAsOf }: StageGround): Stager {
  const key = createSecretKey(identifierKey);
  const hmacOf = (identifier: string): string => createHmac('sha256', key).update(identifier).digest('hex');
  return {
    row: (line, row, quarantineId) => {
      const { sourceId, operation, name, number, creditCode, birthDate, phone, title, level } = row;
      const { decidedOn, validUntil, documentNumber, legalBasis, asOf } = row;
      if (operation === 'WITHDRAW')
        return {
          ...noRow,
          line,
          record_id: nextId(),
          source_record_id: sourceId,
          operation,
          source_as_of: asOf ?? dataAsOf,
          quarantine_id: quarantineId,
        };
      const identifier = number ?? creditCode;
      const hmac = identifier === null ? null : `\\x${hmacOf(identifier)}`;
      return {
        ...noRow,
        line,
        record_id: nextId(),
        source_record_id: sourceId,
        operation,
        content_hash: digest([
          hmac,
          name,
          birthDate,
          phone,
          title,
          level,
          decidedOn,
          validUntil,
          documentNumber,
          legalBasis,
        ]),
        subject_hmac: hmac,
        credit_code: creditCode,
        // A telephone that changes makes nobody another.
        identity_hash: digest(hmac === null ? [name, birthDate, phone] : [hmac, name, birthDate]),
        name,
        birth_date: birthDate,
        phone,
        title,
        level,
        decided_on: decidedOn,
        valid_until: validUntil,
        published_until: isPublic && level !== null ? publishedUntil(level, decidedOn) : null,
        document_number: documentNumber,
        legal_basis: legalBasis,
        source_as_of: asOf ?? dataAsOf,
        quarantine_id: quarantineId,
      };
    },
    fault: (line, sourceId, faults, quarantineId, { identifiers, name, birthDate }) => ({
      ...noRow,
      line,
      source_record_id: sourceId,
      // All numbers of the row, one HMAC behind the other.
      subject_hmac: identifiers.length === 0 ? null : `\\x${identifiers.map(hmacOf).join('')}`,
      name,
      birth_date: birthDate,
      quarantine_id: quarantineId,
      faults: JSON.stringify(faults),
    }),
  };
}
