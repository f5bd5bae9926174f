import { seedDayNumber } from '../calendar.ts';
import { cast } from '../cast.ts';
import type { City } from '../city/city.ts';
import { opaqueId } from '../opaque-id.ts';
import { dwellingsOf, type Member } from '../population/dwelling.ts';
import { Random } from '../random.ts';

export interface Volunteer {
  readonly id: string;
  readonly personId: string;
  readonly number: string;
  readonly villageCode: string;
  readonly registeredDay: number;
  readonly hours: number;
  /** Households of the office of peace household head; null for who holds none. */
  readonly headOf: number | null;
  /** The cast's claims are told in `cast-rows.ts`; chance gives it none. */
  readonly isCast: boolean;
}

// 16,000 heads for the whole population, and two volunteers for each grid worker (1 网格员 + 2 志愿者).
const headCount = 16_000;
const volunteersPerWorker = 2;

/**
 * The volunteers of the city, the cast first. Shares are carried from door to door, so that the numbers are exact at
 * every scale. They are held in memory: one in a hundred of the people.
 */
export function enrol(city: City): readonly Volunteer[] {
  const volunteers: Volunteer[] = [...castVolunteers];
  const rates = {
    head: (headCount * city.scale) / city.dwellingCount,
    ordinary: (volunteersPerWorker * city.grids.length * city.scale) / city.dwellingCount,
  };
  // Half a share ahead, so that the sum is rounded and not cut.
  const owed = { head: 0.5, ordinary: 0.5 };
  for (const grid of city.grids) {
    for (const { members, isHousehold } of dwellingsOf(city, grid)) {
      owed.head += rates.head;
      owed.ordinary += rates.ordinary;
      const head = owed.head >= 1 && isHousehold ? members.find(canBeHead) : undefined;
      const ordinary =
        owed.ordinary >= 1 ? members.find((member) => member !== head && canVolunteer(member)) : undefined;
      if (head) volunteers.push(drawVolunteer(city, head, grid.village.code, true));
      if (ordinary) volunteers.push(drawVolunteer(city, ordinary, grid.village.code, false));
      if (head) owed.head -= 1;
      if (ordinary) owed.ordinary -= 1;
    }
  }
  return volunteers;
}

const canBeHead = ({ isPresent, age }: Member): boolean => isPresent && age >= 25 && age <= 76;
const canVolunteer = ({ isPresent, age }: Member): boolean => isPresent && age >= 16 && age <= 72;

function drawVolunteer(city: City, member: Member, villageCode: string, isHead: boolean): Volunteer {
  const random = new Random(city.seedNumber, 'volunteer', member.index);
  const grown = seedDayNumber - Math.floor((member.age - 15) * 365.25);
  return {
    id: opaqueId('u', member.index),
    personId: member.id,
    number: `LY${String(member.index).padStart(8, '0')}`,
    villageCode,
    registeredDay: Math.max(seedDayNumber - random.between(30, 2900), Math.min(grown, seedDayNumber - 10)),
    // Most serve some hours, few serve thousands.
    hours: Math.round((2 + 2000 * random.next() ** 8) * 10) / 10,
    headOf: isHead ? random.between(8, 16) : null,
    isCast: false,
  };
}

const castVolunteer = (
  { id, gridCode }: { readonly id: string; readonly gridCode: string | null },
  serial: number,
  rest: Pick<Volunteer, 'registeredDay' | 'hours' | 'headOf'>,
): Volunteer => ({
  ...rest,
  id: `${id}-volunteer`,
  personId: id,
  number: `LY9000000${serial}`,
  villageCode: (gridCode ?? '').slice(0, 12),
  isCast: true,
});

const castVolunteers: readonly Volunteer[] = [
  castVolunteer(cast.linMeihua, 1, { registeredDay: seedDayNumber - 2380, hours: 642.5, headOf: 12 }),
  castVolunteer(cast.huangJianjun, 2, { registeredDay: seedDayNumber - 900, hours: 118, headOf: null }),
  castVolunteer(cast.ouyangShuqin, 3, { registeredDay: seedDayNumber - 400, hours: 12.5, headOf: null }),
];

/** Stars for 100, 300, 600, 1,000 and 1,500 hours. */
export const starsFor = (hours: number): number =>
  [100, 300, 600, 1000, 1500].filter((least) => hours >= least).length;
