import type { KeyObject } from 'node:crypto';
import type { CastMember } from '../cast-member.ts';
import { cast, type CastName } from '../cast.ts';
import { addressIn, type City } from '../city/city.ts';
import type { Row } from '../database/rows.ts';
import { mobileNumber } from '../numbers.ts';
import { elementAt, Random } from '../random.ts';
import { castDetails } from './cast-details.ts';
import { hashNumber } from './person-rows.ts';

interface Home {
  readonly address: string;
  readonly villageCode: string;
}

const nowhere: Home = { address: '广东省示例市样本县样例镇8号', villageCode: '' };

/** The cast's rows in the persons register. */
export function* castPersonRows(city: City, identifierKey: KeyObject): Generator<Row> {
  const homes = new Map<string, Home>();
  for (const { householdId, gridCode } of Object.values(cast)) {
    if (householdId === null || gridCode === null || homes.has(householdId)) continue;
    const home = homeIn(city, gridCode, homes.size);
    homes.set(householdId, home);
    yield {
      table: 'household',
      columns: {
        id: householdId,
        address: home.address,
        registered_area: home.villageCode,
        is_law_abiding: true,
      },
    };
  }
  for (const [place, name] of castNames.entries()) {
    const person = cast[name];
    const home = homes.get(person.householdId ?? '') ?? nowhere;
    const residence = person.gridCode === null ? null : homeIn(city, person.gridCode, 100 + place).address;
    yield personRow(name, place, home, person.householdId === null ? residence : home.address, identifierKey);
    yield registrationRow(name);
  }
  yield* needRows();
}

const castNames = Object.keys(cast).filter((name): name is CastName => name in cast);

function homeIn(city: City, gridCode: string, index: number): Home {
  const grid = elementAt(
    city.grids.filter(({ code }) => code === gridCode),
    0,
  );
  // Doors of the cast are drawn from the end of the stream of dwellings, where no dwelling is.
  const random = new Random(city.seedNumber, 'dwelling', 2 ** 40 - 1 - index);
  return { address: addressIn(city, grid.village, grid.kind, random), villageCode: grid.village.code };
}

function personRow(name: CastName, place: number, home: Home, residence: string | null, key: KeyObject): Row {
  const person: CastMember = cast[name];
  const details = castDetails[name];
  return {
    table: 'person',
    columns: {
      id: person.id,
      name: person.name,
      id_number: person.idNumber,
      id_number_hmac: hashNumber(key, person.idNumber),
      is_synthetic: true,
      sex: person.sex,
      birth_date: person.birthDate,
      death_date: details.deathDate,
      ethnicity: details.ethnicity,
      education: details.education,
      marital_status: details.marital,
      political_status: details.political,
      occupation: details.occupation,
      workplace: details.workplace,
      mobile: details.hasMobile ? mobileNumber(90_000_000 + place) : null,
      registered_address: home.address,
      residence_address: person.gridCode === null ? null : residence,
      population_kind: person.facts.populationKind,
      household_id: person.householdId,
      relation_to_head: details.relation,
      member_order: details.order,
      grid_code: person.gridCode,
      resides_since: details.residesSince,
    },
  };
}

function registrationRow(name: CastName): Row {
  const person: CastMember = cast[name];
  const isFloating = person.facts.populationKind === 'FLOATING';
  return {
    table: 'population_registration',
    columns: {
      person_id: person.id,
      kind: person.facts.populationKind,
      is_residence_consistent: !isFloating && person.gridCode !== null,
      registered_on: castDetails[name].residesSince,
      expires_on: isFloating ? '2027-02-19' : null,
      inflow_reason: isFloating ? '务工' : null,
      left_behind_kind: castDetails[name].leftBehind,
    },
  };
}

type Need = readonly [
  member: CastMember,
  serial: number,
  kind: string,
  level: string,
  status: string,
  openedAt: string,
];

const needs: readonly Need[] = [
  [cast.linMeihua, 1, 'MEDICAL', 'MEDIUM', 'ASSIGNED', '2026-09-14T09:20:00+08:00'],
  [cast.linMeihua, 2, 'LEGAL', 'LOW', 'CLOSED', '2025-06-03T15:05:00+08:00'],
  [cast.qiuFuzhen, 1, 'MEDICAL', 'HIGH', 'OPEN', '2026-10-19T10:40:00+08:00'],
  [cast.qiuFuzhen, 2, 'HOUSING', 'MEDIUM', 'ASSIGNED', '2026-08-02T08:30:00+08:00'],
  [cast.yangXiaofang, 1, 'JOB', 'LOW', 'OPEN', '2026-10-08T16:15:00+08:00'],
];

function* needRows(): Generator<Row> {
  for (const [member, serial, kind, level, status, openedAt] of needs) {
    const id = `${member.id}-need-${serial}`;
    yield {
      table: 'care_need',
      columns: { id, person_id: member.id, kind, level, status, opened_at: openedAt },
    };
  }
}
