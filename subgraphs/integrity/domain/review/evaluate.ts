import { isPassCapable, isSettled, type Answer, type AnswerRecord } from './answer.ts';
import { addMonths } from './months.ts';
import { reaches, type Rules, type SubjectKind, type TriggerRule, type VetoTrigger } from './rules.ts';

export type Proposal = 'VETO' | 'PASS' | 'UNDETERMINED';

/** What a finding means for the subject. */
export type FindingEffect =
  /** The unit or region may not be honoured (综合性荣誉). */
  | 'DENIES_HONOUR'
  /** The leader may be neither honoured nor promoted (评先受奖、晋职晋级); it goes with him to another post. */
  | 'DENIES_HONOUR_AND_PROMOTION'
  /** It is told to those who decide and denies nothing by itself. */
  | 'TO_BE_WEIGHED'
  /** It speaks for the subject. */
  | 'IN_FAVOUR';

/** A veto that was decided before. */
export interface EarlierVeto {
  readonly id: string;
  /** Of whom: the subject itself, the same leader at whatever post, or a leader of the unit under review. */
  readonly of: 'SUBJECT' | 'LEADER';
  readonly trigger: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly basisArticle: string;
}

/** All that a proposal may rest on. */
export interface Facts {
  readonly kind: SubjectKind;
  readonly asOf: string;
  readonly answers: readonly Answer[];
  readonly vetoes: readonly EarlierVeto[];
  readonly positives: readonly AnswerRecord[];
}

export interface Finding {
  /** T1 to T9; NONE for what is only to be weighed or in favour. */
  readonly rule: VetoTrigger | 'NONE';
  readonly record: { readonly id: string; readonly version: number } | null;
  readonly veto: string | null;
  readonly effect: FindingEffect;
  readonly basisArticle: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

export interface Evaluation {
  readonly proposal: Proposal;
  readonly findings: readonly Finding[];
  /** Codes of departments that have settled nothing. */
  readonly missing: readonly string[];
}

export const departmentCount = 42;

/** D01 to D42. */
const departments: readonly string[] = Array.from(
  { length: departmentCount },
  (_, index) => `D${String(index + 1).padStart(2, '0')}`,
);

/**
 * What follows from the answers: a proposal, never a decision. A veto needs a record that is certainly the subject's, in force
 * on the day and not disputed; a pass needs every one of the 42 departments to have said "none" or not to be asked; everything
 * else is undetermined. Whoever is an individual is consulted about, never vetoed.
 */
export function evaluate(facts: Facts, rules: Rules): Evaluation {
  const denies = facts.kind === 'INDIVIDUAL' ? null : effectOn(facts.kind);
  const grounds = facts.answers
    .flatMap(({ state, records }) => (state === 'ANSWERED_RECORD' ? records : []))
    .filter((record) => isInForce(record, facts.asOf));
  const concerning = rules.triggers.filter(({ concerns }) => concerns.some((kind) => kind === facts.kind));
  const triggered =
    denies === null ? [] : concerning.flatMap((rule) => apply(rule, grounds, facts.asOf, denies));
  const earlier = facts.vetoes.flatMap((veto) => earlierFinding(veto, facts.asOf, denies));
  const used = new Set(triggered.map(({ record }) => record?.id));
  const findings = [
    ...triggered,
    ...earlier,
    ...grounds.filter(({ id }) => !used.has(id)).map((record) => plainFinding(record, 'TO_BE_WEIGHED')),
    ...facts.positives
      .filter((record) => isInForce(record, facts.asOf))
      .map((record) => plainFinding(record, 'IN_FAVOUR')),
  ].toSorted(byContent);
  const missing = missingOf(facts.answers);
  return { proposal: propose(facts.answers, findings, missing), findings, missing };
}

function propose(
  answers: readonly Answer[],
  findings: readonly Finding[],
  missing: readonly string[],
): Proposal {
  if (findings.some(({ effect }) => isDenying(effect))) return 'VETO';
  const isWhole = answers.length === departmentCount && missing.length === 0;
  const isClean = answers.every(isPassCapable) && findings.every(({ effect }) => effect === 'IN_FAVOUR');
  return isWhole && isClean ? 'PASS' : 'UNDETERMINED';
}

export const isDenying = (effect: FindingEffect): boolean =>
  effect === 'DENIES_HONOUR' || effect === 'DENIES_HONOUR_AND_PROMOTION';

/** Who has settled nothing, has no answer at all, or has two. */
const missingOf = (answers: readonly Answer[]): readonly string[] =>
  departments.filter((code) => {
    const own = answers.filter(({ department }) => department === code);
    return own.length !== 1 || own.some(({ state }) => !isSettled(state));
  });

const effectOn = (kind: Exclude<SubjectKind, 'INDIVIDUAL'>): FindingEffect =>
  kind === 'LEADER' ? 'DENIES_HONOUR_AND_PROMOTION' : 'DENIES_HONOUR';

const certain: ReadonlySet<string> = new Set(['CERTAIN', 'CONFIRMED']);

/** Disputed, repaired, expired, sealed and taken back are no ground, nor is what only bears the same name. */
const isInForce = ({ status, decidedOn, validUntil, method }: AnswerRecord, day: string): boolean =>
  status === 'RECORDED' &&
  certain.has(method) &&
  decidedOn <= day &&
  (validUntil === null || validUntil >= day);

function apply(
  rule: TriggerRule,
  records: readonly AnswerRecord[],
  day: string,
  effect: FindingEffect,
): readonly Finding[] {
  const since = addMonths(day, -rule.withinMonths);
  const until = addMonths(day, -(rule.afterMonths ?? 0));
  const met = records.filter(
    ({ type, level, decidedOn }) =>
      rule.types.includes(type) && reaches(level, rule.leastLevel) && decidedOn > since && decidedOn <= until,
  );
  if (met.length < rule.leastCount) return [];
  const newest = met.reduce((latest, { decidedOn }) => (decidedOn > latest ? decidedOn : latest), '');
  const effectiveFrom = addMonths(newest, rule.afterMonths ?? 0);
  const effectiveTo = addMonths(effectiveFrom, rule.durationMonths);
  if (effectiveTo < day) return [];
  return met.map(({ id, version }) => ({
    rule: rule.code,
    record: { id, version },
    veto: null,
    effect,
    basisArticle: rule.article,
    effectiveFrom,
    effectiveTo,
  }));
}

/** An earlier veto in force denies by itself; one on a leader of a unit is told to those who decide about the unit. */
function earlierFinding(
  { id, of, effectiveFrom, effectiveTo, basisArticle }: EarlierVeto,
  day: string,
  denies: FindingEffect | null,
): readonly Finding[] {
  if (day < effectiveFrom || day > effectiveTo) return [];
  const effect = of === 'SUBJECT' && denies !== null ? denies : 'TO_BE_WEIGHED';
  return [{ rule: 'T6', record: null, veto: id, effect, basisArticle, effectiveFrom, effectiveTo }];
}

const plainFinding = (
  { id, version, decidedOn, validUntil }: AnswerRecord,
  effect: FindingEffect,
): Finding => ({
  rule: 'NONE',
  record: { id, version },
  veto: null,
  effect,
  basisArticle: '',
  effectiveFrom: decidedOn,
  effectiveTo: validUntil,
});

const orderKey = ({ effect, rule, record, veto }: Finding): string =>
  [isDenying(effect) ? 0 : 1, effect, rule, record?.id ?? '', veto ?? ''].join(' ');

/** The same findings in the same order, in whatever order the answers came. */
const byContent = (one: Finding, other: Finding): number => {
  const [left, right] = [orderKey(one), orderKey(other)];
  return left < right ? -1 : Number(left > right);
};
