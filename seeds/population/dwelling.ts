import { seedDayNumber } from '../calendar.ts';
import type { City, Grid } from '../city/city.ts';
import { givenNameFor, surnameFor, type Sex } from '../names.ts';
import { opaqueId } from '../opaque-id.ts';
import { createChoice, Random } from '../random.ts';
import { drawHousehold, drawIncomers, type Role } from './roles.ts';

type PopulationKind = 'REGISTERED' | 'FLOATING' | 'LEFT_BEHIND' | 'OVERSEAS';

/** What every department may need to know of a person in order to tell its own story of him. */
export interface Member {
  /** Ten places a dwelling: also the index of the person's own streams of draws. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly age: number;
  readonly birthDay: number;
  readonly deathDay: number | null;
  readonly ethnicity: string;
  readonly marital: string;
  readonly kind: PopulationKind;
  readonly leftBehind: Role['leftBehind'];
  readonly relation: string;
  /** Alive and living in this dwelling. */
  readonly isPresent: boolean;
}

/** A door with people behind it. Worked out from seed number and index alone, as often as it is needed. */
export interface Dwelling {
  readonly index: number;
  readonly grid: Grid;
  /** Whether it is a household of the city's register. */
  readonly isHousehold: boolean;
  readonly members: readonly Member[];
  /** The draws that follow those of the people, for the table of households. */
  readonly random: Random;
}

const incomerShare = { COMMUNITY: 0.36, RURAL: 0.15, EXCLUSIVE: 0.6 } as const;
const overseasShare = 0.0015;

// The two townships of the 畲 people (畲族乡).
const sheTownships = new Set(['350823202', '350823211']);

const drawRareEthnicity = createChoice([
  ['15', 4],
  ['06', 3],
  ['08', 3],
  ['12', 1],
  ['09', 1],
  ['11', 1],
  ['03', 1],
]);

/** The dwellings of a grid, one after the other. */
export function* dwellingsOf(city: City, grid: Grid): Generator<Dwelling> {
  for (let offset = 0; offset < grid.dwellingCount; offset += 1) {
    yield dwellingAt(city, grid, grid.firstDwelling + offset);
  }
}

function dwellingAt(city: City, grid: Grid, index: number): Dwelling {
  const random = new Random(city.seedNumber, 'dwelling', index);
  const origin = random.next();
  const kind = originOf(grid, origin);
  const roles = kind === 'REGISTERED' ? drawHousehold(random, grid.kind === 'RURAL') : drawIncomers(random);
  const ethnicity = drawEthnicity(random, grid, kind);
  const familyName = surnameFor(random, ethnicity);
  const members = roles.slice(0, 10).map((role, place): Member => {
    const surname = role.bearsFamilyName || place === 0 ? familyName : surnameFor(random, ethnicity);
    // Between the last birthday and the day before the next one.
    const birthDay = seedDayNumber - Math.floor(role.age * 365.2425) - random.between(1, 363);
    return {
      index: index * 10 + place,
      id: opaqueId('p', index * 10 + place),
      name: surname + givenNameFor(random, role.sex, role.age),
      sex: role.sex,
      age: role.age,
      birthDay,
      deathDay: role.isDead ? seedDayNumber - random.between(20, 1000) : null,
      ethnicity,
      marital: role.marital,
      kind: role.leftBehind === null ? kind : 'LEFT_BEHIND',
      leftBehind: role.leftBehind,
      relation: role.relation,
      isPresent: !role.isAway && !role.isDead,
    };
  });
  return { index, grid, isHousehold: kind === 'REGISTERED', members, random };
}

function originOf(grid: Grid, point: number): PopulationKind {
  if (point < overseasShare) return 'OVERSEAS';
  return point < overseasShare + incomerShare[grid.kind] ? 'FLOATING' : 'REGISTERED';
}

function drawEthnicity(random: Random, grid: Grid, kind: PopulationKind): string {
  const point = random.next();
  if (sheTownships.has(grid.village.code.slice(0, 9)) && kind === 'REGISTERED')
    return point < 0.34 ? '22' : '01';
  if (point < 0.004) return '22';
  return point < (kind === 'FLOATING' ? 0.03 : 0.006) ? drawRareEthnicity(random) : '01';
}
