import { isoOf, seedDayNumber } from '../calendar.ts';
import type { City } from '../city/city.ts';
import type { Row } from '../database/rows.ts';
import { opaqueId } from '../opaque-id.ts';
import { createChoice, elementAt, Random } from '../random.ts';
import type { Volunteer } from './enrolment.ts';

interface Team {
  readonly id: string;
  readonly name: string;
  readonly brand: string | null;
  readonly kind: 'PEACE' | 'PATROL' | 'HOUSEHOLD_HEADS' | 'SOCIAL' | 'SECTOR';
  readonly divisionCode: string;
}

/** The team that Lin Meihua belongs to. */
export const northGateTeamId = 'cast-team-north-gate';

// The city's brands (项目竞赛): named after the streets and the society that began them.
const brands: readonly Team[] = [
  {
    id: northGateTeamId,
    name: '北门大妈平安志愿服务队',
    brand: '北门大妈',
    kind: 'PEACE',
    divisionCode: '350802004005',
  },
  {
    id: 'cast-team-phoenix',
    name: '凤凰义工队',
    brand: '凤凰义工',
    kind: 'SOCIAL',
    divisionCode: '350802004002',
  },
  {
    id: 'cast-team-south-town',
    name: '南城小伙巡防队',
    brand: '南城小伙',
    kind: 'PATROL',
    divisionCode: '350802002',
  },
  {
    id: 'cast-team-dream-source',
    name: '源梦社工服务队',
    brand: '源梦社工',
    kind: 'SOCIAL',
    divisionCode: '350802',
  },
];

const kinds = [
  ['PEACE', '平安志愿服务队'],
  ['PATROL', '红袖标巡防队'],
  ['HOUSEHOLD_HEADS', '平安中心户长队'],
  ['SOCIAL', '示例公益社'],
  ['SECTOR', '行业志愿队'],
] as const;

const drawKind = createChoice(kinds.map((kind, index) => [kind, [38, 24, 20, 10, 8][index] ?? 1]));

const teamsAtFullScale = 620;

/** The teams, the brands first; each county has at least two. */
export function foundTeams(city: City): readonly Team[] {
  const counties = city.divisions.filter(({ level }) => level === 'COUNTY');
  const count = Math.max(2, Math.round((teamsAtFullScale * city.scale) / counties.length));
  const others = counties.flatMap(({ code }, place) => {
    const townships = city.townships.filter(({ parentCode }) => parentCode === code);
    return Array.from({ length: count }, (_, index): Team => {
      const serial = place * 1000 + index;
      const random = new Random(city.seedNumber, 'team', serial);
      const [kind, word] = drawKind(random);
      const township = elementAt(townships, index % townships.length);
      const name = `${township.name}${word}第${Math.floor(index / townships.length) + 1}队`;
      return { id: opaqueId('t', serial), name, brand: null, kind, divisionCode: township.code };
    });
  });
  return [...brands, ...others];
}

export function* teamRows(teams: readonly Team[]): Generator<Row> {
  for (const { id, name, brand, kind, divisionCode } of teams) {
    yield { table: 'team', columns: { id, name, brand, kind, division_code: divisionCode } };
  }
}

/** Nearly everybody belongs to a team of his county, some to two; the first teams of a county are by far the biggest. */
export function* memberRows(
  city: City,
  teams: readonly Team[],
  volunteers: readonly Volunteer[],
): Generator<Row> {
  const byCounty = Map.groupBy(teams, ({ divisionCode }) => divisionCode.slice(0, 6));
  for (const [index, volunteer] of volunteers.entries()) {
    if (volunteer.isCast) continue;
    const random = new Random(city.seedNumber, 'team', 1_000_000 + index);
    const near = byCounty.get(volunteer.villageCode.slice(0, 6)) ?? teams;
    const wanted = createCount(random);
    const chosen = new Set<Team>();
    for (let turn = 0; turn < wanted; turn += 1)
      chosen.add(elementAt(near, Math.floor(near.length * random.next() ** 2.6)));
    for (const { id } of chosen) {
      const joined = random.between(volunteer.registeredDay, seedDayNumber - 1);
      const left = random.chance(0.08) ? isoOf(random.between(joined, seedDayNumber)) : null;
      yield memberRow(id, volunteer.id, isoOf(joined), left);
    }
  }
}

function createCount(random: Random): number {
  const point = random.next();
  if (point < 0.06) return 0;
  return point < 0.84 ? 1 : 2;
}

export const memberRow = (
  teamId: string,
  volunteerId: string,
  joinedOn: string,
  leftOn: string | null,
): Row => ({
  table: 'team_member',
  columns: { team_id: teamId, volunteer_id: volunteerId, joined_on: joinedOn, left_on: leftOn },
});
