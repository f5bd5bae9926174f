import { rules1 } from './rules-1.ts';
import { rules2 } from './rules-2.ts';
import type { Rules } from './rules.ts';

const versions: readonly Rules[] = [rules1, rules2];

/** The rules of a version; null when there is no such version. */
export const rulesOf = (version: number): Rules | null =>
  versions.find((rules) => rules.version === version) ?? null;

/** The rules that new reviews are judged by. */
export const currentRules: Rules = rules2;
