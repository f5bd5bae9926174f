import { isoOf, momentOf } from '../calendar.ts';
import type { City } from '../city/city.ts';
import { arrayOf, type Row } from '../database/rows.ts';
import { Random } from '../random.ts';
import type { Claim } from './claims.ts';
import { starsFor, type Volunteer } from './enrolment.ts';
import type { Task } from './tasks.ts';

const skills = [
  '调解',
  '急救',
  '客家话',
  '闽南话',
  '驾驶',
  '宣传',
  '水电维修',
  '心理陪伴',
  '巡逻',
  '摄影',
] as const;

const versions: Readonly<Record<Claim['state'], number>> = {
  CLAIMED: 1,
  SUBMITTED: 2,
  APPROVED: 3,
  REJECTED: 3,
  EXPIRED: 2,
};

export function* volunteerRows(city: City, volunteers: readonly Volunteer[]): Generator<Row> {
  for (const [
    index,
    { id, personId, number, registeredDay, hours, headOf, villageCode, isCast },
  ] of volunteers.entries()) {
    const random = new Random(city.seedNumber, 'volunteer', 2 ** 38 + index);
    yield {
      table: 'volunteer',
      columns: {
        id,
        person_id: personId,
        number,
        registered_on: isoOf(registeredDay),
        star: starsFor(hours),
        total_hours: hours,
        skills: arrayOf(isCast ? ['调解', '客家话'] : skills.filter(() => random.chance(0.18))),
        has_publicity_consent: random.chance(0.6),
      },
    };
    if (headOf === null) continue;
    const columns = { volunteer_id: id, division_code: villageCode, household_count: headOf };
    yield { table: 'peace_household_head', columns };
  }
}

export const taskRow = (task: Task): Row => ({
  table: 'task',
  columns: {
    id: task.id,
    type_code: task.typeCode,
    mode: task.mode,
    state: task.state,
    division_code: task.divisionCode,
    slot_count: task.slotCount,
    starts_at: momentOf(task.startDay, task.startMinute),
    ends_at: momentOf(task.startDay, Math.min(task.startMinute + task.hours * 60, 1439)),
  },
});

export const claimRow = (claim: Claim): Row => ({
  table: 'claim',
  columns: {
    id: claim.id,
    task_id: claim.taskId,
    volunteer_id: claim.volunteerId,
    state: claim.state,
    points: claim.points,
    claimed_at: momentOf(claim.claimedDay, claim.claimedMinute),
    version: versions[claim.state],
  },
});
