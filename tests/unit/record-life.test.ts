import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  mayDecide,
  recordActs,
  recordStates,
  transitionOf,
  type RecordState,
} from '../../subgraphs/integrity/domain/record-life.ts';

const live = (acts: readonly (typeof recordActs)[number][]): readonly RecordState[] => {
  const states: RecordState[] = ['RECORDED'];
  for (const act of acts) {
    const { from, to } = transitionOf(act);
    const now = states.at(-1) ?? 'RECORDED';
    if (from.includes(now)) states.push(to);
  }
  return states;
};

describe('the life of a record', () => {
  const lives = fc.array(fc.constantFrom(...recordActs), { maxLength: 12 }).map(live);

  it('never leaves the seal, nor comes back from repair, recall or expiry', () => {
    fc.assert(
      fc.property(lives, (states) => {
        const ended = states.findIndex((state) =>
          ['REPAIRED', 'EXPIRED', 'REVOKED', 'SEALED'].includes(state),
        );
        const after = ended < 0 ? [] : states.slice(ended);
        expect(after.some(mayDecide)).toBe(false);
        expect(after.includes('DISPUTED')).toBe(false);
        const sealed = states.indexOf('SEALED');
        if (sealed >= 0) expect(states).toHaveLength(sealed + 1);
      }),
      { numRuns: 10_000 },
    );
  });

  it('lets only a record that nobody disputes decide anything', () => {
    expect(recordStates.filter(mayDecide)).toEqual(['RECORDED']);
  });

  it('can reach every state, and be sealed from each', () => {
    expect(new Set(recordActs.map((act) => transitionOf(act).to)).size).toBe(recordStates.length);
    expect(transitionOf('SEAL').from.toSorted()).toEqual(
      recordStates.filter((state) => state !== 'SEALED').toSorted(),
    );
  });
});
