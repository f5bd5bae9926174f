import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import { byKey, column, connection, many, one, sameRow, type Shape } from '../kit/reads/shape.ts';
import { withinArea } from '../kit/reads/within-area.ts';

/** Codes of the divisions from the city down to the one with this code; of a grid's code, down to its village. */
const codesAbove = (code: ReturnType<typeof sql>) =>
  sql`(left(${code}, 4) || '00', left(${code}, 6), left(${code}, 9), left(${code}, 12))`;

const pathOf = (codeColumn: string) =>
  many(
    () => division,
    (child, row) => sql`division ${child.table} where ${child('code')} in ${codesAbove(row(codeColumn))}`,
    (child) => sql`length(${child('code')}), ${child('code')}`,
  );

const division: Shape = {
  type: 'Division',
  entity: { key: 'code', table: 'division' },
  fields: {
    code: column('code'),
    name: column('name'),
    level: column('level'),
    parent: one(
      () => division,
      (child, row) => sql`division ${child.table} where ${child('code')} = ${row('parent_code')}`,
    ),
    path: pathOf('code'),
    children: connection(
      () => division,
      (child, row) => sql`division ${child.table} where ${child('parent_code')} = ${row('code')}`,
      [{ column: 'code', type: 'text' }],
    ),
  },
};

const grid: Shape = {
  type: 'Grid',
  entity: { key: 'code', table: 'grid' },
  // A grid is a record of its own area; nobody is himself or a minor to it.
  record: {
    bits: (row, { access }) =>
      sql`(case when ${access.isInArea(row('code'))} then ${sql.lit(bitOf('area'))} else 0 end)`,
  },
  fields: {
    code: column('code'),
    name: column('name'),
    kind: column('kind'),
    householdCount: column('household_count'),
    division: one(
      () => division,
      (child, row) => sql`division ${child.table} where ${child('code')} = ${row('division_code')}`,
    ),
    divisionPath: pathOf('division_code'),
    workers: many(
      () => worker,
      (
        child,
        row,
      ) => sql`(select ${workerColumns}, a.position, a.since from grid_assignment a join grid_worker w on w.id = a.worker_id
        where a.grid_code = ${row('code')} and a.until is null) ${child.table}`,
      (
        child,
      ) => sql`array_position(array['LEADER', 'EXECUTIVE_LEADER', 'DEPUTY_LEADER', 'WORKER'], ${child('position')}),
        ${child('id')}`,
    ),
    visits: connection(
      () => visit,
      (child, row) => sql`visit ${child.table} where ${child('grid_code')} = ${row('code')}`,
      [
        { column: 'visited_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
      'desc',
    ),
  },
};

/** Who a worker is in the register of persons is nobody's to read. */
const workerColumns = sql`w.id, w.name, w.phone, w.is_full_time`;

const worker: Shape = {
  type: 'GridWorker',
  fields: {
    id: column('id'),
    name: column('name'),
    position: column('position'),
    isFullTime: column('is_full_time'),
    phone: column('phone'),
    since: column('since'),
  },
};

const visit: Shape = {
  type: 'Visit',
  fields: {
    id: column('id'),
    visitedAt: column('visited_at'),
    kind: column('kind'),
    worker: one(
      () => worker,
      (child, row) => sql`(select ${workerColumns}, a.position, a.since from grid_worker w
        left join grid_assignment a on a.worker_id = w.id and a.grid_code = ${row('grid_code')}
        where w.id = ${row('worker_id')} order by a.since desc limit 1) ${child.table}`,
    ),
    person: sameRow(
      () => visited,
      (row) => sql`${row('person_id')} is not null`,
    ),
  },
};

const visited: Shape = { type: 'Person', fields: { reference: column('person_id') } };

const dutyItem: Shape = {
  type: 'DutyItem',
  entity: { key: 'code', table: 'duty_item' },
  fields: {
    code: column('code'),
    title: column('title'),
    category: column('category'),
    frequency: column('frequency'),
  },
};

/** The reads of the grid register, root fields first. */
export const shapes: readonly Shape[] = [
  {
    type: 'Query',
    fields: {
      division: byKey(() => division, 'code'),
      grid: byKey(() => grid, 'code'),
      grids: connection(
        () => grid,
        (child, _row, { args }) =>
          sql`grid ${child.table} where ${withinArea(child('code'), String(args['area']))}`,
        [{ column: 'code', type: 'text' }],
      ),
      dutyItems: many(
        () => dutyItem,
        (child) => sql`duty_item ${child.table}`,
        (child) => child('code'),
      ),
    },
  },
  division,
  grid,
  worker,
  visit,
  visited,
  dutyItem,
];
