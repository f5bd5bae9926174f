import type { AnswerRecord } from './answer.ts';
import { addMonths } from './months.ts';

export const subjectKinds = ['REGION', 'UNIT', 'LEADER', 'INDIVIDUAL'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export type RecordLevel = NonNullable<AnswerRecord['level']>;

export const reviewPurposes = [
  'HONOUR_UNIT',
  'HONOUR_PERSON',
  'PROMOTION',
  'REPRESENTATIVE_CANDIDATE',
  'VILLAGE_ELECTION',
  'PARTY_ADMISSION',
  'CIVIL_RECRUITMENT',
  'CIVILISED_TITLE',
  'PEACE_TITLE',
  'BENEFIT',
  'VOLUNTEER_STAR',
  'CHILD_WORK_CHECK',
] as const;
export type ReviewPurpose = (typeof reviewPurposes)[number];

/** What a purpose may ask, of whom, and how far back. What it does not name is not asked. */
export interface PurposeRule {
  readonly kinds: readonly SubjectKind[];
  /** Codes of record types, adverse ones and those that people answer for. */
  readonly types: readonly string[];
  readonly lookBackMonths: number;
  /** Records below it are not asked for; null in a record counts as GENERAL. */
  readonly leastLevel: RecordLevel;
  readonly basis: string;
}

export const triggerCodes = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'] as const;
export type VetoTrigger = (typeof triggerCodes)[number];

/** A ground of a veto (一票否决): so many records of these types and this level within so long. */
export interface TriggerRule {
  readonly code: VetoTrigger;
  readonly title: string;
  /** Whom it denies something; nobody else is vetoed on it, whatever his records are. */
  readonly concerns: readonly Exclude<SubjectKind, 'INDIVIDUAL'>[];
  readonly types: readonly string[];
  readonly leastLevel: RecordLevel;
  readonly leastCount: number;
  /** Within so many months before the day asked about. */
  readonly withinMonths: number;
  /** The ground comes into being only so long after a record's decision, if it is in force still; absent: at once. */
  readonly afterMonths?: number;
  /** For so long from the decision of the newest record, or from when it came to be a ground. */
  readonly durationMonths: number;
  readonly article: string;
}

/** The rules of reviews in one version, as data: a review names the version it was judged by. */
export interface Rules {
  readonly version: number;
  readonly publishedOn: string;
  readonly purposes: Readonly<Record<ReviewPurpose, PurposeRule>>;
  readonly triggers: readonly TriggerRule[];
  /** Record types that speak in a subject's favour. They are told, and take no veto away. */
  readonly positives: readonly string[];
  /** Days within which a decision under reserve ends by itself. */
  readonly provisionalDays: number;
  /** Working days for which the subject may state his case before a veto. */
  readonly noticeDays: number;
  /** Days within which a decision may be appealed. */
  readonly appealDays: number;
  /** Months for which a decision without a veto may be used. */
  readonly validMonths: number;
}

const levels: readonly RecordLevel[] = ['MINOR', 'GENERAL', 'SERIOUS'];

/** Whether a record weighs at least so much; one whose department names no level weighs as a general one. */
export const reaches = (level: RecordLevel | null, least: RecordLevel): boolean =>
  levels.indexOf(level ?? 'GENERAL') >= levels.indexOf(least);

/** What a purpose asks on a day: adverse records of these types, decided since, of at least so much weight (MINOR is 1). */
export function scopeOf(
  { purposes }: Rules,
  purpose: ReviewPurpose,
  asOf: string,
): { readonly types: readonly string[]; readonly since: string; readonly level: number } {
  const { types, lookBackMonths, leastLevel } = purposes[purpose];
  return { types, since: addMonths(asOf, -lookBackMonths), level: levels.indexOf(leastLevel) + 1 };
}
