import { sql } from 'kysely';
import { consentedClasses } from '../access/consent.ts';
import type { RecordFacts } from '../../../schema/policy/access.ts';
import type { Expression, ReadScope } from './shape.ts';

/** What a row says of itself beside its fields, for the decisions that are made after reading it. */
export interface TaggedRecord extends RecordFacts {
  /** Whose record it is, or of whose it is a part; null where it is no person's. */
  readonly person: string | null;
}

/** Where a row has its tag: no GraphQL name. */
export const tagKey = '$';

/** The tag as JSON: what stands under `tagKey`. */
export function recordTag(
  bits: Expression,
  person: Expression | undefined,
  consentOf: Expression | undefined,
  scope: ReadScope,
): Expression {
  const consented = consentOf ? consentedClasses(consentOf, scope) : sql`null::text[]`;
  return sql`json_build_array(${bits}, ${person ?? sql`null::text`}, ${consented})`;
}

/** Reads the tag of a row; null for a row without one. */
export function recordOf(row: unknown): TaggedRecord | null {
  const tag: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, tagKey) : undefined;
  if (!Array.isArray(tag)) return null;
  const parts: readonly unknown[] = tag;
  const [bits, person, consented] = parts;
  if (typeof bits !== 'number') return null;
  return {
    bits,
    person: typeof person === 'string' ? person : null,
    consented: Array.isArray(consented) ? consented.filter((name) => typeof name === 'string') : [],
  };
}

/** The records of a page's lines: of a row under `nodes` or `edges`, or, where none is asked, of the line itself. */
export function recordsOfPage(page: unknown): readonly (TaggedRecord | null)[] {
  const lines: unknown = memberOf(page, 'lines');
  return Array.isArray(lines) ? lines.map(recordOfLine) : [];
}

function recordOfLine(line: unknown): TaggedRecord | null {
  const edges = membersOf(memberOf(line, 'e')).flatMap(membersOf);
  const rows = [line, ...membersOf(memberOf(line, 'n')), ...edges];
  return rows.map(recordOf).find((found) => found !== null) ?? null;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const membersOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];
