import { isoOf, seedDayNumber } from '../calendar.ts';
import { cast } from '../cast.ts';
import type { City, Grid } from '../city/city.ts';
import { isCommunity, type Division } from '../city/divisions.ts';
import { givenNameFor, surnameFor } from '../names.ts';
import { mobileNumber } from '../numbers.ts';
import { opaqueId } from '../opaque-id.ts';
import { dwellingsOf, type Member } from '../population/dwelling.ts';
import { Random } from '../random.ts';

type Position = 'LEADER' | 'DEPUTY_LEADER' | 'EXECUTIVE_LEADER' | 'WORKER';

/** Somebody on duty, with the grids he is on duty in. */
export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly isFullTime: boolean;
  /** The worker as a resident, where the sample of the population holds him. */
  readonly personId: string | null;
  readonly position: Position;
  readonly grids: readonly Grid[];
  readonly since: string;
  readonly until: string | null;
}

const castGrid = cast.linMeihua.gridCode;

/** Who makes the visits of a grid: its own worker (网格员), one for each. */
export const workerIdOf = (grid: Grid): string =>
  grid.code === castGrid ? 'cast-worker-zheng-yong' : opaqueId('w', grid.index * 2);

/**
 * The staff of the grids: one worker for each grid and, over the grids of a village, its leader, in bigger ones a deputy
 * and in communities of the towns an executive leader. One worker in ten had a predecessor.
 */
export function* staff(city: City): Generator<Worker> {
  for (const grid of city.grids) yield* workersOf(city, grid);
  for (const [index, village] of city.villages.entries()) {
    const grids = city.gridsByVillage.get(village.code) ?? [];
    for (const [place, position] of positionsIn(village, grids).entries()) {
      const serial = index * 4 + place;
      const random = new Random(city.seedNumber, 'worker', 1_000_000 + serial);
      yield {
        ...drawWorker(random, position, grids),
        id: opaqueId('l', serial),
        phone: mobileNumber(60_000_000 + serial),
      };
    }
  }
}

function* workersOf(city: City, grid: Grid): Generator<Worker> {
  const random = new Random(city.seedNumber, 'worker', grid.index);
  const drawn = drawWorker(random, 'WORKER', [grid]);
  const phone = mobileNumber(50_000_000 + grid.index * 2);
  const isCast = grid.code === castGrid;
  const person = isCast ? cast.zhengYong : findResident(city, grid);
  const id = workerIdOf(grid);
  yield {
    ...drawn,
    id,
    phone,
    name: person?.name ?? drawn.name,
    personId: person?.id ?? null,
    since: drawn.since,
  };
  if (isCast || !random.chance(0.1)) return;
  const former = drawWorker(random, 'WORKER', [grid]);
  yield {
    ...former,
    id: opaqueId('w', grid.index * 2 + 1),
    phone: mobileNumber(50_000_000 + grid.index * 2 + 1),
    since: '2016-03-01',
    until: drawn.since,
  };
}

function positionsIn(village: Division, grids: readonly Grid[]): readonly Position[] {
  const deputy: readonly Position[] = grids.length >= 3 ? ['DEPUTY_LEADER'] : [];
  const executive: readonly Position[] = isCommunity(village) ? ['EXECUTIVE_LEADER'] : [];
  return ['LEADER', ...deputy, ...executive];
}

function drawWorker(
  random: Random,
  position: Position,
  grids: readonly Grid[],
): Omit<Worker, 'id' | 'phone'> {
  const sex = random.chance(position === 'WORKER' ? 0.4 : 0.75) ? 'MALE' : 'FEMALE';
  return {
    name: surnameFor(random, '01') + givenNameFor(random, sex, random.between(28, 56)),
    isFullTime: position === 'WORKER' ? random.chance(0.7) : position === 'EXECUTIVE_LEADER',
    personId: null,
    position,
    grids,
    since: isoOf(seedDayNumber - random.between(60, 2900)),
    until: null,
  };
}

/** The first resident of an age to serve, among the first doors of the grid. */
function findResident(city: City, grid: Grid): Member | undefined {
  for (const { members } of dwellingsOf(city, { ...grid, dwellingCount: Math.min(grid.dwellingCount, 3) })) {
    const found = members.find(
      ({ isPresent, kind, age }) => isPresent && kind === 'REGISTERED' && age >= 25 && age <= 58,
    );
    if (found) return found;
  }
  return undefined;
}
