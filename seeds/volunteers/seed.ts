import type { Row, SeedContext, SubgraphSeed } from '../database/rows.ts';
import { castDeeds, castVolunteerRows } from './cast-rows.ts';
import { drawClaims, type Earning } from './claims.ts';
import { enrol } from './enrolment.ts';
import { ledgerRows } from './ledger.ts';
import { claimRow, taskRow, volunteerRows } from './rows.ts';
import { drawTasks } from './tasks.ts';
import { taskTypes } from './task-types.ts';
import { foundTeams, memberRows, teamRows } from './teams.ts';

export const volunteersSeed: SubgraphSeed = {
  name: 'volunteers',
  tables: [
    'team',
    'volunteer',
    'team_member',
    'peace_household_head',
    'task_type',
    'task',
    'claim',
    'point_entry',
  ],
  rows: volunteersRows,
  expectedRows: ({ scale }) => Math.round(2_000 + scale * 430_000),
};

function* volunteersRows({ city }: SeedContext): Generator<Row> {
  const volunteers = enrol(city);
  const teams = foundTeams(city);
  const tasks = drawTasks(city);
  for (const { code, name, points, isReviewed } of taskTypes) {
    yield { table: 'task_type', columns: { code, name, points, is_reviewed: isReviewed } };
  }
  yield* teamRows(teams);
  yield* volunteerRows(city, volunteers);
  yield* castVolunteerRows();
  yield* memberRows(city, teams, volunteers);
  for (const task of tasks) yield taskRow(task);
  const earnings = new Map<string, Earning[]>();
  for (const { claim, earning } of drawClaims(city, tasks, volunteers, castDeeds)) {
    yield claimRow(claim);
    if (earning) appendTo(earnings, earning);
  }
  for (const [index, { id }] of volunteers.entries()) {
    const earned = earnings.get(id);
    if (earned) yield* ledgerRows(city.seedNumber, index, earned);
  }
}

function appendTo(earnings: Map<string, Earning[]>, earning: Earning): void {
  const list = earnings.get(earning.volunteerId);
  if (list) list.push(earning);
  else earnings.set(earning.volunteerId, [earning]);
}
