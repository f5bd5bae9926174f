import { sql } from 'kysely';
import { decodeCursor } from '../../../schema/cursor.ts';
import { badInput } from '../errors.ts';
import type { SelectedField } from './selection.ts';
import type { Expression, FieldRead, SortKey } from './shape.ts';

type Connection = Extract<FieldRead, { kind: 'connection' }>;

/** The condition that rows come after the field's cursor; all rows do where there is none. */
export function afterCursor(
  read: Connection,
  columns: readonly Expression[],
  field: SelectedField,
): Expression {
  const text = field.args['after'];
  if (typeof text !== 'string') return sql`true`;
  const key = decodeCursor(text);
  if (
    key?.length !== read.sortKeys.length ||
    !read.sortKeys.every((sortKey, index) => isOf(sortKey, key[index]))
  ) {
    throw badInput(
      `Argument "after" of ${field.name}: expected a cursor of this list, found one of another list.`,
    );
  }
  const values = read.sortKeys.flatMap(({ type, parts }, index) => {
    const told = sql`${sql.val(key[index])}::${sql.raw(type)}`;
    return parts?.values(told) ?? [told];
  });
  const comparison = sql.raw(read.direction === 'asc' ? '>' : '<');
  return sql`(${sql.join(columns)}) ${comparison} (${sql.join(values)})`;
}

const isOf = ({ type, parts }: SortKey, part: unknown): boolean =>
  isOfType(type, part) && (!parts || parts.pattern.test(String(part)));

/** A cursor of another list may hold as many parts; what PostgreSQL could not cast must not reach it. */
function isOfType(type: SortKey['type'], part: unknown): boolean {
  if (type === 'integer') return Number.isInteger(part) && Math.abs(Number(part)) < 2 ** 31;
  if (typeof part !== 'string') return false;
  if (type === 'text') return true;
  const pattern =
    type === 'date' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T[\d:.]+[+-](0\d|1[0-4]):\d{2}$/;
  return (
    pattern.test(part) && !part.startsWith('0000') && !Number.isNaN(Date.parse(part)) && !rollsOver(part)
  );
}

/** 30 February is a day to some parsers, and to PostgreSQL an error. */
const rollsOver = (moment: string): boolean => {
  const day = moment.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day;
};
