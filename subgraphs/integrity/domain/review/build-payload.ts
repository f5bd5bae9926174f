import { coverageOf, headlineOf } from '../certificate/coverage.ts';
import type { CertificatePayload } from '../certificate/payload.ts';
import type { Evaluation } from './evaluate.ts';
import type { DecisionOutcome } from './outcome.ts';
import type { Snapshot } from './snapshot.ts';

/** A signed decision as the certificate names it; a signer is a hash, which tells two apart and names nobody. */
export interface SignedDecision {
  readonly id: string;
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly meetingReference: string;
  readonly decidedAt: string;
  readonly expiresOn: string | null;
  readonly signatures: readonly {
    readonly role: string;
    readonly signer: string;
    readonly signedAt: string;
  }[];
}

/** What proves that nothing was changed since, hexadecimal. */
export interface PayloadHashes {
  readonly rules: string;
  readonly snapshot: string;
  readonly event: string;
}

/** What a certificate says: the same snapshot, rules and decision give the same bytes (RFC 8785). */
export function buildPayload(
  snapshot: Snapshot,
  { proposal, findings }: Evaluation,
  { id, ...decision }: SignedDecision,
  hashes: PayloadHashes,
): CertificatePayload {
  const { review, subject, catalogue, ruleVersion } = snapshot;
  const answers = snapshot.answers.map(
    ({ department, name, state, basis, dataAsOf, dueAt, opinion, ...answer }) => ({
      department,
      name,
      state,
      basis,
      dataAsOf,
      dueAt,
      opinion,
      requestHash: answer.requestHash,
      responseHash: answer.responseHash,
      records: answer.records.map(
        ({ id: recordId, version, type, level, status, decidedOn, validUntil }) => ({
          id: recordId,
          version,
          type,
          level,
          status,
          decidedOn,
          validUntil,
        }),
      ),
    }),
  );
  return {
    format: 'portrait-hub review certificate 1',
    id,
    issuedAt: decision.decidedAt,
    review,
    subject,
    catalogue,
    rules: { version: ruleVersion, hash: hashes.rules },
    answers,
    coverage: coverageOf(answers),
    headline: headlineOf(answers),
    findings,
    proposal,
    decision,
    snapshotHash: hashes.snapshot,
    eventHash: hashes.event,
  };
}
