import { sql, type Kysely } from 'kysely';
import type { SubgraphContext } from '../../kit/context.ts';
import type { Proposal } from '../domain/review/evaluate.ts';
import type { SubjectKind } from '../domain/review/rules.ts';
import type { SubjectAct, SubjectState } from '../domain/review/subject-state.ts';

/** A subject of a review as an act finds it, locked until the act is done. */
export interface SubjectRow {
  readonly id: string;
  readonly review_id: string;
  readonly kind: SubjectKind;
  readonly person_id: string | null;
  readonly state: SubjectState;
  readonly version: number;
  readonly proposal: Proposal | null;
  readonly missing: readonly string[];
  readonly notice_until: string | null;
  readonly effective_to: string | null;
  readonly ground_hash: string | null;
  readonly snapshot: string | null;
  readonly snapshot_hash: string | null;
  readonly rule_version: number;
  readonly as_of: string;
  /** Until when it may be decided under reserve, if it ever was; null where it was not. */
  readonly reserve_until: string | null;
}

export interface Named {
  readonly reviewId: string;
  readonly subjectId: string;
}

/** The subject, for as long as the transaction lasts nobody else's; null where the caller sees none. */
export async function lockSubject(
  database: Kysely<unknown>,
  { reviewId, subjectId }: Named,
): Promise<SubjectRow | null> {
  const { rows } = await sql<SubjectRow>`
    select s.id, s.review_id, s.kind, s.person_id, s.state, s.version, s.proposal, s.missing,
      s.notice_until::text, s.effective_to::text,
      encode(s.ground_hash, 'hex') as ground_hash, s.snapshot, encode(s.snapshot_hash, 'hex') as snapshot_hash, r.rule_version, r.as_of::text,
      reserve_until(s.id)::text
    from review_subject s join review r on r.id = s.review_id
    where s.id = ${subjectId} and s.review_id = ${reviewId} for update of s`.execute(database);
  return rows[0] ?? null;
}

/** What is done, besides moving. */
export type Act = SubjectAct | 'ANSWER' | 'WITHDRAW' | 'STATE_CASE' | 'REMIND' | 'COLLECT';

/** Who does it, and when; and the request that the ledger of accesses knows it by, where it was one. */
export interface Doing {
  readonly actor: string;
  readonly now: Date;
  readonly request?: string;
}

/** An act of the caller's. */
export const doingOf = ({ access, now }: Pick<SubgraphContext, 'access' | 'now'>): Doing => ({
  actor: access.caller.sub,
  now,
  request: access.requestId,
});

/** A column that an act sets besides. */
type Change = Readonly<Record<string, unknown>>;

/**
 * Does one act to many subjects: each moves as the table of transitions says and gets its event. Those for which the act is
 * not possible are left as they are; gives the ids of the others.
 */
export async function act(
  database: Kysely<unknown>,
  name: Act,
  { actor, now, request }: Doing,
  ids: readonly string[],
  details: object = {},
  changes: Change = {},
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const set = Object.entries(changes).map(([column, given]) => sql`${sql.id(column)} = ${given}`);
  const told = sql`details = ${JSON.stringify({ ...details, request })}::jsonb`;
  const { rows } = await sql<{ id: string }>`
    update review_subject s set state = t.to_state, act = ${name}, actor = ${actor}, acted_at = ${now.toISOString()},
      version = s.version + 1, ${sql.join([told, ...set])}
    from review_transition t
    where s.id = any(${[...ids]}::text[]) and t.act = ${name} and t.from_state = s.state returning s.id`.execute(
    database,
  );
  return rows.map(({ id }) => id);
}
