import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from '@jest/globals';
import { recordTypes } from '../../seeds/integrity/catalogue.ts';
import { findProhibited } from '../../subgraphs/integrity/domain/prohibited.ts';
import { evaluate } from '../../subgraphs/integrity/domain/review/evaluate.ts';
import { explainDifference } from '../../subgraphs/integrity/domain/review/explain.ts';
import { currentRules, rulesOf } from '../../subgraphs/integrity/domain/review/rule-versions.ts';
import { reviewPurposes, triggerCodes } from '../../subgraphs/integrity/domain/review/rules.ts';
import { cleanAnswers, factsOf, vetoRecord, withAnswer } from '../support/review-facts.ts';

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

  it('have each ground, none twice under one article, with a term of the law, and a purpose that asks for its records', () => {
    expect([...new Set(currentRules.triggers.map(({ code }) => code))]).toEqual([...triggerCodes]);
    const grounds = currentRules.triggers.map(({ code, article }) => `${code} ${article}`);
    expect(new Set(grounds).size).toBe(grounds.length);
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

  // Whatever a ground denies somebody is asked about wherever that is given: else it would be a ground on paper.
  it.each([
    ['UNIT', ['HONOUR_UNIT', 'CIVILISED_TITLE', 'PEACE_TITLE']],
    ['REGION', ['HONOUR_UNIT', 'CIVILISED_TITLE', 'PEACE_TITLE']],
    ['LEADER', ['HONOUR_PERSON', 'PROMOTION', 'REPRESENTATIVE_CANDIDATE']],
  ] as const)('ask of a %s for every type of every ground that concerns it: %j', (kind, purposes) => {
    const types = currentRules.triggers
      .filter(({ concerns }) => concerns.some((one) => one === kind))
      .flatMap((trigger) => trigger.types);
    for (const purpose of purposes) {
      expect(currentRules.purposes[purpose].kinds).toContain(kind);
      expect(currentRules.purposes[purpose].types).toEqual(expect.arrayContaining(types));
    }
  });

  describe('about a listing (挂牌督办, §29)', () => {
    const findings = (decidedOn: string, status = 'RECORDED', rules = currentRules) => {
      const record = vetoRecord({ type: 'D01-SUP', decidedOn, status });
      const answers = withAnswer(cleanAnswers(), {
        department: 'D01',
        state: 'ANSWERED_RECORD',
        records: [record],
      });
      return evaluate(factsOf({ answers }), rules).findings;
    };
    const first = '浙江省社会治安综合治理条例第二十九条第一项';
    const second = '浙江省社会治安综合治理条例第二十九条第二项';

    it.each([
      ['2026-11-19', 'RECORDED', 'T5', first, '2026-11-19', '2027-05-19'],
      ['2026-05-21', 'RECORDED', 'T5', first, '2026-05-21', '2026-11-21'],
      // Its six months are over and it is still in force: a year from their end.
      ['2026-05-20', 'RECORDED', 'T5', second, '2026-11-20', '2027-11-20'],
      ['2025-05-21', 'RECORDED', 'T5', second, '2025-11-21', '2026-11-21'],
      ['2025-05-20', 'RECORDED', 'NONE', '', '2025-05-20', null],
    ])('of %s, %s, is %s under %s', (decidedOn, status, rule, basisArticle, effectiveFrom, effectiveTo) => {
      expect(findings(decidedOn, status)).toMatchObject([{ rule, basisArticle, effectiveFrom, effectiveTo }]);
    });

    it('that was put right in time, or is contested, denies nothing after it', () => {
      for (const status of ['REPAIRED', 'EXPIRED', 'REVOKED', 'DISPUTED'])
        expect(findings('2026-05-20', status)).toEqual([]);
    });

    it('is explained where version 1 judged it otherwise', () => {
      const facts = (version: number) => {
        const rules = rulesOf(version);
        if (!rules) throw new Error('There are two versions.');
        return {
          proposal: 'VETO',
          missing: [],
          findings: findings('2026-05-20', 'RECORDED', rules),
        } as const;
      };
      expect(explainDifference(facts(1), facts(2))).toEqual([
        'No longer found: NONE TO_BE_WEIGHED by record r-veto in version 1.',
        'Newly found: T5 DENIES_HONOUR by record r-veto in version 1.',
      ]);
    });
  });

  it('take as positive only what the catalogue does', () => {
    expect(currentRules.positives.map((code) => recordTypes.get(code)?.polarity)).toEqual(
      currentRules.positives.map(() => 'POSITIVE'),
    );
  });

  // A review names the version it was judged by, so a version that was used is never edited: make the next one.
  it.each([
    [1, '361924b280d3e5e601ea943bc70b29c1afe6ebc102c1be5b415b064c542d4432'],
    [2, 'f4944e723379b8a1b945d71189426a1400eda4b29b7a43e9f356de44cc7c9d17'],
  ])('of version %i are what they were when they were released', (version, digest) => {
    expect(hash('sha256', canonicalize(rulesOf(version)) ?? '')).toBe(digest);
    expect(rulesOf(currentRules.version + 1)).toBeNull();
  });
});
