import { readFileSync } from 'node:fs';

type DivisionLevel = 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  /** null for the city: the province is not the hub's. */
  readonly parentCode: string | null;
}

const file = new URL('../data/longyan-divisions.csv', import.meta.url);

const expected: Readonly<Record<DivisionLevel, number>> = {
  CITY: 1,
  COUNTY: 7,
  TOWNSHIP: 133,
  VILLAGE: 1959,
};

/** The real divisions, in the order of their codes from above to below; throws when the file is not whole. */
export function readDivisions(): readonly Division[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const divisions = lines.map(parseLine);
  const known = new Set(divisions.map(({ code }) => code));
  for (const [level, count] of Object.entries(expected)) {
    const found = divisions.filter((division) => division.level === level).length;
    if (found !== count) throw new Error(`Expected ${count} divisions of level ${level}, found ${found}.`);
  }
  const orphan = divisions.find(({ parentCode }) => parentCode !== null && !known.has(parentCode));
  if (orphan) throw new Error(`Expected the division above ${orphan.code} in the file, found none.`);
  return divisions.toSorted((a, b) => a.code.length - b.code.length || compare(a.code, b.code));
}

function parseLine(line: string): Division {
  const [code, word, name, parent] = line.trimEnd().split(',');
  const level = levelOf(word);
  if (!code || !name || !level)
    throw new Error('Expected lines of code,level,name,parent_code in the list of divisions.');
  return { code, name, level, parentCode: level === 'CITY' ? null : (parent ?? null) };
}

function levelOf(word: string | undefined): DivisionLevel | undefined {
  if (word === 'city') return 'CITY';
  if (word === 'county') return 'COUNTY';
  if (word === 'township') return 'TOWNSHIP';
  return word === 'village' ? 'VILLAGE' : undefined;
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

/** A village's name without its committee: 东门社区居委会 → 东门社区, 五湖村委会 → 五湖村. */
export const placeNameOf = (village: Division): string =>
  village.name
    .replace(/(村民|居民)委员会$/, '$1')
    .replace(/(?<=村)民$|居民$|居委会$/, '')
    .replace(/村委会$/, '村');

/** Communities (居委会) have a serial below 200 in their code, villages one above, save a few new ones told by name. */
export const isCommunity = (village: Division): boolean =>
  village.code.charAt(9) === '0' || /社区|居委会/.test(village.name);
