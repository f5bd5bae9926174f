import { sql, type RawBuilder } from 'kysely';
import { recordBits } from '../../../schema/policy/predicates.ts';

/** A piece of SQL. */
export type Expression = RawBuilder<unknown>;

/** A row in scope: `row('name')` is its column, `row.table` the alias to put behind a table's name. */
export interface Row {
  (column: string): Expression;
  readonly table: Expression;
}

/** The caller's side of a decision, as SQL; filled in at each run. */
export interface AccessScope {
  /** Records of a class that may be shown, as a bit string; `isShown` asks it. */
  readonly shown: (dataClass: string) => Expression;
  /** The person the caller is or acts for; null when none. */
  readonly person: Expression;
  /** Whether the caller is a citizen, or acts for one: then what he sees is his own and his family's. */
  readonly isOwnBusiness: Expression;
  /** The caller's name in his token. */
  readonly sub: Expression;
  /** The person that a break-glass of the caller is in force for; null when none. */
  readonly glassPerson: Expression;
  /** The caller's department; null when none. */
  readonly department: Expression;
  /** A condition that no row outside the caller's area meets, in a form that an index answers. */
  readonly isPerhapsInArea: (code: Expression) => Expression;
  /** Whether a code lies in the caller's area; for somebody who lives nowhere (null) in a city-wide caller's. */
  readonly isInArea: (code: Expression) => Expression;
}

/** What a field's SQL may depend on. */
export interface ReadScope {
  readonly access: AccessScope;
  /** The bits of the record that the row belongs to; throws where it belongs to none. */
  readonly bits: () => Expression;
  /** The field's arguments, already of the form that the SDL demands. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The moment of the request, a timestamptz. */
  readonly now: Expression;
  /** The day of the request in the city, a date. */
  readonly today: Expression;
}

/** The shape is asked for lazily, so that two shapes may name each other. */
type ShapeOf = () => Shape;
type Source = (child: Row, row: Row, scope: ReadScope) => Expression;

/** A column of a connection's order. Its SQL type turns the cursor's text back into a value. */
export interface SortKey {
  readonly column: string;
  readonly type: 'text' | 'date' | 'timestamptz' | 'integer';
  readonly parts?: SortKeyParts;
}

/** Columns that stand in the order of a longer text made of them: an index holds them at less cost. */
export interface SortKeyParts {
  readonly columns: readonly string[];
  /** The text of a cursor that can be taken apart; any other is of another list. */
  readonly pattern: RegExp;
  /** The columns' values in such a text. */
  readonly values: (text: Expression) => readonly Expression[];
}

/** How one GraphQL field is read. */
export type FieldRead =
  | { readonly kind: 'value'; readonly sql: (row: Row, scope: ReadScope) => Expression }
  | { readonly kind: 'same'; readonly shape: ShapeOf; readonly isPresent?: (row: Row) => Expression }
  | { readonly kind: 'one'; readonly shape: ShapeOf; readonly from: Source }
  | { readonly kind: 'byKey'; readonly shape: ShapeOf; readonly argument: string }
  | { readonly kind: 'byKeys'; readonly shape: ShapeOf; readonly argument: string }
  | {
      readonly kind: 'many';
      readonly shape: ShapeOf;
      readonly from: Source;
      readonly orderBy: (child: Row) => Expression;
    }
  | {
      readonly kind: 'connection';
      readonly shape: ShapeOf;
      readonly from: Source;
      readonly sortKeys: readonly SortKey[];
      readonly direction: 'asc' | 'desc';
      /** Whether an empty page ends where it was asked to begin: of a list that is polled for what is new. */
      readonly isPolled?: boolean;
    };

/** Where the rows of an entity come from when a key arrives from the gateway. */
export interface EntitySource {
  /** The GraphQL key field. */
  readonly key: string;
  /** Another key field with the same value, for departments that may name an entity and not show it. */
  readonly alias?: string;
  /** Fields of other departments that arrive with the key (`@requires`), readable as columns of the row. */
  readonly external?: readonly string[];
  /**
   * The department's own table, joined to the key. Left out by a department that only contributes to an entity: then
   * the row is the key and what arrived with it.
   */
  readonly table?: string;
  /**
   * Of an entity that stands for a person who was admitted before: the fields that name him. Row security lets his rows
   * through, so only what the subgraph has worked out itself may be named here, never what came from outside.
   */
  readonly personNames?: readonly string[];
}

/** Whose record a row is, for the decision what of it is given. What is below, of whatever table, inherits it. */
export interface RecordSource {
  /** The predicates of the record that hold for this caller, as an integer of `schema/policy/predicates.ts`. */
  readonly bits: (row: Row, scope: ReadScope) => Expression;
  /** The class that admits a row: of who is not admitted there is no row, no count, no cursor. */
  readonly admittedBy?: string;
  /** The same where the class differs from row to row. */
  readonly isAdmitted?: (row: Row, bits: Expression, scope: ReadScope) => Expression;
  /** The id of the person whose record it is, for the count of persons shown; the owner of persons says it. */
  readonly person?: (row: Row) => Expression;
  /** The id of the person whose consent may be asked. */
  readonly consentOf?: (row: Row) => Expression;
}

/** Whether records with these bits are among those shown. */
export const isShown = (shown: Expression, bits: Expression): Expression =>
  sql`get_bit(${shown}, ${sql.lit(recordBits - 1)} - (${bits})) = 1`;

/** Of no record. */
export const noneShown: Expression = sql`repeat('0', ${sql.lit(recordBits)})::varbit`;

/** How one GraphQL type is read: the part of a department that another database would change. */
export interface Shape {
  readonly type: string;
  readonly entity?: EntitySource;
  readonly record?: RecordSource;
  readonly fields: Readonly<Record<string, FieldRead>>;
}

/** A column as it is. */
export const column = (name: string): FieldRead => ({ kind: 'value', sql: (row) => row(name) });

/** Any SQL over the row. */
export const value = (sql: (row: Row, scope: ReadScope) => Expression): FieldRead => ({ kind: 'value', sql });

/** An object made of the same row; null where `isPresent` says so. */
export const sameRow = (shape: ShapeOf, isPresent?: (row: Row) => Expression): FieldRead =>
  isPresent ? { kind: 'same', shape, isPresent } : { kind: 'same', shape };

/** At most one row of another table; `from` is the text behind FROM. */
export const one = (shape: ShapeOf, from: Source): FieldRead => ({ kind: 'one', shape, from });

/** The entity whose key is an argument; null where there is none. For root fields. */
export const byKey = (shape: ShapeOf, argument: string): FieldRead => ({ kind: 'byKey', shape, argument });

/** The entities whose keys are an argument, in the order asked; null where there is none. For root fields. */
export const byKeys = (shape: ShapeOf, argument: string): FieldRead => ({ kind: 'byKeys', shape, argument });

/** A small closed list. */
export const many = (shape: ShapeOf, from: Source, orderBy: (child: Row) => Expression): FieldRead => ({
  kind: 'many',
  shape,
  from,
  orderBy,
});

/**
 * A list that grows, paged by key set: stable under insertion, and the last sort key must be unique. All keys run in one
 * direction, because then PostgreSQL answers a row comparison from one index.
 */
export const connection = (
  shape: ShapeOf,
  from: Source,
  sortKeys: readonly SortKey[],
  direction: 'asc' | 'desc' = 'asc',
): FieldRead => ({ kind: 'connection', shape, from, sortKeys, direction });

/** A connection that is read again and again from its end: an empty page keeps the reader's cursor. */
export const feed = (shape: ShapeOf, from: Source, sortKeys: readonly SortKey[]): FieldRead => ({
  kind: 'connection',
  shape,
  from,
  sortKeys,
  direction: 'asc',
  isPolled: true,
});
