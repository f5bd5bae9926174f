import { sql, type Kysely } from 'kysely';
import { evaluate } from '../domain/review/evaluate.ts';
import { explainDifference } from '../domain/review/explain.ts';
import type { Rules } from '../domain/review/rules.ts';
import { factsOf } from '../domain/review/snapshot.ts';
import { verifyCertificate, type PublicKey } from '../certificate/verify-alone.mjs';
import { canonical, rulesFor, sha256 } from './advance.ts';
import { chainFaults } from './chain-faults.ts';
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

interface Question {
  /** Of a decision, or of a subject. */
  readonly id: string;
  /** The one that certificates are signed with. */
  readonly key: PublicKey;
  readonly rules?: Rules | undefined;
}

/**
 * Makes the certificates of a decision, or of all signed decisions on a subject, again from their snapshots, and holds them
 * against what was signed and against the chain of events. With `rules` it tells what those would have changed.
 */
export async function replay(
  database: Kysely<unknown>,
  { id, key, rules }: Question,
): Promise<readonly Replay[]> {
  const { rows } = await sql<Kept>`
    select q.*, d.snapshot as snapshot_text from (${decisionQuery}) q join review_decision d on d.id = q.id
    where (q.id = ${id} or q.review_subject_id = ${id}) and d.countersigned_at is not null order by q.countersigned_at`.execute(
    database,
  );
  const found: Replay[] = [];
  for (const decision of rows) {
    found.push({
      decision: decision.id,
      ruleVersion: decision.rule_version,
      faults: [...faultsOf(decision, key), ...(await chainFaults(database, decision.review_subject_id))],
      differences: rules ? differencesOf(decision, rules) : [],
    });
  }
  return found.length > 0 ? found : withoutDecision(database, id);
}

/** A subject that was signed, so its events say, and has no signed decision: it was taken away. */
async function withoutDecision(database: Kysely<unknown>, id: string): Promise<readonly Replay[]> {
  const { rows } = await sql<{ rule_version: number }>`
    select r.rule_version from review_subject s join review r on r.id = s.review_id where s.id = ${id}
      and exists (select from review_event e where e.review_subject_id = s.id and e.act = 'COUNTERSIGN')`.execute(
    database,
  );
  const faults = rows.length > 0 ? await chainFaults(database, id) : [];
  return rows.map(({ rule_version: ruleVersion }) => ({
    decision: id,
    ruleVersion,
    faults,
    differences: [],
  }));
}

type Kept = DecisionRecord & { readonly snapshot_text: string | null };

function faultsOf(decision: Kept, key: PublicKey): readonly string[] {
  if (decision.snapshot_text === null) return ['The snapshot that was signed on is gone.'];
  const payload = canonical(payloadOf(decision));
  const verdict = verifyCertificate(Buffer.from(decision.jws ?? ''), key);
  return [
    ...(sha256(decision.snapshot_text) === decision.snapshot_hash
      ? []
      : ['The snapshot is another than the one that was signed on.']),
    ...(payload === decision.payload
      ? []
      : ['The payload made from the snapshot is another than the one that was signed.']),
    ...(verdict.kind === 'NOT_VALID'
      ? [`The certificate that is kept is not valid. ${verdict.fault}`]
      : canonical(verdict.payload) === decision.payload
        ? []
        : ['The certificate that is kept says something else than the payload beside it.']),
  ];
}

function differencesOf(decision: DecisionRecord, rules: Rules): readonly string[] {
  const facts = factsOf(decision.snapshot);
  return explainDifference(evaluate(facts, rulesFor(decision)), evaluate(facts, rules));
}
