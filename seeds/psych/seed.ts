import type { Row, SeedContext, SubgraphSeed } from '../database/rows.ts';
import { clientRows } from './appointments.ts';
import { counsellorRows } from './counsellors.ts';
import { providerRows, stationRows, stationsOf } from './institutions.ts';
import { slotRows } from './slots.ts';

export const psychSeed: SubgraphSeed = {
  name: 'psych',
  tables: ['provider', 'station', 'counsellor', 'slot', 'appointment', 'follow_up'],
  rows: psychRows,
  expectedRows: ({ dwellingCount }) => Math.round(23_000 + dwellingCount * 0.015),
};

function* psychRows({ city, now }: SeedContext): Generator<Row> {
  const stations = stationsOf(city);
  yield* providerRows(city);
  yield* stationRows(city, stations);
  yield* counsellorRows(city);
  yield* slotRows(stations, now);
  yield* clientRows(city);
}
