import type { KeyObject } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { signCertificate } from '../certificate/sign.ts';
import type { CertificatePayload } from '../domain/certificate/payload.ts';
import { buildPayload } from '../domain/review/build-payload.ts';
import { evaluate } from '../domain/review/evaluate.ts';
import type { DecisionOutcome } from '../domain/review/outcome.ts';
import type { Rules } from '../domain/review/rules.ts';
import { factsOf, type Snapshot } from '../domain/review/snapshot.ts';
import { canonical, rulesFor, sha256 } from './advance.ts';

/** What is kept of a signed decision: enough to make its certificate's bytes again. */
export interface DecisionRecord {
  readonly id: string;
  readonly review_subject_id: string;
  readonly rule_version: number;
  readonly snapshot: Snapshot;
  readonly snapshot_hash: string;
  readonly event_hash: string;
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly meeting_reference: string;
  readonly proposed_by: string;
  readonly proposed_role: string;
  readonly proposed_at: string;
  readonly countersigned_by: string;
  readonly countersigned_role: string;
  readonly countersigned_at: string;
  readonly expires_on: string | null;
  readonly payload: string | null;
  readonly jws: string | null;
}

/** The columns of a decision, with the snapshot that it was signed on. */
export const decisionQuery = sql`
  select d.id, d.review_subject_id, r.rule_version, d.snapshot::jsonb as snapshot, encode(d.snapshot_hash, 'hex') as snapshot_hash,
    coalesce(encode(e.hash, 'hex'), '') as event_hash, d.outcome, d.reason, d.meeting_reference, d.proposed_by, d.proposed_role,
    instant(d.proposed_at) as proposed_at, d.countersigned_by, d.countersigned_role,
    instant(d.countersigned_at) as countersigned_at, d.expires_on::text, d.payload, d.jws
  from review_decision d join review_subject s on s.id = d.review_subject_id join review r on r.id = s.review_id
  left join review_event e on e.review_subject_id = s.id and e.version = d.signed_version`;

/** The certificate's payload, made again from what is kept; under other rules where some are given. */
export function payloadOf(decision: DecisionRecord, rules: Rules = rulesFor(decision)): CertificatePayload {
  const { snapshot, id, outcome, reason } = decision;
  const signature = (role: string, sub: string, signedAt: string) => ({
    role,
    signer: sha256(`${snapshot.review.id}|${sub}`),
    signedAt,
  });
  return buildPayload(
    snapshot,
    evaluate(factsOf(snapshot), rules),
    {
      id,
      outcome,
      reason,
      meetingReference: decision.meeting_reference,
      decidedAt: decision.countersigned_at,
      expiresOn: decision.expires_on,
      signatures: [
        signature(decision.proposed_role, decision.proposed_by, decision.proposed_at),
        signature(decision.countersigned_role, decision.countersigned_by, decision.countersigned_at),
      ],
    },
    { rules: sha256(canonical(rules)), snapshot: decision.snapshot_hash, event: decision.event_hash },
  );
}

/** Signs the certificate of a decision that has just been countersigned. */
export async function issueCertificate(
  database: Kysely<unknown>,
  key: KeyObject,
  decisionId: string,
): Promise<void> {
  await sql`update review_decision d set snapshot = s.snapshot, snapshot_hash = s.snapshot_hash, signed_version = s.version
    from review_subject s where s.id = d.review_subject_id and d.id = ${decisionId}`.execute(database);
  const { rows } = await sql<DecisionRecord>`${decisionQuery} where d.id = ${decisionId}`.execute(database);
  const [decision] = rows;
  if (!decision) throw new Error('Expected the decision that was signed, found none.');
  const payload = payloadOf(decision);
  const jws = await signCertificate(payload, key);
  await sql`update review_decision set payload = ${canonical(payload)}, jws = ${jws}, headline = ${payload.headline}
    where id = ${decisionId}`.execute(database);
}
