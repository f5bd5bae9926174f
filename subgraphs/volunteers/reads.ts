import { sql } from 'kysely';
import { personScope } from '../kit/access/person-scope.ts';
import { contributedPerson } from '../kit/reads/contributed-person.ts';
import { column, connection, many, one, sameRow, value, type Shape } from '../kit/reads/shape.ts';
import { withinArea } from '../kit/reads/within-area.ts';

const division: Shape = { type: 'Division', fields: { code: column('division_code') } };

/** The row is the person's id as it came from the gateway. */
const person: Shape = {
  type: 'Person',
  entity: { key: 'id', external: personScope },
  record: contributedPerson,
  fields: {
    id: column('id'),
    volunteer: one(
      () => volunteer,
      (child, row) => sql`volunteer ${child.table} where ${child('person_id')} = ${row('id')}`,
    ),
  },
};

const volunteer: Shape = {
  type: 'Volunteer',
  fields: {
    number: column('number'),
    registeredOn: column('registered_on'),
    star: column('star'),
    totalHours: column('total_hours'),
    pointBalance: value(
      (row) => sql`(select coalesce(sum(p.delta), 0) from point_entry p where p.volunteer_id = ${row('id')})`,
    ),
    skills: column('skills'),
    peaceHouseholdHead: one(
      () => peaceHouseholdHead,
      (child, row) => sql`peace_household_head ${child.table} where ${child('volunteer_id')} = ${row('id')}`,
    ),
    teams: many(
      () => team,
      (child, row) => sql`(select t.*, m.joined_on from team_member m join team t on t.id = m.team_id
        where m.volunteer_id = ${row('id')} and m.left_on is null) ${child.table}`,
      (child) => sql`${child('joined_on')}, ${child('id')}`,
    ),
    claims: connection(
      () => claim,
      (child, row) => sql`claim ${child.table} where ${child('volunteer_id')} = ${row('id')}`,
      [
        { column: 'claimed_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
      'desc',
    ),
    pointEntries: connection(
      () => pointEntry,
      (child, row) => sql`point_entry ${child.table} where ${child('volunteer_id')} = ${row('id')}`,
      [
        { column: 'booked_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
      'desc',
    ),
  },
};

const peaceHouseholdHead: Shape = {
  type: 'PeaceHouseholdHead',
  fields: { division: sameRow(() => division), householdCount: column('household_count') },
};

const team: Shape = {
  type: 'Team',
  fields: {
    id: column('id'),
    name: column('name'),
    brand: column('brand'),
    kind: column('kind'),
    memberCount: value((row) => sql`member_count(${row('id')})`),
    division: sameRow(() => division),
  },
};

const taskType: Shape = {
  type: 'TaskType',
  entity: { key: 'code', table: 'task_type' },
  fields: {
    code: column('code'),
    name: column('name'),
    points: column('points'),
    isReviewed: column('is_reviewed'),
  },
};

const task: Shape = {
  type: 'Task',
  fields: {
    id: column('id'),
    type: one(
      () => taskType,
      (child, row) => sql`task_type ${child.table} where ${child('code')} = ${row('type_code')}`,
    ),
    mode: column('mode'),
    state: column('state'),
    division: sameRow(() => division),
    slotCount: column('slot_count'),
    claimedCount: value((row) => sql`claimed_count(${row('id')})`),
    startsAt: column('starts_at'),
    endsAt: column('ends_at'),
  },
};

const taskOfRow = one(
  () => task,
  (child, row) => sql`task ${child.table} where ${child('id')} = ${row('task_id')}`,
);

const claim: Shape = {
  type: 'Claim',
  fields: {
    id: column('id'),
    state: column('state'),
    points: column('points'),
    claimedAt: column('claimed_at'),
    task: taskOfRow,
  },
};

const pointEntry: Shape = {
  type: 'PointEntry',
  fields: {
    id: column('id'),
    delta: column('delta'),
    balance: column('balance'),
    reason: column('reason'),
    bookedAt: column('booked_at'),
    task: taskOfRow,
  },
};

/** The reads of the volunteer register, root fields first. */
export const shapes: readonly Shape[] = [
  {
    type: 'Query',
    fields: {
      task: one(
        () => task,
        (child, _row, { args }) => sql`task ${child.table} where ${child('id')} = ${args['id']}`,
      ),
      tasks: connection(
        () => task,
        (child, _row, { args }) => sql`task ${child.table}
          where ${withinArea(child('division_code'), String(args['area']))}
          and (${args['state'] ?? null}::text is null or ${child('state')} = ${args['state'] ?? null})`,
        [
          { column: 'starts_at', type: 'timestamptz' },
          { column: 'id', type: 'text' },
        ],
        'desc',
      ),
      taskTypes: many(
        () => taskType,
        (child) => sql`task_type ${child.table}`,
        (child) => child('code'),
      ),
      team: one(
        () => team,
        (child, _row, { args }) => sql`team ${child.table} where ${child('id')} = ${args['id']}`,
      ),
    },
  },
  person,
  volunteer,
  peaceHouseholdHead,
  team,
  taskType,
  task,
  claim,
  pointEntry,
  division,
];
