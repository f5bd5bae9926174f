import fc from 'fast-check';
import { departments, recordTypes } from '../../seeds/integrity/catalogue.ts';
import {
  answerStates,
  type Answer,
  type AnswerRecord,
  type AnswerState,
} from '../../subgraphs/integrity/domain/review/answer.ts';
import type { EarlierVeto, Facts } from '../../subgraphs/integrity/domain/review/evaluate.ts';
import { addDays } from '../../subgraphs/integrity/domain/review/months.ts';
import { currentRules } from '../../subgraphs/integrity/domain/review/rule-versions.ts';
import { subjectKinds } from '../../subgraphs/integrity/domain/review/rules.ts';

/** The day that all facts of tests are asked about. */
export const asOf = '2026-11-20';
export const codes = departments.map(({ code }) => code);

/** An answer of every department that says nothing against anybody. */
export const cleanAnswers = (): readonly Answer[] =>
  codes.map((department) => ({ department, state: 'ANSWERED_NONE', records: [] }));

export const withAnswer = (answers: readonly Answer[], changed: Answer): readonly Answer[] =>
  answers.map((answer) => (answer.department === changed.department ? changed : answer));

/** A record that vetoes: SERIOUS, certain, of a fortnight ago. */
export const vetoRecord = (changes: Partial<AnswerRecord> = {}): AnswerRecord => ({
  id: 'r-veto',
  version: 1,
  type: 'D30-SAF',
  level: 'SERIOUS',
  status: 'RECORDED',
  decidedOn: addDays(asOf, -14),
  validUntil: null,
  method: 'CERTAIN',
  ...changes,
});

export const factsOf = (changes: Partial<Facts> = {}): Facts => ({
  kind: 'UNIT',
  asOf,
  answers: cleanAnswers(),
  vetoes: [],
  positives: [],
  ...changes,
});

const triggerTypes = [...new Set(currentRules.triggers.flatMap(({ types }) => types))];
const anyType = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...triggerTypes) },
  { weight: 1, arbitrary: fc.constantFrom(...recordTypes.keys()) },
);
const anyDay = fc.integer({ min: -1_500, max: 30 }).map((days) => addDays(asOf, days));

const anyRecord: fc.Arbitrary<AnswerRecord> = fc.record({
  id: fc.integer({ min: 1, max: 40 }).map((number) => `r${number}`),
  version: fc.integer({ min: 1, max: 3 }),
  type: anyType,
  level: fc.constantFrom('MINOR', 'GENERAL', 'SERIOUS', 'SERIOUS', null),
  status: fc.constantFrom(
    'RECORDED',
    'RECORDED',
    'RECORDED',
    'DISPUTED',
    'REPAIRED',
    'EXPIRED',
    'REVOKED',
    'SEALED',
  ),
  decidedOn: anyDay,
  validUntil: fc.option(anyDay, { nil: null }),
  method: fc.constantFrom('CERTAIN', 'CERTAIN', 'CONFIRMED', 'NAME_MISMATCH', 'PROBABLE', 'CONFLICT'),
});

/** Records belong to answers that say so; now and then a hostile answer has some that should have none. */
const anyAnswer = fc.record({
  state: fc.oneof(
    { weight: 5, arbitrary: fc.constant<AnswerState>('ANSWERED_NONE') },
    { weight: 2, arbitrary: fc.constant<AnswerState>('NOT_APPLICABLE') },
    { weight: 2, arbitrary: fc.constant<AnswerState>('ANSWERED_RECORD') },
    { weight: 1, arbitrary: fc.constantFrom(...answerStates) },
  ),
  records: fc.array(anyRecord, { maxLength: 3 }),
  isHostile: fc.integer({ min: 0, max: 40 }).map((chance) => chance === 0),
});

const anyVeto: fc.Arbitrary<EarlierVeto> = fc.record({
  id: fc.integer({ min: 1, max: 9 }).map((number) => `veto-${number}`),
  of: fc.constantFrom('SUBJECT', 'LEADER'),
  trigger: fc.constantFrom('T1', 'T5'),
  effectiveFrom: fc.integer({ min: -500, max: 10 }).map((days) => addDays(asOf, days)),
  effectiveTo: fc.integer({ min: -100, max: 300 }).map((days) => addDays(asOf, days)),
  basisArticle: fc.constant('示例条款'),
});

/** Facts of all sorts: mostly clean departments and a few that are not, so that every proposal comes up often. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    kind: fc.constantFrom(...subjectKinds),
    changed: fc.array(fc.record({ place: fc.integer({ min: 0, max: 41 }), answer: anyAnswer }), {
      maxLength: 4,
    }),
    spared: fc.integer({ min: 0, max: 41 }),
    vetoes: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(anyVeto, { maxLength: 2 }) },
    ),
    positives: fc.array(anyRecord, { maxLength: 2 }),
  })
  .map(({ kind, changed, spared, vetoes, positives }) => {
    const answers: Answer[] = codes.map((department, place) => ({
      department,
      state: place < spared ? 'NOT_APPLICABLE' : 'ANSWERED_NONE',
      records: [],
    }));
    for (const { place, answer } of changed) {
      const records = answer.state === 'ANSWERED_RECORD' || answer.isHostile ? answer.records : [];
      answers[place] = { department: codes[place] ?? '', state: answer.state, records };
    }
    return { kind, asOf, answers, vetoes, positives };
  });

/** What says less than an answer that supports a pass. */
export const lessStates = answerStates.filter(
  (state) => state !== 'ANSWERED_NONE' && state !== 'NOT_APPLICABLE',
);
