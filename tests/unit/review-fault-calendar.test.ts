import { describe, expect, it } from '@jest/globals';
import {
  answerStates,
  type Answer,
  type AnswerState,
} from '../../subgraphs/integrity/domain/review/answer.ts';
import { evaluate, type Evaluation } from '../../subgraphs/integrity/domain/review/evaluate.ts';
import { outcomesFor } from '../../subgraphs/integrity/domain/review/outcome.ts';
import { currentRules } from '../../subgraphs/integrity/domain/review/rule-versions.ts';
import { Random } from '../../seeds/random.ts';
import { cleanAnswers, codes, factsOf, vetoRecord, withAnswer } from '../support/review-facts.ts';

const answerOf = (department: string, state: AnswerState): Answer => ({ department, state, records: [] });
const judge = (answers: readonly Answer[]): Evaluation => evaluate(factsOf({ answers }), currentRules);

/** What must come of it, said in another way than the rules say it. */
const quiet = new Set(['ANSWERED_NONE', 'NOT_APPLICABLE']);
const saysSomething = new Set(['ANSWERED_NONE', 'NOT_APPLICABLE', 'ANSWERED_RECORD', 'SUPPRESSED']);
const expectedOf = (faults: ReadonlyMap<string, AnswerState>): Omit<Evaluation, 'findings'> => ({
  proposal: [...faults.values()].every((state) => quiet.has(state)) ? 'PASS' : 'UNDETERMINED',
  missing: [...faults]
    .flatMap(([department, state]) => (saysSomething.has(state) ? [] : [department]))
    .toSorted(),
});

const check = (faults: ReadonlyMap<string, AnswerState>): void => {
  let answers = cleanAnswers();
  for (const [department, state] of faults) answers = withAnswer(answers, answerOf(department, state));
  const { proposal, missing } = judge(answers);
  expect({ proposal, missing }).toEqual(expectedOf(faults));
  if (proposal !== 'PASS') expect(outcomesFor('UNIT', proposal, missing)).not.toContain('NO_VETO');
};

describe('the fault calendar: on an otherwise clean review', () => {
  it.each(answerStates)('each of the 42 departments in state %s comes to what it must', (state) => {
    for (const department of codes) check(new Map([[department, state]]));
  });

  it('two thousand pairs of faults never come to a false pass', () => {
    const random = new Random(20_261_120, 'veto', 42);
    let passes = 0;
    for (let pair = 0; pair < 2_000; pair += 1) {
      const faults = new Map([0, 1].map(() => [random.pick(codes), random.pick(answerStates)] as const));
      check(faults);
      if (expectedOf(faults).proposal === 'PASS') passes += 1;
    }
    expect(passes).toBeGreaterThan(20);
    expect(passes).toBeLessThan(300);
  });

  it.each(answerStates)('a veto record stays one whatever another department does: %s', (state) => {
    const held = withAnswer(cleanAnswers(), {
      department: 'D30',
      state: 'ANSWERED_RECORD',
      records: [vetoRecord()],
    });
    for (const department of codes.filter((code) => code !== 'D30')) {
      const { proposal, missing } = judge(withAnswer(held, answerOf(department, state)));
      expect(proposal).toBe('VETO');
      const open = outcomesFor('UNIT', proposal, missing);
      expect(open.includes('NO_VETO')).toBe(saysSomething.has(state));
    }
    // Whoever holds it falls silent himself: then nothing is known, and nothing passes.
    const silent = judge(withAnswer(held, answerOf('D30', state))).proposal;
    expect(silent).toBe(quiet.has(state) ? 'PASS' : 'UNDETERMINED');
  });
});
