import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { Answer, AnswerRecord } from '../../subgraphs/integrity/domain/review/answer.ts';
import { evaluate, isDenying, type Facts } from '../../subgraphs/integrity/domain/review/evaluate.ts';
import { addDays, addMonths } from '../../subgraphs/integrity/domain/review/months.ts';
import { expiryOf, outcomesFor } from '../../subgraphs/integrity/domain/review/outcome.ts';
import { currentRules } from '../../subgraphs/integrity/domain/review/rule-versions.ts';
import { reaches, subjectKinds } from '../../subgraphs/integrity/domain/review/rules.ts';
import { anyFacts, asOf, factsOf, lessStates, vetoRecord, withAnswer } from '../support/review-facts.ts';

const often = { numRuns: 10_000 };
const judge = (facts: Facts) => evaluate(facts, currentRules);
const place = fc.integer({ min: 0, max: 41 });
const shuffled = <T>(list: readonly T[], seed: number): readonly T[] =>
  list
    .map((item, index) => ({ item, key: Math.imul(index + 1, seed) >>> 0 }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => item);
/** Whether a record may be a ground of anything at all. */
const isGround = ({ status, method, decidedOn, validUntil }: AnswerRecord): boolean =>
  status === 'RECORDED' &&
  (method === 'CERTAIN' || method === 'CONFIRMED') &&
  decidedOn <= asOf &&
  (validUntil === null || validUntil >= asOf);

describe('a proposal, whatever the facts', () => {
  it('is never a pass with less information: an answer that says less, is left out, comes twice, or in the place of another', () => {
    fc.assert(
      fc.property(
        anyFacts,
        place,
        fc.constantFrom(...lessStates),
        fc.integer({ min: 0, max: 3 }),
        (facts, at, state, way) => {
          const answer = facts.answers[at];
          if (!answer) throw new Error('there are 42 answers');
          const less: readonly Answer[] =
            [
              () => withAnswer(facts.answers, { ...answer, state }),
              () => facts.answers.filter((one) => one !== answer),
              () => [...facts.answers, answer],
              () => facts.answers.map((one, index) => (index === (at + 1) % 42 ? answer : one)),
            ][way]?.() ?? [];
          const { proposal, missing } = judge({ ...facts, answers: less });
          expect(proposal).not.toBe('PASS');
          if (way > 0) expect(outcomesFor(facts.kind, proposal, missing)).not.toContain('NO_VETO');
        },
      ),
      often,
    );
  });

  it('is a pass only when 42 departments say that there is nothing or are not asked, and nothing denies', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { proposal, findings, missing } = judge(facts);
        const isClean = facts.answers.every(
          ({ state, records }) =>
            (state === 'ANSWERED_NONE' || state === 'NOT_APPLICABLE') && records.length === 0,
        );
        if (proposal === 'PASS') {
          expect(isClean).toBe(true);
          expect(findings.filter(({ effect }) => effect !== 'IN_FAVOUR')).toEqual([]);
          expect(missing).toEqual([]);
        } else if (isClean) expect(facts.vetoes.length).toBeGreaterThan(0);
      }),
      often,
    );
  });

  it('does not depend on the order in which anything came', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 3, max: 2 ** 31 }), (facts, seed) => {
        const other = {
          ...facts,
          answers: shuffled(facts.answers, seed).map((answer) => ({
            ...answer,
            records: shuffled(answer.records, seed),
          })),
          vetoes: shuffled(facts.vetoes, seed),
          positives: shuffled(facts.positives, seed),
        };
        const [one, two] = [judge(facts), judge(other)];
        expect(two.proposal).toBe(one.proposal);
        expect(two.missing).toEqual(one.missing);
        expect(two.findings.map((finding) => canonicalize(finding)).toSorted()).toEqual(
          one.findings.map((finding) => canonicalize(finding)).toSorted(),
        );
      }),
      often,
    );
  });

  it('is the same bytes for the same facts and rules', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(canonicalize(judge(structuredClone(facts)))).toBe(canonicalize(judge(facts)));
      }),
      often,
    );
  });

  it('never is a veto by what is repaired, expired, sealed, taken back, disputed, or only bears the same name', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const certain = {
          ...facts,
          answers: facts.answers.map((answer) => ({ ...answer, records: answer.records.filter(isGround) })),
        };
        expect(judge(facts).proposal === 'VETO').toBe(judge(certain).proposal === 'VETO');
      }),
      often,
    );
  });

  it('is a veto only on evidence: a record in force that its ground names, or an earlier veto in force', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { proposal, findings } = judge(facts);
        const denying = findings.filter(({ effect }) => isDenying(effect));
        expect(denying.length > 0).toBe(proposal === 'VETO');
        for (const { rule, record, veto, effectiveTo } of denying) {
          expect(effectiveTo === null || effectiveTo >= asOf).toBe(true);
          if (record === null) {
            const earlier = facts.vetoes.filter(({ id, of }) => id === veto && of === 'SUBJECT');
            expect(
              earlier.some(({ effectiveFrom, effectiveTo: to }) => effectiveFrom <= asOf && asOf <= to),
            ).toBe(true);
            continue;
          }
          const ground = currentRules.triggers.find(({ code }) => code === rule);
          const sources = facts.answers
            .filter(({ state }) => state === 'ANSWERED_RECORD')
            .flatMap(({ records }) => records);
          const evidence = sources.filter(
            ({ id, version }) => id === record.id && version === record.version,
          );
          expect(
            evidence.some(
              (one) =>
                isGround(one) &&
                ground?.types.includes(one.type) === true &&
                reaches(one.level, ground.leastLevel),
            ),
          ).toBe(true);
        }
      }),
      often,
    );
  });

  it('of a veto stays one when another ground is added', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (facts.kind === 'INDIVIDUAL') return;
        const d30 = facts.answers.find(({ department }) => department === 'D30');
        const records = [...(d30?.state === 'ANSWERED_RECORD' ? d30.records : []), vetoRecord()];
        const answers = withAnswer(facts.answers, { department: 'D30', state: 'ANSWERED_RECORD', records });
        expect(judge({ ...facts, answers }).proposal).toBe('VETO');
      }),
      often,
    );
  });

  it('is never a veto on an individual, nor on a unit for its leader’s', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(judge({ ...facts, kind: 'INDIVIDUAL' }).proposal).not.toBe('VETO');
        const ofLeader = facts.vetoes.map((veto) => ({ ...veto, of: 'LEADER' as const }));
        const answers = facts.answers.map((answer) => ({ ...answer, records: [] }));
        expect(judge({ ...facts, kind: 'UNIT', answers, vetoes: ofLeader }).proposal).not.toBe('VETO');
      }),
      often,
    );
  });

  it('does not change by what speaks for the subject', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const without = judge({ ...facts, positives: [] });
        const { proposal, findings } = judge(facts);
        expect(proposal).toBe(without.proposal);
        expect(findings.filter(({ effect }) => effect !== 'IN_FAVOUR')).toEqual(without.findings);
      }),
      often,
    );
  });
});

describe('a decision', () => {
  it('makes no pass of what is undetermined, vetoes nobody without a proposal, and only consults about individuals', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { proposal, missing } = judge(facts);
        const open = outcomesFor(facts.kind, proposal, missing);
        if (facts.kind === 'INDIVIDUAL') expect(open).toEqual(['OPINION']);
        else expect(open).not.toContain('OPINION');
        if (open.includes('NO_VETO'))
          expect(proposal === 'PASS' || (proposal === 'VETO' && missing.length === 0)).toBe(true);
        if (open.includes('VETO')) expect(proposal).toBe('VETO');
        if (open.includes('PROVISIONAL')) expect(proposal).toBe('UNDETERMINED');
      }),
      often,
    );
  });

  it('under reserve ends within thirty days, and one that is put off decides nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000, max: 4_000 }), (days) => {
        const day = addDays(asOf, days);
        const decided = { decidedOn: day, asOf: day, effectiveTo: null, reserveUntil: null };
        const end = expiryOf('PROVISIONAL', decided, currentRules);
        expect(Date.parse(end ?? '') - Date.parse(day)).toBe(30 * 86_400_000);
        expect(expiryOf('DEFER', decided, currentRules)).toBeNull();
        const year = expiryOf('NO_VETO', decided, currentRules) ?? '';
        const past = { ...decided, asOf: addDays(day, -300) };
        expect(expiryOf('NO_VETO', past, currentRules)).toBe(addMonths(past.asOf, currentRules.validMonths));
        const gone = { ...decided, asOf: addDays(day, -400) };
        expect(expiryOf('OPINION', gone, currentRules)).toBe(day);
        expect([year.slice(0, 4), year > day]).toEqual([String(Number(day.slice(0, 4)) + 1), true]);
      }),
      often,
    );
  });

  it('counts months as the law does: the same day, or the month’s last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_000, max: 9_000 }),
        fc.integer({ min: -60, max: 60 }),
        (days, months) => {
          const day = addDays(asOf, days);
          const moved = addMonths(day, months);
          const gap =
            Number(moved.slice(0, 4)) * 12 +
            Number(moved.slice(5, 7)) -
            Number(day.slice(0, 4)) * 12 -
            Number(day.slice(5, 7));
          expect(gap).toBe(months);
          const isLast = addDays(moved, 1).slice(8) === '01';
          expect(moved.slice(8) === day.slice(8) || (isLast && moved.slice(8) < day.slice(8))).toBe(true);
        },
      ),
      often,
    );
  });
});

describe('each ground of a veto', () => {
  it.each(currentRules.triggers.map((rule) => [rule.code, rule.article, rule] as const))(
    '%s (%s) is met by exactly its count, level and time, and ends on its last day',
    (code, _article, rule) => {
      const lag = rule.afterMonths ?? 0;
      const begun = addMonths(asOf, -lag);
      const record = (id: number): AnswerRecord =>
        vetoRecord({
          id: `r${id}`,
          type: rule.types[0] ?? '',
          level: rule.leastLevel,
          decidedOn: addDays(begun, -14),
        });
      const enough = Array.from({ length: rule.leastCount }, (_, index) => record(index));
      const rulesOf = (
        records: readonly AnswerRecord[],
        day = asOf,
        kind: Facts['kind'] = rule.concerns[0] ?? 'INDIVIDUAL',
      ): readonly string[] =>
        evaluate(
          factsOf({
            kind,
            asOf: day,
            answers: withAnswer(factsOf().answers, {
              department: (rule.types[0] ?? '').slice(0, 3),
              state: 'ANSWERED_RECORD',
              records,
            }),
          }),
          { ...currentRules, triggers: [rule] },
        )
          .findings.filter(({ effect }) => isDenying(effect))
          .map((finding) => finding.rule);
      for (const kind of subjectKinds)
        expect(rulesOf(enough, asOf, kind).includes(code)).toBe(rule.concerns.some((one) => one === kind));
      expect(rulesOf(enough.slice(1))).not.toContain(code);
      const below = { MINOR: null, GENERAL: 'MINOR', SERIOUS: 'GENERAL' } as const;
      const lower = below[rule.leastLevel];
      if (lower !== null)
        expect(rulesOf(enough.map((one) => ({ ...one, level: lower })))).not.toContain(code);
      if (rule.leastCount > 1) {
        const [first, ...others] = enough;
        const stale = first && { ...first, decidedOn: addMonths(asOf, -rule.withinMonths) };
        expect(rulesOf(stale ? [stale, ...others] : [])).not.toContain(code);
      }
      const early = enough.map((one) => ({ ...one, decidedOn: addDays(begun, 1) }));
      expect(rulesOf(early)).not.toContain(code);
      const decidedOn = '2026-03-31';
      const old = enough.map((one) => ({ ...one, decidedOn }));
      const last = addMonths(decidedOn, Math.min(lag + rule.durationMonths, rule.withinMonths));
      const isShorter = lag + rule.durationMonths < rule.withinMonths;
      expect(rulesOf(old, addDays(last, isShorter ? 0 : -1))).toContain(code);
      expect(rulesOf(old, addDays(last, 1))).not.toContain(code);
    },
  );
});

describe('a leader', () => {
  it('is vetoed on what was filed on his unit because of its people by no sentence of his own', () => {
    const records = ['a', 'b', 'c'].map((id) =>
      vetoRecord({ id, type: 'D08-JUD', level: 'SERIOUS', decidedOn: addDays(asOf, -30) }),
    );
    const answers = withAnswer(factsOf().answers, { department: 'D08', state: 'ANSWERED_RECORD', records });
    expect(judge(factsOf({ kind: 'LEADER', answers })).proposal).toBe('UNDETERMINED');
    expect(judge(factsOf({ kind: 'UNIT', answers })).proposal).toBe('VETO');
  });
});

describe('the kinds of subjects', () => {
  it.each(subjectKinds)('%s passes when everything is clean', (kind) => {
    expect(judge(factsOf({ kind }))).toEqual({ proposal: 'PASS', findings: [], missing: [] });
  });
});
