import { sql, type Kysely } from 'kysely';
import { readInScope } from '../access/row-scope.ts';
import type { Database } from '../database/orm.ts';
import { ReadCompiler } from './compile.ts';
import type { Wave } from './group.ts';
import type { Selection } from './selection.ts';
import { Slot, type RunValues } from './slot.ts';

type Values = Omit<RunValues, 'groups'>;

/** Runs a wave as one statement; its columns are the roots, then the groups, in their order. */
export type RunWave = (wave: Wave, values: Values) => Promise<readonly unknown[]>;

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Waves come from the gateway's plans, so few are distinct; beyond this many the oldest go. */
const statementsKept = 500;

/** Characters of a wave's description; a portrait's has 2,000. */
const longestKept = 32 * 1024;

/**
 * Compiles each distinct wave once: building SQL costs several times what filling it in does. A wave with a text among
 * its arguments is never kept, because the text may be personal and its variety has no end.
 */
export function createStatements(
  database: Pick<Database, 'kysely' | 'reads'>,
  guarded: ReadonlySet<string>,
): RunWave {
  const kept = new Map<string, Compiled>();
  const compileOnce = (wave: Wave, asksConsent: boolean): Compiled => {
    const key = keyOf(wave, asksConsent);
    const known = key === null ? undefined : kept.get(key);
    const compiled = known ?? compile(database.kysely, wave, guarded, asksConsent);
    if (key === null || key.length > longestKept || known) return compiled;
    const [oldest] = kept.keys();
    if (kept.size >= statementsKept && oldest !== undefined) kept.delete(oldest);
    kept.set(key, compiled);
    return compiled;
  };
  return async (wave, values) => {
    const compiled = compileOnce(wave, values.access.consentClasses.length > 0);
    const run: RunValues = { ...values, groups: wave.groups.map(({ representations }) => representations) };
    const parameters = compiled.parameters.map((value) => (value instanceof Slot ? value.fill(run) : value));
    const statement = { text: compiled.sql, values: parameters };
    const rows = await readInScope(database.reads, values.access, wave, statement);
    const [row] = rows;
    return Array.from({ length: wave.roots.length + wave.groups.length }, (_, index) => row?.[`c${index}`]);
  };
}

function compile(
  database: Kysely<unknown>,
  { roots, groups }: Wave,
  guarded: ReadonlySet<string>,
  asksConsent: boolean,
): Compiled {
  const compiler = new ReadCompiler(guarded, asksConsent);
  const expressions = [
    ...roots.map(({ shape, field }) => compiler.root(shape, field)),
    ...groups.map(({ shape, selection }, index) => compiler.entities(shape, selection, index)),
  ];
  const columns = expressions.map((expression, index) => sql`${expression} as ${sql.id(`c${index}`)}`);
  return sql`select ${sql.join(columns)}`.compile(database);
}

function keyOf({ roots, groups }: Wave, asksConsent: boolean): string | null {
  const fields = [...roots.map(({ field }) => field), ...groups.flatMap(({ selection }) => selection)];
  if (hasText(fields)) return null;
  return JSON.stringify([
    asksConsent,
    roots.map(({ field }) => field),
    groups.map(({ shape, selection }) => [shape.type, selection]),
  ]);
}

const hasText = (fields: Selection): boolean =>
  fields.some(({ args, selection }) => Object.values(args).some(isTextual) || hasText(selection));

/** Anything but numbers and flags: lists and input objects may hold texts. */
const isTextual = (value: unknown): boolean =>
  value !== null && value !== undefined && typeof value !== 'number' && typeof value !== 'boolean';
