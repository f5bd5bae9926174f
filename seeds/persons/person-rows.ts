import { createHmac, type KeyObject } from 'node:crypto';
import { isoOf, seedDayNumber } from '../calendar.ts';
import type { GridKind } from '../city/city.ts';
import type { Row } from '../database/rows.ts';
import { citizenNumber, mobileNumber } from '../numbers.ts';
import type { Member } from '../population/dwelling.ts';
import { createChoice, Random } from '../random.ts';
import { tellBiography } from './biography.ts';

/** What the dwelling gives to all who are registered or live in it. */
export interface Door {
  readonly gridCode: string;
  readonly gridKind: GridKind;
  readonly householdId: string | null;
  readonly registeredAddress: string;
  readonly residenceAddress: string;
  /** Whether the household is registered where it lives. */
  readonly isConsistent: boolean;
}

const drawInflowReason = createChoice([
  ['务工', 60],
  ['经商', 18],
  ['随迁', 12],
  ['就学', 7],
  ['投靠亲友', 3],
]);

/**
 * The hash that a citizen number is looked up by, as in the persons subgraph. The key is a prepared one: preparing it anew
 * for each of millions of people took most of the load.
 */
export const hashNumber = (key: KeyObject, number: string): Buffer =>
  createHmac('sha256', key).update(number).digest();

/** The rows of a person, his own draws taken from a stream of his own. */
export function* personRows(
  seedNumber: number,
  identifierKey: KeyObject,
  member: Member,
  place: number,
  door: Door,
  sequence: number,
): Generator<Row> {
  const random = new Random(seedNumber, 'person', member.index);
  const birthDate = isoOf(member.birthDay);
  const number = citizenNumber(birthDate, sequence);
  const { education, politicalStatus, occupation, workplace } = tellBiography(random, member, door.gridKind);
  const since = Math.max(
    member.birthDay,
    seedDayNumber - random.between(40, member.kind === 'FLOATING' ? 2200 : 9000),
  );
  yield {
    table: 'person',
    columns: {
      id: member.id,
      name: member.name,
      id_number: number,
      id_number_hmac: hashNumber(identifierKey, number),
      is_synthetic: true,
      sex: member.sex,
      birth_date: birthDate,
      death_date: member.deathDay === null ? null : isoOf(member.deathDay),
      ethnicity: member.ethnicity,
      education,
      marital_status: maritalStatus(random, member.marital),
      political_status: politicalStatus,
      occupation,
      workplace,
      mobile: hasMobile(random, member) ? mobileNumber(member.index) : null,
      registered_address: door.registeredAddress,
      residence_address: member.isPresent ? door.residenceAddress : null,
      population_kind: member.kind,
      household_id: door.householdId,
      relation_to_head: door.householdId === null ? null : member.relation,
      member_order: door.householdId === null ? null : place,
      grid_code: member.isPresent ? door.gridCode : null,
      resides_since: member.isPresent ? isoOf(since) : null,
    },
  };
  yield registrationRow(random, member, door, since);
}

// 20 says only that somebody is married; most registers know whether it is the first time.
function maritalStatus(random: Random, marital: string): string {
  if (marital !== '20') return marital;
  const point = random.next();
  if (point < 0.3) return '20';
  return point < 0.96 ? '21' : '22';
}

function hasMobile(random: Random, { age, deathDay }: Member): boolean {
  if (deathDay !== null || age < 8) return false;
  if (age < 16) return random.chance(0.35);
  return random.chance(age < 75 ? 0.94 : 0.6);
}

function registrationRow(random: Random, member: Member, door: Door, since: number): Row {
  const isFloating = member.kind === 'FLOATING' || member.kind === 'OVERSEAS';
  const isVerified = random.chance(0.97);
  return {
    table: 'population_registration',
    columns: {
      person_id: member.id,
      kind: member.kind,
      is_residence_consistent: isVerified ? !isFloating && member.isPresent && door.isConsistent : null,
      registered_on: isoOf(
        isFloating ? since : Math.min(member.birthDay + random.between(3, 60), seedDayNumber),
      ),
      // A residence permit holds for a year and is renewed.
      expires_on: isFloating ? isoOf(seedDayNumber + random.between(-30, 335)) : null,
      inflow_reason: member.kind === 'FLOATING' ? drawInflowReason(random) : null,
      left_behind_kind: member.leftBehind,
    },
  };
}
