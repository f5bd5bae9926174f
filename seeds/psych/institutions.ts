import { seedDayNumber, isoOf } from '../calendar.ts';
import type { City } from '../city/city.ts';
import { placeNameOf, type Division } from '../city/divisions.ts';
import { arrayOf, type Row } from '../database/rows.ts';
import { landlineNumber } from '../numbers.ts';
import { elementAt, mix, Random } from '../random.ts';

type StationKind = 'CITY_CENTRE' | 'TOWNSHIP' | 'VILLAGE' | 'KEY_UNIT' | 'SOCIAL';

export interface Station {
  readonly code: string;
  readonly name: string;
  readonly kind: StationKind;
  readonly divisionCode: string;
  readonly providerId: string;
}

/** Accepted demonstration sites (示范点): a fixed number of the city's, all of them stations of townships and villages. */
export const demonstrationCount = 372;

const requirements = ['PREMISES', 'STAFF', 'PLATFORM', 'PROCEDURE', 'PRACTICE', 'EFFECT'] as const;

const keyUnitProviders = [
  ['provider-key-workers', '龙岩市职工心理健康体验中心(示例)'],
  ['provider-key-women', '龙岩市妇女儿童心灵驿站(示例)'],
  ['provider-key-minors', '龙岩市未成年人心理健康中心(示例)'],
  ['provider-key-schools', '龙岩市示例学校心理辅导联盟'],
] as const;

const socialProviders = [
  ['provider-social-1', '示例社会工作服务中心'],
  ['provider-social-2', '样本心理咨询工作室'],
  ['provider-social-3', '样例家庭教育指导站'],
] as const;

/** The institutions that run the stations. */
export function* providerRows(city: City): Generator<Row> {
  const provider = (id: string, name: string, kind: string): Row => ({
    table: 'provider',
    columns: { id, name, kind },
  });
  yield provider('provider-city', '龙岩市社会心理服务中心(示例)', 'CITY');
  for (const { code, name } of countiesOf(city)) {
    yield provider(`provider-grassroots-${code}`, `${name}基层社会心理服务平台(示例)`, 'GRASSROOTS');
  }
  for (const [id, name] of keyUnitProviders) yield provider(id, name, 'KEY_UNIT');
  for (const [id, name] of socialProviders) yield provider(id, name, 'SOCIAL');
}

const countiesOf = (city: City): readonly Division[] =>
  city.divisions.filter(({ level }) => level === 'COUNTY');

/** The city's centre, one station for every township and village, and those of key units and social organisations. */
export function stationsOf(city: City): readonly Station[] {
  const grassroots = (code: string): string => `provider-grassroots-${code.slice(0, 6)}`;
  const centre: Station = {
    code: 'S350800-01',
    name: '龙岩市社会心理服务中心(示例)',
    kind: 'CITY_CENTRE',
    divisionCode: '350800',
    providerId: 'provider-city',
  };
  const townships = city.townships.map(({ code, name }): Station => ({
    code: `S${code}-01`,
    name: `${name}社会心理服务站(示例)`,
    kind: 'TOWNSHIP',
    divisionCode: code,
    providerId: grassroots(code),
  }));
  const villages = city.villages.map((village): Station => ({
    code: `S${village.code}-01`,
    name: `${placeNameOf(village)}社会心理服务室(示例)`,
    kind: 'VILLAGE',
    divisionCode: village.code,
    providerId: grassroots(village.code),
  }));
  return [centre, ...townships, ...villages, ...keyUnits(city), ...socialStations(city)];
}

function keyUnits(city: City): readonly Station[] {
  const units = ['职工', '妇女儿童', '未成年人', '学校'] as const;
  return countiesOf(city).flatMap(({ code, name }) =>
    units.map((unit, index): Station => {
      const [providerId] = elementAt(keyUnitProviders, index);
      const number = String(index + 1).padStart(2, '0');
      return {
        code: `S${code}-${number}`,
        name: `${name}示例${unit}心理辅导站`,
        kind: 'KEY_UNIT',
        divisionCode: code,
        providerId,
      };
    }),
  );
}

function socialStations(city: City): readonly Station[] {
  return countiesOf(city).map(({ code, name }, index): Station => {
    const [providerId] = elementAt(socialProviders, index % socialProviders.length);
    return {
      code: `S${code}-11`,
      name: `${name}示例心理服务工作室`,
      kind: 'SOCIAL',
      divisionCode: code,
      providerId,
    };
  });
}

/** The rows of the stations; which of them are demonstration sites is drawn by lot, their number is fixed. */
export function* stationRows(city: City, stations: readonly Station[]): Generator<Row> {
  const lot = (index: number): number => mix(city.seedNumber + Math.imul(index + 1, 0x9e3779b9));
  const eligible = [...stations.keys()].filter((index) =>
    ['TOWNSHIP', 'VILLAGE'].includes(stations[index]?.kind ?? ''),
  );
  const demonstrations = new Set(
    eligible.toSorted((a, b) => lot(a) - lot(b) || a - b).slice(0, demonstrationCount),
  );
  for (const [index, { code, name, kind, divisionCode, providerId }] of stations.entries()) {
    const random = new Random(city.seedNumber, 'station', index);
    const isDemonstration = demonstrations.has(index);
    const met = requirements.filter(
      (_, place) => isDemonstration || place < 1 || random.chance(0.8 - place * 0.08),
    );
    yield {
      table: 'station',
      columns: {
        code,
        name,
        kind,
        phone: landlineNumber(100_000 + index),
        opening_hours: openingHours(kind),
        is_demonstration: isDemonstration,
        accepted_on: isDemonstration ? isoOf(seedDayNumber - random.between(200, 1900)) : null,
        requirements_met: arrayOf(met),
        provider_id: providerId,
        division_code: divisionCode,
      },
    };
  }
}

function openingHours(kind: StationKind): string {
  if (kind === 'CITY_CENTRE') return '每天 8:00-21:00';
  if (kind === 'VILLAGE') return '每周一个半天,按预约开放';
  return '周一至周五 8:30-12:00, 14:30-17:30';
}
