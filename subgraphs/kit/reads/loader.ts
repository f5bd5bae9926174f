import DataLoader from 'dataloader';
import { sql, type Kysely } from 'kysely';
import { ReadCompiler, type EntityGroup, type Moment } from './compile.ts';
import type { SelectedField, Selection } from './selection.ts';
import type { Expression, Shape } from './shape.ts';

/** One thing a resolver needs from the database. */
export type Read =
  | { readonly kind: 'root'; readonly shape: Shape; readonly field: SelectedField }
  | {
      readonly kind: 'entity';
      readonly shape: Shape;
      readonly selection: Selection;
      readonly representation: Readonly<Record<string, unknown>>;
    };

export type ReadLoader = DataLoader<Read, unknown>;

/**
 * The reads of one request. Everything that resolvers ask for in one turn of the event loop becomes **one** statement:
 * root fields and entities of all types alike. One loader per request: shared over requests it would show one caller
 * what another may see.
 */
export function createReadLoader(database: Kysely<unknown>, moment: Moment): ReadLoader {
  return new DataLoader<Read, unknown>((reads) => readAll(database, moment, reads), { cache: false });
}

/** A part of the statement and what to do with its answer. */
interface Part {
  readonly expression: Expression;
  readonly accept: (answer: unknown) => void;
}

async function readAll(
  database: Kysely<unknown>,
  moment: Moment,
  reads: readonly Read[],
): Promise<unknown[]> {
  const compiler = new ReadCompiler(moment);
  const results: unknown[] = reads.map(() => null);
  const parts = [...rootParts(compiler, reads, results), ...entityParts(compiler, reads, results)];
  const columns = parts.map(({ expression }, index) => sql`${expression} as ${sql.id(`c${index}`)}`);
  const { rows } = await sql<Readonly<Record<string, unknown>>>`select ${sql.join(columns)}`.execute(
    database,
  );
  parts.forEach(({ accept }, index) => {
    accept(rows[0]?.[`c${index}`]);
  });
  return results;
}

function rootParts(compiler: ReadCompiler, reads: readonly Read[], results: unknown[]): readonly Part[] {
  return reads.flatMap((read, index) =>
    read.kind === 'root'
      ? {
          expression: compiler.root(read.shape, read.field),
          accept: (answer: unknown) => {
            results[index] = answer;
          },
        }
      : [],
  );
}

function entityParts(compiler: ReadCompiler, reads: readonly Read[], results: unknown[]): readonly Part[] {
  return groupEntities(reads).map(({ group, positions }) => ({
    expression: compiler.entities(group),
    accept: (answer: unknown) => {
      const found: readonly unknown[] = Array.isArray(answer) ? answer : [];
      for (const line of found) {
        if (!isLine(line)) continue;
        for (const index of positions[line[0] - 1] ?? []) results[index] = line[1];
      }
    },
  }));
}

/** A key's position, counted from 1, and what was found of it. */
const isLine = (value: unknown): value is readonly [number, unknown] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number';

/** Entities of one type with one selection share a part; equal representations share a row. */
interface Grouped {
  readonly group: EntityGroup;
  /** For each representation, the reads that want it. */
  readonly positions: readonly (readonly number[])[];
}

function groupEntities(reads: readonly Read[]): readonly Grouped[] {
  const bySelection = new Map<Selection, Map<string, number[]>>();
  const shapes = new Map<Selection, Shape>();
  reads.forEach((read, index) => {
    if (read.kind !== 'entity') return;
    const keys = bySelection.get(read.selection) ?? new Map<string, number[]>();
    const key = keyOf(read.shape, read.representation);
    keys.set(key, [...(keys.get(key) ?? []), index]);
    bySelection.set(read.selection, keys);
    shapes.set(read.selection, read.shape);
  });
  return [...bySelection].flatMap(([selection, keys]) => {
    const shape = shapes.get(selection);
    if (!shape) return [];
    const positions = [...keys.values()];
    const representations = positions.flatMap(([first]) =>
      representationOf(first === undefined ? undefined : reads[first]),
    );
    return { group: { shape, selection, representations }, positions };
  });
}

const representationOf = (read: Read | undefined) => (read?.kind === 'entity' ? [read.representation] : []);

const keyOf = (shape: Shape, representation: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    [shape.entity?.key ?? '', ...(shape.entity?.external ?? [])].map((field) => representation[field]),
  );
