import { describe, expect, it } from '@jest/globals';
import { endOfArea, significantDigits } from '../../schema/area.ts';

const contains = (area: string, code: string): boolean =>
  code >= significantDigits(area) && code < endOfArea(area);

describe('an area', () => {
  it.each([
    ['350802', '350803001001'],
    ['350802001', '350802002001'],
    ['350802001001', '350802001'],
    ['350802001001001', '350802001001002'],
    ['350800', '350900001'],
  ])('%s does not contain %s', (area, code) => {
    expect(contains(area, code)).toBe(false);
  });

  it.each([
    ['350800', '350802'],
    ['350800', '350881205211003'],
    ['350802', '350802001'],
    ['350802001', '350802001001001'],
    ['350802001001001', '350802001001001'],
  ])('%s contains %s', (area, code) => {
    expect(contains(area, code)).toBe(true);
  });
});
