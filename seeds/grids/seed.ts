import type { Row, SeedContext, SubgraphSeed } from '../database/rows.ts';
import { dutyItems } from './duty-items.ts';
import { visitRows } from './visits.ts';
import { staff, type Worker } from './workers.ts';

export const gridsSeed: SubgraphSeed = {
  name: 'grids',
  tables: ['division', 'grid', 'grid_worker', 'grid_assignment', 'duty_item', 'visit'],
  rows: gridsRows,
  expectedRows: ({ dwellingCount, grids }) => Math.round(grids.length * 6.5 + dwellingCount * 0.4),
};

function* gridsRows({ city }: SeedContext): Generator<Row> {
  for (const { code, name, level, parentCode } of city.divisions) {
    yield { table: 'division', columns: { code, name, level, parent_code: parentCode } };
  }
  for (const { code, name, kind, householdCount, village } of city.grids) {
    const columns = { code, name, kind, household_count: householdCount, division_code: village.code };
    yield { table: 'grid', columns };
  }
  for (const worker of staff(city)) yield* workerRows(worker);
  for (const { code, title, category, frequency } of dutyItems) {
    yield { table: 'duty_item', columns: { code, title, category, frequency } };
  }
  yield* visitRows(city);
}

function* workerRows({
  id,
  name,
  phone,
  isFullTime,
  personId,
  grids,
  position,
  since,
  until,
}: Worker): Generator<Row> {
  yield { table: 'grid_worker', columns: { id, name, phone, is_full_time: isFullTime, person_id: personId } };
  for (const grid of grids) {
    yield {
      table: 'grid_assignment',
      columns: { grid_code: grid.code, worker_id: id, position, since, until },
    };
  }
}
