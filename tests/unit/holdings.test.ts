import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { citizenNumber, creditCode } from '../../seeds/numbers.ts';
import { readHoldingPart } from '../../subgraphs/integrity/domain/holding-list.ts';
import { judgeAnswer, type AnswerUnderTest } from '../../subgraphs/integrity/domain/holdings.ts';

const now = new Date('2026-11-23T08:00:00Z');
const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);
const judge = (
  answer: AnswerUnderTest['answer'],
  isHeld: boolean | null,
  indexAsOf: Date | null = hours(-8),
) => judgeAnswer({ answer, isHeld, indexAsOf, answerAsOf: now });

describe('an answer held against the index', () => {
  it.each([
    ['"none" of somebody who is held', 'NONE', true, -8, 'INVALID'],
    ['"none" of somebody who is not', 'NONE', false, -8, 'CONSISTENT'],
    ['no answer on somebody who is held', 'MISSING', true, -8, 'MISSING_WOULD_HIT'],
    ['no answer on somebody who is not', 'MISSING', false, -8, 'UNKNOWN'],
    ['a record of somebody who is held', 'RECORD', true, -8, 'CONSISTENT'],
    ['a record that may be newer than the index', 'RECORD', false, -8, 'UNKNOWN'],
    ['a record that the later index has not', 'RECORD', false, 8, 'INVALID'],
    ['"none" against an index of three days ago', 'NONE', false, -72, 'UNKNOWN'],
    ['"none" against an index of three days later', 'NONE', false, 72, 'UNKNOWN'],
  ] as const)('%s', (_what, answer, isHeld, age, verdict) => {
    expect(judge(answer, isHeld, hours(age))).toBe(verdict);
  });

  const answers = fc.record({
    answer: fc.constantFrom('NONE', 'RECORD', 'MISSING'),
    isHeld: fc.option(fc.boolean()),
    indexAsOf: fc.option(fc.integer({ min: -120, max: 120 }).map(hours)),
    answerAsOf: fc.oneof(fc.constant(now), fc.constant(new Date(Number.NaN))),
  });

  it('is clean only where an index of within two days says so', () => {
    fc.assert(
      fc.property(answers, (test) => {
        const { answer, isHeld, indexAsOf, answerAsOf } = test;
        const lead = Math.abs(answerAsOf.getTime() - (indexAsOf?.getTime() ?? Number.NaN));
        const isJudged = isHeld !== null && indexAsOf !== null && lead <= 48 * 3_600_000;
        const isClean = isJudged && ((answer === 'NONE' && !isHeld) || (answer === 'RECORD' && isHeld));
        expect(judgeAnswer(test) === 'CONSISTENT').toBe(isClean);
      }),
    );
  });

  it('that never came is never consistent, and one that contradicts the index never stands', () => {
    fc.assert(
      fc.property(answers, (test) => {
        expect(judgeAnswer({ ...test, answer: 'MISSING' })).not.toBe('CONSISTENT');
        expect(judgeAnswer({ ...test, answer: 'NONE', isHeld: true })).not.toBe('CONSISTENT');
      }),
    );
  });
});

describe('a part of a list', () => {
  const person = citizenNumber('1980-03-05', 12);
  const unit = creditCode('91359999', 'MA000001');
  const clock = { now, today: '2026-11-23' };
  const read = (raw: readonly string[], asOf = hours(-1)) => readHoldingPart(raw, asOf, clock);

  it('is read normalised, each identifier once', () => {
    const wide = person.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    expect(read([person, ` ${wide.toLowerCase()} `, unit.toLowerCase(), unit])).toEqual({
      kind: 'READ',
      identifiers: [person, unit],
    });
    expect(read([])).toEqual({ kind: 'READ', identifiers: [] });
  });

  it.each([
    [
      'a number with a wrong check character',
      [person.slice(0, 17) + (person.endsWith('1') ? '2' : '1')],
      -1,
      'NOT_AN_IDENTIFIER',
    ],
    [
      'a credit code with a wrong check character',
      [unit.slice(0, 17) + (unit.endsWith('1') ? '2' : '1')],
      -1,
      'NOT_AN_IDENTIFIER',
    ],
    ['a name', ['林美华'], -1, 'NOT_AN_IDENTIFIER'],
    ['a moment in the future', [person], 1, 'IN_THE_FUTURE'],
    ['a moment of three days ago', [person], -72, 'TOO_OLD'],
  ] as const)('is refused as a whole for %s', (_what, raw, age, code) => {
    expect(read([...raw, unit], hours(age))).toMatchObject({ kind: 'FAULTY', faults: [{ code }] });
  });

  it('names at most twenty faults, by position and never by value', () => {
    const part = read(Array.from({ length: 1_000 }, (_, place) => `bad-${place}`));
    const faults = part.kind === 'FAULTY' ? part.faults : [];
    expect(faults).toHaveLength(20);
    expect(faults[3]).toMatchObject({ path: ['input', 'identifiers', '3'] });
    expect(JSON.stringify(faults)).not.toContain('bad-');
  });
});
