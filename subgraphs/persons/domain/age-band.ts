/** Bands of age and the first whole year of each, the oldest first. */
export const ageBands = [
  ['FROM_80', 80],
  ['FROM_60_TO_79', 60],
  ['FROM_35_TO_59', 35],
  ['FROM_18_TO_34', 18],
  ['FROM_14_TO_17', 14],
  ['UNDER_14', 0],
] as const;
