/** How a department's answer stands. */
export type CertificateAnswerState =
  | 'ANSWERED_NONE'
  | 'ANSWERED_RECORD'
  | 'NOT_APPLICABLE'
  | 'REFUSED'
  | 'NOT_ANSWERED'
  | 'STALE'
  | 'IDENTITY_UNCERTAIN'
  | 'INVALID'
  | 'SUPPRESSED'
  | 'WITHDRAWN';

/** A record that an answer rests on, in the version that was seen. */
export interface CertificateRecord {
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly level: string | null;
  readonly status: string;
  readonly decidedOn: string;
  readonly validUntil: string | null;
}

export interface CertificateAnswer {
  /** D01 to D42. */
  readonly department: string;
  readonly name: string;
  readonly state: CertificateAnswerState;
  readonly basis: string | null;
  readonly dataAsOf: string | null;
  readonly dueAt: string | null;
  readonly opinion: string | null;
  readonly requestHash: string;
  readonly responseHash: string | null;
  readonly records: readonly CertificateRecord[];
}

export interface CertificateCoverage {
  readonly required: 42;
  readonly answered: number;
  readonly missing: readonly { readonly code: string; readonly name: string }[];
}

export interface CertificateFinding {
  readonly rule: string;
  readonly record: { readonly id: string; readonly version: number } | null;
  /** An earlier veto, where that is the ground. */
  readonly veto: string | null;
  /** The first two are grounds of a veto. */
  readonly effect: 'DENIES_HONOUR' | 'DENIES_HONOUR_AND_PROMOTION' | 'TO_BE_WEIGHED' | 'IN_FAVOUR';
  readonly basisArticle: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

export interface CertificateDecision {
  readonly outcome: 'VETO' | 'NO_VETO' | 'DEFER' | 'PROVISIONAL' | 'OPINION';
  readonly reason: string;
  readonly meetingReference: string;
  readonly decidedAt: string;
  /** The last day on which the decision may be used. */
  readonly expiresOn: string | null;
  /** Two, by different signers. A signer is a hash: it tells two apart and names nobody. */
  readonly signatures: readonly {
    readonly role: string;
    readonly signer: string;
    readonly signedAt: string;
  }[];
}

/**
 * What a certificate of a review (综治诚信联审) says: moments as ISO 8601 in UTC, days as `YYYY-MM-DD` in China's time, hashes
 * in hexadecimal. `certificate/verify-alone.mjs` holds the same form: whoever changes one gives both another format.
 */
export interface CertificatePayload {
  readonly format: 'portrait-hub review certificate 1';
  readonly id: string;
  readonly issuedAt: string;
  readonly review: {
    readonly id: string;
    readonly purpose: string;
    readonly matter: string;
    readonly legalBasis: string;
    readonly asOf: string;
    readonly requestedAt: string;
    readonly deadline: string;
  };
  readonly subject: {
    readonly id: string;
    readonly kind: 'REGION' | 'UNIT' | 'LEADER' | 'INDIVIDUAL';
    readonly name: string;
    readonly creditCode: string | null;
    readonly division: string | null;
    readonly post: string | null;
    readonly person: string | null;
  };
  readonly catalogue: { readonly version: number; readonly hash: string };
  readonly rules: { readonly version: number; readonly hash: string };
  /** One of each department, in the order of their codes. */
  readonly answers: readonly CertificateAnswer[];
  readonly coverage: CertificateCoverage;
  readonly headline: string;
  readonly findings: readonly CertificateFinding[];
  readonly proposal: 'VETO' | 'PASS' | 'UNDETERMINED';
  readonly decision: CertificateDecision;
  readonly snapshotHash: string;
  readonly eventHash: string;
}
