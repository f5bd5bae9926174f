import { sql } from 'kysely';
import type { Expression, Row, SortKey } from '../../kit/reads/shape.ts';

/** The ledger's records with their bodies opened, for behind FROM. */
export const ledgerRecords: Expression = sql.raw(
  "(select r.*, convert_from(r.body, 'UTF8')::jsonb as content from ledger_record r)",
);

/** A member of a record's body as text. */
export const told = (record: Row, ...path: readonly string[]): Expression =>
  sql`(${record('content')} #>> ${sql.lit(`{${path.join(',')}}`)})`;

/** When what a record tells of happened: before it was written, where it could not be written at once. */
export const happenedAt = (record: Row): Expression =>
  sql`coalesce(${told(record, 'happenedAt')}::timestamptz, ${record('at')})`;

/** Whether a record was written in a period that another row names. */
export const isInPeriod = (at: Expression, period: Row): Expression =>
  sql`(${at} >= ${period('from')}::timestamptz and ${at} < ${period('to')}::timestamptz)`;

/** Newest first. Records of one moment stand in different chains or at different places of one. */
export const newestRecords: readonly SortKey[] = [
  { column: 'at', type: 'timestamptz' },
  { column: 'chain', type: 'text' },
  { column: 'seq', type: 'integer' },
];
