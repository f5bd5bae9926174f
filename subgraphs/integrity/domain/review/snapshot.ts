import type { Answer, AnswerRecord, DepartmentOpinion } from './answer.ts';
import type { EarlierVeto, Evaluation, Facts } from './evaluate.ts';
import type { ReviewPurpose, SubjectKind } from './rules.ts';

/** An answer with what proves it. Moments are ISO 8601 in UTC, hashes hexadecimal. */
export interface SnapshotAnswer extends Answer {
  readonly name: string;
  readonly basis: string;
  readonly dataAsOf: string | null;
  readonly dueAt: string | null;
  readonly opinion: DepartmentOpinion | null;
  readonly requestHash: string;
  readonly responseHash: string | null;
}

/** All that was known of a subject when it was evaluated: what the proposal, and the certificate after it, rest on. */
export interface Snapshot {
  readonly review: {
    readonly id: string;
    readonly purpose: ReviewPurpose;
    readonly matter: string;
    readonly legalBasis: string;
    readonly asOf: string;
    readonly requestedAt: string;
    readonly deadline: string;
  };
  readonly subject: {
    readonly id: string;
    readonly kind: SubjectKind;
    readonly name: string;
    readonly creditCode: string | null;
    readonly division: string | null;
    readonly post: string | null;
    readonly person: string | null;
  };
  readonly catalogue: { readonly version: number; readonly hash: string };
  readonly ruleVersion: number;
  readonly answers: readonly SnapshotAnswer[];
  readonly vetoes: readonly EarlierVeto[];
  readonly positives: readonly AnswerRecord[];
}

/** What of a snapshot the rules look at. */
export const factsOf = ({ subject, review, answers, vetoes, positives }: Snapshot): Facts => ({
  kind: subject.kind,
  asOf: review.asOf,
  answers,
  vetoes,
  positives,
});

/** What a decision stands on: while it is the same, the decision may be signed; how fresh the data is does not matter to it. */
export const groundOf = ({ answers, vetoes }: Snapshot, { proposal, findings }: Evaluation): object => ({
  answers: answers.map(({ department, state, records }) => ({
    department,
    state,
    records: records.map(({ id, version }) => ({ id, version })),
  })),
  vetoes: vetoes.map(({ id }) => id),
  proposal,
  findings,
});
