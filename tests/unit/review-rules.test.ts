import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from '@jest/globals';
import { recordTypes } from '../../seeds/integrity/catalogue.ts';
import { findProhibited } from '../../subgraphs/integrity/domain/prohibited.ts';
import { currentRules, rulesOf } from '../../subgraphs/integrity/domain/review/rule-versions.ts';
import { reviewPurposes, triggerCodes } from '../../subgraphs/integrity/domain/review/rules.ts';

/** Departments whose matter is no ground of anything: petitions, health, the platform, care for workers, youth, women, disabled. */
const neverAsked = ['D12', 'D28', 'D36', 'D39', 'D40', 'D41', 'D42'];
const typesOf = (purpose: (typeof reviewPurposes)[number]) =>
  currentRules.purposes[purpose].types.map((code) => {
    const type = recordTypes.get(code);
    if (!type) throw new Error(`${code} is not in the catalogue`);
    return type;
  });

describe('the rules of reviews', () => {
  it.each(reviewPurposes)('ask for %s only what the catalogue has and the law lets be asked', (purpose) => {
    for (const type of typesOf(purpose)) {
      expect(neverAsked).not.toContain(type.departmentCode);
      expect(findProhibited(type.name)).toBeNull();
      if (type.answerMode === 'HUMAN_ONLY') continue;
      expect([type.code, type.sharing === 'NOT_SHARED', type.polarity]).toEqual([
        type.code,
        false,
        'NEGATIVE',
      ]);
    }
    expect(currentRules.purposes[purpose].kinds.length).toBeGreaterThan(0);
    expect(currentRules.purposes[purpose].basis).not.toBe('');
  });

  it.each([
    'D09-JUV',
    'D10-POL',
    'D10-DRG',
    'D14-PSY',
    'D28-MEN',
    'D28-HIV',
    'D05-REL',
    'D12-PET',
    'D41-FAM',
  ])('name the sealed, psychological, religious or medical %s nowhere', (code) => {
    const named = [
      ...reviewPurposes.flatMap((purpose) => currentRules.purposes[purpose].types),
      ...currentRules.triggers.flatMap(({ types }) => types),
      ...currentRules.positives,
    ];
    expect(recordTypes.has(code)).toBe(true);
    expect(named).not.toContain(code);
  });

  it('have each ground once, with an article, a term of the law, and a purpose that asks for its records', () => {
    expect(currentRules.triggers.map(({ code }) => code)).toEqual([...triggerCodes]);
    for (const { types, article, durationMonths, withinMonths, leastCount } of currentRules.triggers) {
      expect(article).not.toBe('');
      expect([6, 12]).toContain(durationMonths);
      expect(withinMonths).toBeGreaterThan(0);
      expect(leastCount).toBeGreaterThan(0);
      const asking = reviewPurposes.filter((purpose) =>
        currentRules.purposes[purpose].kinds.some((kind) => kind !== 'INDIVIDUAL'),
      );
      for (const type of types)
        expect(asking.some((purpose) => currentRules.purposes[purpose].types.includes(type))).toBe(true);
    }
  });

  it('take as positive only what the catalogue does', () => {
    expect(currentRules.positives.map((code) => recordTypes.get(code)?.polarity)).toEqual(
      currentRules.positives.map(() => 'POSITIVE'),
    );
  });

  // A review names the version it was judged by, so a version that was used is never edited: make the next one.
  it.each([[1, '361924b280d3e5e601ea943bc70b29c1afe6ebc102c1be5b415b064c542d4432']])(
    'of version %i are what they were when they were released',
    (version, digest) => {
      expect(hash('sha256', canonicalize(rulesOf(version)) ?? '')).toBe(digest);
      expect(rulesOf(currentRules.version + 1)).toBeNull();
    },
  );
});
