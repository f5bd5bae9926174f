import { sql, type Kysely } from 'kysely';
import { evaluate } from '../domain/review/evaluate.ts';
import { explainDifference } from '../domain/review/explain.ts';
import type { Rules } from '../domain/review/rules.ts';
import { factsOf } from '../domain/review/snapshot.ts';
import { canonical, rulesFor, sha256 } from './advance.ts';
import { decisionQuery, payloadOf, type DecisionRecord } from './issue-certificate.ts';

/** What came of making a certificate's bytes again. */
export interface Replay {
  readonly decision: string;
  readonly ruleVersion: number;
  /** What does not agree, a sentence each; empty when the bytes are the same and the events are whole. */
  readonly faults: readonly string[];
  /** In what other rules would have come to something else; only where others were asked about. */
  readonly differences: readonly string[];
}

/**
 * Makes the certificates of a decision, or of all signed decisions on a subject, again from their snapshots, and holds them
 * against what was signed and against the chain of events. With `rules` it tells what those would have changed.
 */
export async function replay(
  database: Kysely<unknown>,
  id: string,
  rules?: Rules,
): Promise<readonly Replay[]> {
  const { rows } = await sql<DecisionRecord & { readonly snapshot_text: string }>`
    select q.*, d.snapshot as snapshot_text from (${decisionQuery}) q join review_decision d on d.id = q.id
    where q.id = ${id} or q.review_subject_id = ${id} order by q.countersigned_at`.execute(database);
  const found: Replay[] = [];
  for (const decision of rows) {
    found.push({
      decision: decision.id,
      ruleVersion: decision.rule_version,
      faults: [...faultsOf(decision), ...(await brokenEvents(database, decision.review_subject_id))],
      differences: rules ? differencesOf(decision, rules) : [],
    });
  }
  return found;
}

function faultsOf(decision: DecisionRecord & { readonly snapshot_text: string }): readonly string[] {
  const payload = canonical(payloadOf(decision));
  return [
    ...(sha256(decision.snapshot_text) === decision.snapshot_hash
      ? []
      : ['The snapshot is another than the one that was signed on.']),
    ...(payload === decision.payload
      ? []
      : ['The payload made from the snapshot is another than the one that was signed.']),
  ];
}

function differencesOf(decision: DecisionRecord, rules: Rules): readonly string[] {
  const facts = factsOf(decision.snapshot);
  return explainDifference(evaluate(facts, rulesFor(decision)), evaluate(facts, rules));
}

/** Events of a subject whose hash does not follow from the one before, or that are missing. */
async function brokenEvents(database: Kysely<unknown>, subjectId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ version: number }>`
    select e.version from (
      select e.*, lag(e.hash) over w as before, lag(e.version) over w as former
      from review_event e where e.review_subject_id = ${subjectId} window w as (order by e.version)) e
    where e.hash <> review_event_hash(e.before, (e.review_subject_id, e.version, e.at, e.act, e.from_state, e.to_state, e.actor,
      e.details, e.hash)::review_event) or e.version <> coalesce(e.former, 0) + 1`.execute(database);
  return rows.map(({ version }) => `Event ${version} does not follow from the one before it.`);
}
