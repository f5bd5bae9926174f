import { momentOf, seedDayNumber } from '../calendar.ts';
import { cast } from '../cast.ts';
import type { City } from '../city/city.ts';
import type { Row } from '../database/rows.ts';
import { opaqueId } from '../opaque-id.ts';
import { dwellingsOf, type Dwelling } from '../population/dwelling.ts';
import { createChoice, elementAt, Random } from '../random.ts';
import { workerIdOf } from './workers.ts';

const drawKind = createChoice([
  ['REGISTER_CHECK', 45],
  ['SAFETY_CHECK', 22],
  ['CARE', 15],
  ['ERRAND', 12],
  ['MEDIATION', 6],
]);

/** Visits of the half-year before the seed day; at those who were left behind a worker calls more often. */
export function* visitRows(city: City): Generator<Row> {
  yield* castVisitRows(city);
  for (const grid of city.grids) {
    for (const dwelling of dwellingsOf(city, grid)) yield* visitsTo(city, dwelling);
  }
}

function* visitsTo(city: City, { index, grid, members }: Dwelling): Generator<Row> {
  const random = new Random(city.seedNumber, 'visit', index);
  const present = members.filter(({ isPresent }) => isPresent);
  const leftBehind = present.find(({ leftBehind: kind }) => kind !== null);
  const count = leftBehind ? random.between(1, 3) : random.below(2) * random.below(2);
  for (let serial = 0; serial < count; serial += 1) {
    // A visit to the house and not to somebody in it names nobody.
    const visited = leftBehind ?? (present.length > 0 && random.chance(0.7) ? random.pick(present) : null);
    yield {
      table: 'visit',
      columns: {
        id: opaqueId('v', index * 4 + serial),
        grid_code: grid.code,
        worker_id: workerIdOf(grid),
        person_id: visited?.id ?? null,
        visited_at: momentOf(seedDayNumber - random.between(1, 182), random.between(500, 1180)),
        kind: leftBehind ? 'CARE' : drawKind(random),
      },
    };
  }
}

const castVisits = [
  [cast.linMeihua, 'REGISTER_CHECK', '2026-10-12T09:30:00+08:00'],
  [cast.linMeihua, 'ERRAND', '2026-08-25T16:00:00+08:00'],
  [cast.qiuFuzhen, 'CARE', '2026-10-30T10:10:00+08:00'],
  [cast.qiuFuzhen, 'CARE', '2026-10-16T10:00:00+08:00'],
  [cast.qiuFuzhen, 'CARE', '2026-10-02T10:20:00+08:00'],
  [cast.qiuFuzhen, 'SAFETY_CHECK', '2026-09-11T15:45:00+08:00'],
] as const;

function* castVisitRows(city: City): Generator<Row> {
  for (const [serial, [member, kind, visitedAt]] of castVisits.entries()) {
    const grid = elementAt(
      city.grids.filter(({ code }) => code === member.gridCode),
      0,
    );
    yield {
      table: 'visit',
      columns: {
        id: `cast-visit-${serial + 1}`,
        grid_code: grid.code,
        worker_id: workerIdOf(grid),
        person_id: member.id,
        visited_at: visitedAt,
        kind,
      },
    };
  }
}
