import { sql } from 'kysely';
import { consentedClasses } from '../access/consent.ts';
import type { RecordFacts } from '../../../schema/policy/access.ts';
import type { Expression, ReadScope, RecordSource, Row } from './shape.ts';

/** What a row says of itself beside its fields, for the decisions that are made after reading it. */
export interface TaggedRecord extends RecordFacts {
  readonly person: string | null;
}

/** The tag as JSON, under the response key `$`, which is no GraphQL name. */
export function recordTag(
  record: RecordSource | undefined,
  row: Row,
  bits: Expression,
  scope: ReadScope,
  asksConsent: boolean,
): Expression {
  const person = record?.person?.(row) ?? sql`null::text`;
  const asked = asksConsent ? record?.consentOf?.(row) : undefined;
  const consented = asked ? consentedClasses(asked, scope) : sql`null::text[]`;
  return sql`json_build_array(${bits}, ${person}, ${consented})`;
}

/** Reads the tag of a row; null for a row without one. */
export function recordOf(row: unknown): TaggedRecord | null {
  const tag: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, '$') : undefined;
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
