import { dayOf, isoOf, momentOf } from '../calendar.ts';
import { cast } from '../cast.ts';
import type { Row } from '../database/rows.ts';
import { elementAt } from '../random.ts';
import type { AlreadyTold, Claim } from './claims.ts';
import { entryRow } from './ledger.ts';
import { claimRow, taskRow } from './rows.ts';
import { taskTypes } from './task-types.ts';
import type { Task } from './tasks.ts';
import { memberRow, northGateTeamId } from './teams.ts';

type Deed = readonly [
  startsOn: string,
  typeCode: string,
  task: Task['state'],
  member: string,
  claim: Claim['state'],
];

const lin = `${cast.linMeihua.id}-volunteer`;
const huang = `${cast.huangJianjun.id}-volunteer`;
const ouyang = `${cast.ouyangShuqin.id}-volunteer`;

const deeds: readonly Deed[] = [
  ['2026-03-07', '01', 'CLOSED', lin, 'APPROVED'],
  ['2026-04-18', '03', 'CLOSED', lin, 'APPROVED'],
  ['2026-05-30', '20', 'CLOSED', lin, 'APPROVED'],
  ['2026-07-11', '20', 'CLOSED', lin, 'APPROVED'],
  ['2026-09-05', '11', 'CLOSED', lin, 'APPROVED'],
  ['2026-09-26', '14', 'CLOSED', lin, 'REJECTED'],
  ['2026-10-28', '18', 'PUBLISHED', lin, 'SUBMITTED'],
  ['2026-12-12', '25', 'PUBLISHED', lin, 'CLAIMED'],
  ['2026-06-13', '05', 'CLOSED', huang, 'APPROVED'],
  ['2026-08-22', '04', 'CLOSED', huang, 'APPROVED'],
];

const pointsOf = (typeCode: string): number =>
  elementAt(
    taskTypes.filter(({ code }) => code === typeCode),
    0,
  ).points;

/** What the cast's deeds add to tasks and points, for the mean over all tasks. */
export const castDeeds: AlreadyTold = {
  taskCount: deeds.length,
  points: deeds.reduce(
    (sum, [, typeCode, , , claim]) => sum + (claim === 'APPROVED' ? pointsOf(typeCode) : 0),
    0,
  ),
};

const taskOf = ([startsOn, typeCode, state]: Deed, index: number): Task => ({
  id: `cast-task-${String(index + 1).padStart(2, '0')}`,
  typeCode,
  points: pointsOf(typeCode),
  mode: index % 3 === 0 ? 'ASSIGN' : 'GRAB',
  state,
  divisionCode: (cast.linMeihua.gridCode ?? '').slice(0, 12),
  slotCount: 4,
  startDay: dayOf(startsOn),
  startMinute: 540,
  hours: 2,
});

/** The tasks, claims, teams and points of the cast. */
export function* castVolunteerRows(): Generator<Row> {
  yield memberRow(northGateTeamId, lin, '2020-05-01', null);
  yield memberRow('cast-team-dream-source', lin, '2023-03-12', null);
  yield memberRow('cast-team-south-town', huang, '2024-06-01', null);
  const balances = new Map<string, number>();
  const book = (
    volunteerId: string,
    serial: string,
    delta: number,
    reason: string,
    taskId: string | null,
    at: string,
  ): Row => {
    const balance = (balances.get(volunteerId) ?? 0) + delta;
    balances.set(volunteerId, balance);
    return entryRow({
      id: `${volunteerId}-entry-${serial}`,
      volunteerId,
      delta,
      balance,
      reason,
      taskId,
      bookedAt: at,
    });
  };
  for (const [index, deed] of deeds.entries()) {
    const task = taskOf(deed, index);
    const [, , , volunteerId, state] = deed;
    yield taskRow(task);
    yield claimRow(claimOf(task, volunteerId, state));
    if (state === 'APPROVED') {
      yield book(
        volunteerId,
        String(index + 1),
        task.points,
        'TASK',
        task.id,
        momentOf(task.startDay + 2, 600),
      );
    }
    if (index === 2)
      yield book(lin, 'reward', -40, 'REWARD', null, `${isoOf(task.startDay + 8)}T19:30:00+08:00`);
    if (index === 4)
      yield book(lin, 'correction', 3, 'CORRECTION', null, `${isoOf(task.startDay + 9)}T09:00:00+08:00`);
  }
  yield claimRow(claimOf(taskOf(elementAt(deeds, 7), 7), ouyang, 'CLAIMED'));
}

const claimOf = (task: Task, volunteerId: string, state: Claim['state']): Claim => ({
  id: `${volunteerId}-claim-${task.id.slice(-2)}`,
  taskId: task.id,
  volunteerId,
  state,
  points: state === 'APPROVED' ? task.points : null,
  claimedDay: Math.min(task.startDay - 2, dayOf('2026-10-31')),
  claimedMinute: 1170,
});
