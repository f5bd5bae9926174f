import { Random } from '../random.ts';
import { isCommunity, placeNameOf, readDivisions, type Division } from './divisions.ts';

export type GridKind = 'COMMUNITY' | 'RURAL' | 'EXCLUSIVE';

export interface Grid {
  /** The place in the city's list of grids. */
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly kind: GridKind;
  readonly village: Division;
  /** Counted at full scale: a grid is drawn once and does not shrink with the sample. */
  readonly householdCount: number;
  /** The dwellings of this grid are `firstDwelling` to `firstDwelling + dwellingCount - 1`. */
  readonly firstDwelling: number;
  readonly dwellingCount: number;
}

/** What all rows are worked out from. It grows with the grids, which are constant, and never with the people. */
export interface City {
  readonly seedNumber: number;
  readonly scale: number;
  readonly divisions: readonly Division[];
  readonly divisionByCode: ReadonlyMap<string, Division>;
  readonly villages: readonly Division[];
  readonly townships: readonly Division[];
  readonly grids: readonly Grid[];
  readonly gridsByVillage: ReadonlyMap<string, readonly Grid[]>;
  readonly dwellingCount: number;
}

/** The census of 2020, rounded. */
const fullPopulation = 2_720_000;

/** People in a dwelling on average, those registered here who live elsewhere included: measured over the whole city. */
const peoplePerDwelling = 2.69;

// Share of the counties in the population, in per cent.
const countyWeights: Readonly<Record<string, number>> = {
  '350802': 31,
  '350803': 12,
  '350821': 15,
  '350823': 14,
  '350824': 10,
  '350825': 9,
  '350881': 9,
};

const kindWeights: Readonly<Record<GridKind, number>> = { COMMUNITY: 1.9, RURAL: 1, EXCLUSIVE: 0.7 };

interface Draft {
  readonly code: string;
  readonly name: string;
  readonly kind: GridKind;
  readonly village: Division;
  readonly weight: number;
}

/** The city of a seed number at a scale (1 is the whole population). Pure but for reading the list of divisions. */
export function createCity(seedNumber: number, scale: number): City {
  const divisions = readDivisions();
  const villages = divisions.filter(({ level }) => level === 'VILLAGE');
  const drafts = villages.flatMap((village, index) =>
    drawGrids(village, new Random(seedNumber, 'grid', index)),
  );
  const dwellingCount = Math.round((fullPopulation * scale) / peoplePerDwelling);
  const grids = placeDwellings(drafts, dwellingCount);
  return {
    seedNumber,
    scale,
    divisions,
    divisionByCode: new Map(divisions.map((division) => [division.code, division])),
    villages,
    townships: divisions.filter(({ level }) => level === 'TOWNSHIP'),
    grids,
    gridsByVillage: Map.groupBy(grids, ({ village }) => village.code),
    dwellingCount,
  };
}

function drawGrids(village: Division, random: Random): readonly Draft[] {
  const isUrban = isCommunity(village);
  const kind: GridKind = isUrban ? 'COMMUNITY' : 'RURAL';
  const count = isUrban ? random.between(2, 5) : drawRuralCount(random);
  const kinds: GridKind[] = Array.from({ length: count }, () => kind);
  if (random.chance(isUrban ? 0.15 : 0.02)) kinds.push('EXCLUSIVE');
  return kinds.map((gridKind, index) => ({
    code: village.code + String(index + 1).padStart(3, '0'),
    name: nameGrid(village, gridKind, index + 1, random),
    kind: gridKind,
    village,
    weight: kindWeights[gridKind] * (0.6 + 0.8 * random.next()),
  }));
}

function drawRuralCount(random: Random): number {
  const point = random.next();
  if (point < 0.2) return 1;
  if (point < 0.7) return 2;
  return point < 0.92 ? 3 : 4;
}

function nameGrid(village: Division, kind: GridKind, serial: number, random: Random): string {
  const place = placeNameOf(village);
  if (kind !== 'EXCLUSIVE') return `${place}第${serial}网格`;
  return `${place}示例${random.pick(['中学', '医院', '工业园', '市场'])}专属网格`;
}

/**
 * Gives each grid its share of the dwellings. Shares are rounded along the running sum, so the total is exact, and a
 * township of many small grids gets people even where each grid's own share is less than one.
 */
function placeDwellings(drafts: readonly Draft[], dwellingCount: number): readonly Grid[] {
  const totals = new Map<string, number>();
  for (const { village, weight } of drafts) {
    const county = village.code.slice(0, 6);
    totals.set(county, (totals.get(county) ?? 0) + weight);
  }
  let sum = 0;
  return drafts.map((draft, index) => {
    const county = draft.village.code.slice(0, 6);
    const share = ((countyWeights[county] ?? 0) / 100) * (draft.weight / (totals.get(county) ?? 1));
    const firstDwelling = Math.round(sum * dwellingCount);
    sum += share;
    const { code, name, kind, village } = draft;
    const householdCount = Math.round((share * fullPopulation) / peoplePerDwelling);
    const next = Math.round(sum * dwellingCount);
    return {
      index,
      code,
      name,
      kind,
      village,
      householdCount,
      firstDwelling,
      dwellingCount: next - firstDwelling,
    };
  });
}

/** A community's or village's address block: the roads and compounds of the seeds exist nowhere. */
export function addressIn(city: City, village: Division, kind: GridKind, random: Random): string {
  const township = city.divisionByCode.get(village.parentCode ?? '');
  const county = city.divisionByCode.get(village.code.slice(0, 6));
  const area = `福建省龙岩市${county?.name ?? ''}${township?.name ?? ''}${placeNameOf(village)}`;
  if (kind === 'RURAL') return `${area}样本组${random.between(1, 240)}号`;
  const compound = random.pick(['样本小区', '示例花园', '样例苑', '演示新村']);
  const door = `${random.between(1, 18)}0${random.between(1, 4)}室`;
  return `${area}示例路${random.between(1, 199)}号${compound}${random.between(1, 30)}幢${door}`;
}
