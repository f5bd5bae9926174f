import { seedDayNumber } from '../calendar.ts';
import type { City } from '../city/city.ts';
import { opaqueId } from '../opaque-id.ts';
import { Random } from '../random.ts';
import type { Volunteer } from './enrolment.ts';
import type { Task } from './tasks.ts';

export interface Claim {
  readonly id: string;
  readonly taskId: string;
  readonly volunteerId: string;
  readonly state: 'CLAIMED' | 'SUBMITTED' | 'APPROVED' | 'REJECTED' | 'EXPIRED';
  readonly points: number | null;
  readonly claimedDay: number;
  readonly claimedMinute: number;
}

/** Points earned, before the ledger puts them into order. */
export interface Earning {
  readonly volunteerId: string;
  readonly taskId: string;
  readonly points: number;
  readonly day: number;
  readonly minute: number;
}

/**
 * Points per task: 1,130,000 points over 48,000 tasks. The mean is over **all** tasks, those not done included, of the
 * points booked for their approved claims.
 */
export const meanPointsPerTask = 23.5;

/** What was done already, outside of chance. */
export interface AlreadyTold {
  readonly taskCount: number;
  readonly points: number;
}

/**
 * Claims of volunteers to tasks of their county. What a task should earn is carried on from task to task, so that the
 * mean comes out at every scale.
 */
export function* drawClaims(
  city: City,
  tasks: readonly Task[],
  volunteers: readonly Volunteer[],
  told: AlreadyTold,
): Generator<{ readonly claim: Claim; readonly earning: Earning | null }> {
  const available = volunteers.filter(({ isCast }) => !isCast);
  const byCounty = Map.groupBy(available, ({ villageCode }) => villageCode.slice(0, 6));
  const closedCount = tasks.filter(({ state }) => state === 'CLOSED').length;
  const share = (meanPointsPerTask * (tasks.length + told.taskCount) - told.points) / closedCount;
  let owed = 0;
  for (const [index, task] of tasks.entries()) {
    const random = new Random(city.seedNumber, 'task', 1_000_000 + index);
    const near = byCounty.get(task.divisionCode.slice(0, 6)) ?? available;
    const candidates = pickSome(random, near.length < 3 ? available : near, task);
    if (task.state === 'CLOSED') owed += share;
    const approvedCount =
      task.state === 'CLOSED' ? drawApproved(random, owed / task.points, candidates.length) : 0;
    owed -= approvedCount * task.points;
    for (const [place, volunteer] of candidates.entries()) {
      const state = place < approvedCount ? 'APPROVED' : drawOtherState(random, task, place);
      if (state === null) continue;
      yield tell(random, task, index * 16 + place, volunteer, state);
    }
  }
}

function drawApproved(random: Random, wanted: number, most: number): number {
  return Math.max(0, Math.min(most, Math.round(wanted + 1.6 * random.next() - 0.8)));
}

/** Different volunteers who were registered in time, at most as many as the task has room for. */
function pickSome(
  random: Random,
  list: readonly Volunteer[],
  { slotCount, startDay }: Task,
): readonly Volunteer[] {
  const chosen = new Set<Volunteer>();
  for (let turn = 0; turn < slotCount * 3 && chosen.size < slotCount; turn += 1) {
    const volunteer = random.pick(list);
    if (volunteer.registeredDay < startDay - 6) chosen.add(volunteer);
  }
  return [...chosen];
}

function drawOtherState(random: Random, task: Task, place: number): Claim['state'] | null {
  const point = random.next();
  if (task.state === 'CLOSED') {
    if (place > 7 || point > 0.09) return null;
    return point < 0.055 ? 'REJECTED' : 'EXPIRED';
  }
  if (task.state === 'EXPIRED') return point < 0.1 ? 'EXPIRED' : null;
  if (task.state !== 'PUBLISHED' || point > 0.35) return null;
  return task.startDay < seedDayNumber && point < 0.25 ? 'SUBMITTED' : 'CLAIMED';
}

function tell(
  random: Random,
  task: Task,
  index: number,
  volunteer: Volunteer,
  state: Claim['state'],
): { readonly claim: Claim; readonly earning: Earning | null } {
  const points = state === 'APPROVED' ? task.points : null;
  const claim: Claim = {
    id: opaqueId('c', index),
    taskId: task.id,
    volunteerId: volunteer.id,
    state,
    points,
    claimedDay: Math.min(task.startDay - random.between(1, 6), seedDayNumber - 1),
    claimedMinute: random.between(420, 1380),
  };
  if (points === null) return { claim, earning: null };
  const day = task.startDay + random.between(1, 5);
  const earning = {
    volunteerId: volunteer.id,
    taskId: task.id,
    points,
    day,
    minute: random.between(540, 1050),
  };
  return { claim, earning };
}
