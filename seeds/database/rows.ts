import type { City } from '../city/city.ts';
import type { SubgraphName } from '../../schema/registry.ts';

/** What a column is given. Days and moments are texts, arrays go through `arrayOf`. */
export type Value = string | number | boolean | Buffer | null;

/** One row of one table. All rows of a table name the same columns in the same order. */
export interface Row {
  readonly table: string;
  readonly columns: Readonly<Record<string, Value>>;
}

/** What rows are made of besides chance. */
export interface SeedContext {
  readonly city: City;
  /** Keys the hash by which a citizen number is looked up. */
  readonly identifierKey: Buffer;
  /** The moment of loading: free slots lie after it, deliveries before it. Nothing else may hang on it. */
  readonly now: Date;
}

/** A department's share of the seeds. */
export interface SubgraphSeed {
  readonly name: SubgraphName;
  /** A table stands after those it refers to. */
  readonly tables: readonly string[];
  /** A row may come only after the rows it refers to, or together with them. */
  readonly rows: (context: SeedContext) => Iterable<Row>;
  /** Roughly how many rows there will be, for the progress bar. */
  readonly expectedRows: (city: City) => number;
}

/** The text of a PostgreSQL array of texts. */
export const arrayOf = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
