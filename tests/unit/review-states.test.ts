import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  reviewStates,
  stageOf,
  subjectStates,
  transitions,
  type SubjectState,
} from '../../subgraphs/integrity/domain/review/subject-state.ts';

/** Where each state leads, written down once more: state, then act and goal. */
const expected: Readonly<Record<SubjectState, string>> = {
  DRAFT: 'REVOKE>REVOKED SUBMIT>REQUESTED',
  REQUESTED: 'DISPATCH>COLLECTING REVOKE>REVOKED',
  COLLECTING: 'COMPLETE>COLLECTED LAPSE>INCOMPLETE REVOKE>REVOKED',
  COLLECTED: 'EVALUATE>EVALUATED RECOLLECT>COLLECTING REVOKE>REVOKED',
  INCOMPLETE: 'EVALUATE>EVALUATED RECOLLECT>COLLECTING REVOKE>REVOKED',
  EVALUATED: 'NOTIFY>PRE_NOTICE PRESENT>AWAITING_DECISION RECOLLECT>COLLECTING REVOKE>REVOKED',
  PRE_NOTICE: 'PRESENT>AWAITING_DECISION RECOLLECT>COLLECTING REVOKE>REVOKED',
  AWAITING_DECISION: 'PROPOSE>DECIDED RECOLLECT>COLLECTING REVOKE>REVOKED',
  DECIDED: 'COUNTERSIGN>SIGNED RECOLLECT>COLLECTING RETURN>AWAITING_DECISION REVOKE>REVOKED',
  SIGNED: 'APPEAL>APPEALED EXPIRE>EXPIRED REOPEN>REOPENED REVOKE>REVOKED SUPERSEDE>SUPERSEDED',
  APPEALED: 'OVERTURN>OVERTURNED REOPEN>REOPENED UPHOLD>UPHELD',
  UPHELD: 'EXPIRE>EXPIRED REOPEN>REOPENED REVOKE>REVOKED SUPERSEDE>SUPERSEDED',
  OVERTURNED: 'REOPEN>REOPENED SUPERSEDE>SUPERSEDED',
  REOPENED: 'DISPATCH>COLLECTING REVOKE>REVOKED',
  EXPIRED: 'REOPEN>REOPENED SUPERSEDE>SUPERSEDED',
  SUPERSEDED: '',
  REVOKED: '',
};

const movesFrom = (state: SubjectState): readonly (readonly [string, SubjectState])[] =>
  Object.entries(transitions).flatMap(([act, { from, to }]) =>
    from.some((one) => one === state) ? [[act, to] as const] : [],
  );

/** Every state that can be reached without passing one. */
function reach(from: SubjectState, without: SubjectState): ReadonlySet<SubjectState> {
  const seen = new Set<SubjectState>();
  const open: SubjectState[] = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen.has(state) || state === without) continue;
    seen.add(state);
    open.push(...movesFrom(state).map(([, to]) => to));
  }
  return seen;
}

describe('the states of a subject', () => {
  it.each(subjectStates)('%s leads where the law says, and nowhere else', (state) => {
    const moves = movesFrom(state).map(([act, to]) => `${act}>${to}`);
    expect(moves.toSorted().join(' ')).toBe(expected[state]);
  });

  it.each(['COLLECTING', 'EVALUATED', 'AWAITING_DECISION', 'DECIDED'] as const)(
    'let nothing be signed that did not pass %s',
    (stage) => {
      expect(reach('DRAFT', stage).has('SIGNED')).toBe(false);
      expect(reach('REOPENED', stage).has('SIGNED')).toBe(false);
    },
  );

  it('all can be reached, and whatever is opened again goes through the collection', () => {
    const everything = reach('DRAFT', 'DRAFT');
    expect(everything.size).toBe(0);
    const all = new Set(movesFrom('DRAFT').flatMap(([, to]) => [...reach(to, 'DRAFT')]));
    expect([...all].toSorted()).toEqual(subjectStates.filter((state) => state !== 'DRAFT').toSorted());
  });
});

/** Where a review is: the least advanced of its subjects; cancelled only when all are. */
const stageOfAll = (states: readonly SubjectState[]): string =>
  reviewStates[Math.min(...states.map((state) => reviewStates.indexOf(stageOf(state))))] ?? '';

describe('the state of a review', () => {
  it('is that of the least advanced subject, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...subjectStates), { minLength: 1, maxLength: 8 }), (states) => {
        const stage = stageOfAll(states);
        expect(stageOfAll(states.toReversed())).toBe(stage);
        if (stage === 'CLOSED')
          expect(states.every((state) => ['CLOSED', 'CANCELLED'].includes(stageOf(state)))).toBe(true);
        if (stage === 'CANCELLED') expect(new Set(states)).toEqual(new Set(['REVOKED']));
        if (states.includes('COLLECTING')) expect(['DRAFT', 'COLLECTING']).toContain(stage);
      }),
      { numRuns: 10_000 },
    );
  });
});
