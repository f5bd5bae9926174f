import { rules1 } from './rules-1.ts';
import type { PurposeRule, ReviewPurpose, Rules } from './rules.ts';

/** Grounds that concern a leader, of which version 1 asked for him only now and then: hidden dangers and breaches of data security. */
const ofLeaders = ['D06-SEC', 'D30-DNG', 'D38-PEN'];

const asking = (purpose: ReviewPurpose, types: readonly string[]): PurposeRule => {
  const rule = rules1.purposes[purpose];
  return { ...rule, types: [...new Set([...rule.types, ...types])].sort() };
};

/**
 * Version 2: version 1 with two gaps closed. A listing (挂牌督办) that outlasts its six months has a term of its own (§29(2)),
 * and whatever honours, promotes or sends somebody as a representative asks for each ground that concerns a leader.
 */
export const rules2: Rules = {
  ...rules1,
  version: 2,
  publishedOn: '2026-11-26',
  purposes: {
    ...rules1.purposes,
    HONOUR_PERSON: asking('HONOUR_PERSON', ofLeaders),
    PROMOTION: asking('PROMOTION', ofLeaders),
    REPRESENTATIVE_CANDIDATE: asking('REPRESENTATIVE_CANDIDATE', ofLeaders),
    VILLAGE_ELECTION: asking('VILLAGE_ELECTION', ['D30-DNG']),
  },
  triggers: rules1.triggers.flatMap((rule) =>
    rule.code === 'T5'
      ? [
          rule,
          {
            ...rule,
            title: '挂牌督办期满仍未整改到位',
            // Still in force after its time: what was put right has been repaired, taken back, or has run out by then.
            afterMonths: 6,
            withinMonths: 18,
            durationMonths: 12,
            article: '浙江省社会治安综合治理条例第二十九条第二项',
          },
        ]
      : [rule],
  ),
};
