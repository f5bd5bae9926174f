import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCharacterOf, parseCitizenNumber } from '../../subgraphs/kit/domain/citizen-number.ts';

const today = '2026-11-01';
const kindOf = (raw: string): string => parseCitizenNumber(raw, today).kind;
const numberOf = (raw: string): string | null => {
  const parsed = parseCitizenNumber(raw, today);
  return parsed.kind === 'VALID' ? parsed.number : null;
};

describe('a citizen number (GB 11643)', () => {
  it.each([
    ['', 'an empty text'],
    ['11010519491231002', '17 characters'],
    ['1101051949123100222', '19 characters'],
    ['11010519491231002Y', 'a letter that is not X'],
    ['X1010519491231002X', 'a letter in front'],
    ['990105194912310020', 'an area of no province'],
    ['110105194902300021', '30 February'],
    ['110105194913010020', 'month 13'],
    ['110105209912310020', 'a birth in the future'],
    ['110105194912310020', 'a wrong check character'],
  ])('refuses %j: %s', (raw) => {
    expect(kindOf(raw)).toBe('INVALID');
  });

  it('never repeats the number in what it says was expected', () => {
    const parsed = parseCitizenNumber('110105194912310020', today);
    expect(JSON.stringify(parsed)).not.toMatch(/\d{6}/);
  });

  it.each(['11010519491231002X', '440524188001010014', '350802198503150020'])('accepts %s', (number) => {
    expect(numberOf(number)).toBe(number);
  });

  it.each([
    ['11010519491231002x', '11010519491231002X'],
    [' 11010519491231002X ', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['110105491231002', '11010519491231002X'],
    ['352623850315002', numberOf('352623850315002') ?? 'none'],
  ])('normalises %j', (raw, number) => {
    expect(numberOf(raw)).toBe(number);
    expect(number).toHaveLength(18);
  });

  it('marks numbers of the reserved area as synthetic, and no others', () => {
    const digits = '35999919900101001';
    expect(parseCitizenNumber(digits + checkCharacterOf(digits), today)).toMatchObject({ isSynthetic: true });
    expect(parseCitizenNumber('350802198503150020', today)).toMatchObject({ isSynthetic: false });
  });

  it('finds every change of one digit and every swap of two neighbours', () => {
    const place = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{17}$/),
        place,
        fc.integer({ min: 1, max: 9 }),
        (digits, at, shift) => {
          const other = String((Number(digits[at]) + shift) % 10);
          const changed = digits.slice(0, at) + other + digits.slice(at + 1);
          expect(checkCharacterOf(changed)).not.toBe(checkCharacterOf(digits));
          const swapped =
            digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
          if (at < 16 && swapped !== digits)
            expect(checkCharacterOf(swapped)).not.toBe(checkCharacterOf(digits));
        },
      ),
    );
  });
});
