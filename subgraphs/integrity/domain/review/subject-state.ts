/** Where a subject of a review stands. */
export const subjectStates = [
  'DRAFT',
  'REQUESTED',
  'COLLECTING',
  'COLLECTED',
  'INCOMPLETE',
  'EVALUATED',
  'PRE_NOTICE',
  'AWAITING_DECISION',
  'DECIDED',
  'SIGNED',
  'APPEALED',
  'UPHELD',
  'OVERTURNED',
  'REOPENED',
  'EXPIRED',
  'SUPERSEDED',
  'REVOKED',
] as const;
export type SubjectState = (typeof subjectStates)[number];

interface Transition {
  readonly from: readonly SubjectState[];
  readonly to: SubjectState;
}

const open: readonly SubjectState[] = [
  'DRAFT',
  'REQUESTED',
  'COLLECTING',
  'COLLECTED',
  'INCOMPLETE',
  'EVALUATED',
  'PRE_NOTICE',
  'AWAITING_DECISION',
  'DECIDED',
  'REOPENED',
];
const signed: readonly SubjectState[] = ['SIGNED', 'UPHELD'];

/** What can happen to a subject, from where, and where it leads; what is not here cannot happen. */
export const transitions = {
  SUBMIT: { from: ['DRAFT'], to: 'REQUESTED' },
  DISPATCH: { from: ['REQUESTED', 'REOPENED'], to: 'COLLECTING' },
  /** Every department has settled its answer. */
  COMPLETE: { from: ['COLLECTING'], to: 'COLLECTED' },
  /** Something is missing: the meeting may see it as it stands, and a late answer is still taken. */
  LAPSE: { from: ['COLLECTING'], to: 'INCOMPLETE' },
  EVALUATE: { from: ['COLLECTED', 'INCOMPLETE'], to: 'EVALUATED' },
  /** Before a veto the subject sees the evidence and may state his case. */
  NOTIFY: { from: ['EVALUATED'], to: 'PRE_NOTICE' },
  PRESENT: { from: ['EVALUATED', 'PRE_NOTICE'], to: 'AWAITING_DECISION' },
  PROPOSE: { from: ['AWAITING_DECISION'], to: 'DECIDED' },
  /** The second person does not sign, or the ground has changed under the proposed decision. */
  RETURN: { from: ['DECIDED'], to: 'AWAITING_DECISION' },
  COUNTERSIGN: { from: ['DECIDED'], to: 'SIGNED' },
  /** An answer came or a ground changed before anything was signed. */
  RECOLLECT: {
    from: ['COLLECTED', 'INCOMPLETE', 'EVALUATED', 'PRE_NOTICE', 'AWAITING_DECISION', 'DECIDED'],
    to: 'COLLECTING',
  },
  APPEAL: { from: ['SIGNED'], to: 'APPEALED' },
  UPHOLD: { from: ['APPEALED'], to: 'UPHELD' },
  OVERTURN: { from: ['APPEALED'], to: 'OVERTURNED' },
  /** The ground changed after the signature: corrected, repaired, unlinked, withdrawn. */
  REOPEN: { from: ['SIGNED', 'APPEALED', 'UPHELD', 'OVERTURNED', 'EXPIRED'], to: 'REOPENED' },
  EXPIRE: { from: signed, to: 'EXPIRED' },
  SUPERSEDE: { from: [...signed, 'OVERTURNED', 'EXPIRED'], to: 'SUPERSEDED' },
  REVOKE: { from: [...open, ...signed], to: 'REVOKED' },
} as const satisfies Readonly<Record<string, Transition>>;

export type SubjectAct = keyof typeof transitions;

export type ReviewState = 'DRAFT' | 'COLLECTING' | 'DECIDING' | 'CLOSED' | 'CANCELLED';

const stages: Readonly<Record<SubjectState, ReviewState>> = {
  DRAFT: 'DRAFT',
  REQUESTED: 'COLLECTING',
  COLLECTING: 'COLLECTING',
  REOPENED: 'COLLECTING',
  COLLECTED: 'DECIDING',
  INCOMPLETE: 'DECIDING',
  EVALUATED: 'DECIDING',
  PRE_NOTICE: 'DECIDING',
  AWAITING_DECISION: 'DECIDING',
  DECIDED: 'DECIDING',
  APPEALED: 'DECIDING',
  SIGNED: 'CLOSED',
  UPHELD: 'CLOSED',
  OVERTURNED: 'CLOSED',
  EXPIRED: 'CLOSED',
  SUPERSEDED: 'CLOSED',
  REVOKED: 'CANCELLED',
};

/** The stages, the least advanced first: a review is where the last of its subjects is. */
export const reviewStates = ['DRAFT', 'COLLECTING', 'DECIDING', 'CLOSED', 'CANCELLED'] as const;

export const stageOf = (state: SubjectState): ReviewState => stages[state];
