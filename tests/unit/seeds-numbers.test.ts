import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { citizenNumber, creditCode, landlineNumber, mobileNumber } from '../../seeds/numbers.ts';
import { opaqueId } from '../../seeds/opaque-id.ts';
import { Sequences } from '../../seeds/persons/sequences.ts';
import { departments } from '../../seeds/integrity/catalogue.ts';

/** GB 11643 by its definition: the sum of all 18 characters, weighed by powers of two, leaves 1 modulo 11. */
function holdsByDefinition(number: string): boolean {
  const values = Array.from(number, (character) => (character === 'X' ? 10 : Number(character)));
  return values.reduce((sum, value, place) => sum + value * 2 ** (17 - place), 0) % 11 === 1;
}

/** GB 32100 by its definition: the weighed sum of all 18 characters is a multiple of 31. */
function isCreditCode(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const values = Array.from(code, (character) => BigInt(alphabet.indexOf(character)));
  const sum = values.reduce(
    (total, value, place) => total + value * (place < 17 ? 3n ** BigInt(place) : 1n),
    0n,
  );
  return code.length === 18 && values.every((value) => value >= 0n) && sum % 31n === 0n;
}

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('numbers of the seeds', () => {
  it('refuse to deal more citizen numbers of one day and sex than there are, instead of dealing one twice', () => {
    const sequences = new Sequences();
    const dealt = new Set(Array.from({ length: 449 }, () => sequences.deal(10_000, 'MALE')));
    expect(dealt.size).toBe(449);
    expect(() => sequences.deal(10_000, 'MALE')).toThrow('449');
  });

  it('leave the sequences from 900 to the cast, odd for males and even for females', () => {
    const sequences = new Sequences();
    for (let turn = 0; turn < 449; turn += 1) {
      const male = sequences.deal(9_999, 'MALE');
      const female = sequences.deal(9_999, 'FEMALE');
      expect([male % 2, female % 2]).toEqual([1, 0]);
      expect(Math.min(male, female)).toBeGreaterThan(0);
      expect(Math.max(male, female)).toBeLessThan(900);
    }
  });

  it('are valid citizen numbers of the area that no authority gives out', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 999 }), (birthDate, sequence) => {
        const number = citizenNumber(birthDate, sequence);
        expect(number).toMatch(/^359999\d{11}[\dX]$/);
        expect(number.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
        expect(holdsByDefinition(number)).toBe(true);
      }),
    );
  });

  it('are the credit codes that the standard’s algorithm gives', () => {
    expect(creditCode('91350100', 'M000100Y')).toBe('91350100M000100Y43');
    expect(creditCode('11350800', '00999901')).toBe('11350800009999017A');
    for (const department of departments) expect(isCreditCode(department.creditCode)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (serial) => {
        expect(isCreditCode(creditCode('91359999', `MA${String(serial).padStart(6, '0')}`))).toBe(true);
      }),
    );
  });

  it('cannot ring: mobiles under a network that nobody has, land lines under the trunk prefix', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (serial) => {
        expect(mobileNumber(serial)).toMatch(/^154\d{8}$/);
        expect(landlineNumber(serial)).toMatch(/^0597-0\d{6}$/);
      }),
    );
  });

  it('never give two things one id', () => {
    const indexes = Array.from({ length: 20_000 }, (_, index) => index * 10 + (index % 7));
    expect(new Set(indexes.map((index) => opaqueId('p', index))).size).toBe(indexes.length);
    expect(opaqueId('p', 2 ** 36 + 1)).toMatch(/^p[0-9a-z]{8}$/);
    expect(opaqueId('p', 1)).not.toBe(opaqueId('h', 1).replace('h', 'p'));
  });
});
