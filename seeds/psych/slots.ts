import { cityDayOf, momentOf } from '../calendar.ts';
import type { Row } from '../database/rows.ts';
import { stationCounsellorCount, stationCounsellorId } from './counsellors.ts';
import type { Station } from './institutions.ts';

/** Free slots lie in the days after the load: the one thing in the city that is about the future of its reader. */
const dayCount = 60;

const hours = [9, 10, 11, 14, 15, 16, 17] as const;
const weekCells = 5 * hours.length;

interface WeeklySlot {
  readonly stationCode: string;
  readonly counsellorId: string;
  /** 1 Monday to 5 Friday. */
  readonly weekday: number;
  readonly hour: number;
}

/** Slots of the sixty days from the day after `now`. */
export function* slotRows(stations: readonly Station[], now: Date): Generator<Row> {
  const weekly = Map.groupBy(weeklySlots(stations), ({ weekday }) => weekday);
  const today = cityDayOf(now);
  for (let day = today + 1; day <= today + dayCount; day += 1) {
    for (const { stationCode, counsellorId, hour } of weekly.get(weekdayOf(day)) ?? []) {
      yield {
        table: 'slot',
        columns: {
          station_code: stationCode,
          starts_at: momentOf(day, hour * 60),
          ends_at: momentOf(day, hour * 60 + 50),
          counsellor_id: counsellorId,
        },
      };
    }
  }
}

// 1970-01-01 was a Thursday.
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

/**
 * One hour a week in a village, three elsewhere. The wishes are dealt out along the list of stations, each counsellor
 * serving the cells of his week one after the other: neighbours share a counsellor, and nobody is in two places at once.
 */
function weeklySlots(stations: readonly Station[]): readonly WeeklySlot[] {
  const wishes = stations.flatMap(({ code, kind }) => (kind === 'VILLAGE' ? [code] : [code, code, code]));
  if (wishes.length > stationCounsellorCount * weekCells)
    throw new Error('Too few counsellors for the stations.');
  return wishes.map((stationCode, index) => {
    const cell = index % weekCells;
    return {
      stationCode,
      counsellorId: stationCounsellorId(Math.floor(index / weekCells)),
      weekday: (cell % 5) + 1,
      hour: hours[Math.floor(cell / 5)] ?? 9,
    };
  });
}
