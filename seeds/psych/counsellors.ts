import type { City } from '../city/city.ts';
import { arrayOf, type Row } from '../database/rows.ts';
import { surnameFor } from '../names.ts';
import { createChoice, Random } from '../random.ts';

/** On the 24-hour hotline, full-time. */
export const hotlineCount = 15;

/** In the stations: enough that nobody is in two places at once (see `slots.ts`). */
export const stationCounsellorCount = 75;

const drawLanguages = createChoice<readonly string[]>([
  [['cmn'], 30],
  [['cmn', 'hak'], 45],
  [['cmn', 'nan'], 20],
  [['cmn', 'hak', 'nan'], 5],
]);

/** Counsellors of the stations; those of the hotline have ids of their own. */
export const stationCounsellorId = (index: number): string =>
  `counsellor-station-${String(index + 1).padStart(3, '0')}`;

/** Counsellors under their work names: a surname and 老师, as the service uses them. */
export function* counsellorRows(city: City): Generator<Row> {
  for (let index = 0; index < hotlineCount; index += 1) {
    yield counsellorRow(city, index, `counsellor-hotline-${String(index + 1).padStart(2, '0')}`, true);
  }
  for (let index = 0; index < stationCounsellorCount; index += 1) {
    yield counsellorRow(city, hotlineCount + index, stationCounsellorId(index), false);
  }
}

function counsellorRow(city: City, index: number, id: string, isOnHotline: boolean): Row {
  const random = new Random(city.seedNumber, 'psych', 2 ** 40 - 1 - index);
  return {
    table: 'counsellor',
    columns: {
      id,
      name: `${surnameFor(random, '01')}老师(${String(index + 1).padStart(2, '0')}号)`,
      languages: arrayOf(drawLanguages(random)),
      is_full_time: isOnHotline || random.chance(0.3),
      is_on_hotline: isOnHotline,
    },
  };
}
