/**
 * What a department said of a subject. Never a list that may be null: silence, doubt and refusal each have a name, and none
 * of them is "no record".
 */
export const answerStates = [
  'ANSWERED_NONE',
  'ANSWERED_RECORD',
  'NOT_APPLICABLE',
  'REFUSED',
  'NOT_ANSWERED',
  'STALE',
  'IDENTITY_UNCERTAIN',
  'INVALID',
  'SUPPRESSED',
  'WITHDRAWN',
] as const;
export type AnswerState = (typeof answerStates)[number];

/** Only these support a pass. */
const supportsPass: ReadonlySet<AnswerState> = new Set(['ANSWERED_NONE', 'NOT_APPLICABLE']);

/** These say something that stays so without anybody doing more; all others are missing. */
const settled: ReadonlySet<AnswerState> = new Set([
  'ANSWERED_NONE',
  'ANSWERED_RECORD',
  'NOT_APPLICABLE',
  'SUPPRESSED',
]);

/** A record as a department's answer names it. */
export interface AnswerRecord {
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly level: 'MINOR' | 'GENERAL' | 'SERIOUS' | null;
  readonly status: string;
  /** `YYYY-MM-DD`, as all days here. */
  readonly decidedOn: string;
  readonly validUntil: string | null;
  /** How the record came to be taken for the subject's. */
  readonly method: string;
}

export interface Answer {
  /** D01 to D42. */
  readonly department: string;
  readonly state: AnswerState;
  readonly records: readonly AnswerRecord[];
}

/** Whether an answer leaves room for a pass; one that contradicts itself does not. */
export const isPassCapable = ({ state, records }: Answer): boolean =>
  supportsPass.has(state) && records.length === 0;

export const isSettled = (state: AnswerState): boolean => settled.has(state);

/** What a reviewer of a department says; the field's own words (联审意见). */
export type DepartmentOpinion = 'NO_OBJECTION' | 'OBJECTION' | 'RECUSED' | 'NOT_APPLICABLE' | 'REFUSED';

const states: Readonly<Record<DepartmentOpinion, AnswerState>> = {
  NO_OBJECTION: 'ANSWERED_NONE',
  OBJECTION: 'ANSWERED_RECORD',
  // Who recuses himself has not answered: somebody else of his department has to.
  RECUSED: 'NOT_ANSWERED',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  REFUSED: 'REFUSED',
};

/** What a department's answer becomes, before anything is held against it. */
export const stateOfOpinion = (opinion: DepartmentOpinion): AnswerState => states[opinion];

/** Everything but "no objection" has to say why. */
export const needsReason = (opinion: DepartmentOpinion): boolean => opinion !== 'NO_OBJECTION';
