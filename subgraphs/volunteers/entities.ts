import { defineEntity, p } from '@mikro-orm/core';

const teamSchema = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    brand: p.text().nullable(),
    kind: p.text(),
    divisionCode: p.text(),
  },
});

/** A team of volunteers. */
export class Team extends teamSchema.class {}
teamSchema.setClass(Team);

const volunteerSchema = defineEntity({
  name: 'Volunteer',
  tableName: 'volunteer',
  properties: {
    id: p.text().primary(),
    personId: p.text(),
    number: p.text(),
    registeredOn: p.date(),
    star: p.smallint(),
    totalHours: p.decimal('number'),
    skills: p.array(),
    hasPublicityConsent: p.boolean(),
  },
});

/** A registered volunteer. */
export class Volunteer extends volunteerSchema.class {}
volunteerSchema.setClass(Volunteer);

const teamMemberSchema = defineEntity({
  name: 'TeamMember',
  tableName: 'team_member',
  properties: {
    teamId: p.text().primary(),
    volunteerId: p.text().primary(),
    joinedOn: p.date().primary(),
    leftOn: p.date().nullable(),
  },
});

/** Who belongs to which team. */
export class TeamMember extends teamMemberSchema.class {}
teamMemberSchema.setClass(TeamMember);

const peaceHouseholdHeadSchema = defineEntity({
  name: 'PeaceHouseholdHead',
  tableName: 'peace_household_head',
  properties: {
    volunteerId: p.text().primary(),
    divisionCode: p.text(),
    householdCount: p.integer(),
  },
});

/** The office of peace household head. */
export class PeaceHouseholdHead extends peaceHouseholdHeadSchema.class {}
peaceHouseholdHeadSchema.setClass(PeaceHouseholdHead);

const taskTypeSchema = defineEntity({
  name: 'TaskType',
  tableName: 'task_type',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    points: p.integer(),
    isReviewed: p.boolean(),
  },
});

/** A type of tasks. */
export class TaskType extends taskTypeSchema.class {}
taskTypeSchema.setClass(TaskType);

const taskSchema = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.text().primary(),
    typeCode: p.text(),
    mode: p.text(),
    state: p.text(),
    divisionCode: p.text(),
    slotCount: p.integer(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
  },
});

/** A piece of work offered. */
export class Task extends taskSchema.class {}
taskSchema.setClass(Task);

const claimSchema = defineEntity({
  name: 'Claim',
  tableName: 'claim',
  properties: {
    id: p.text().primary(),
    taskId: p.text(),
    volunteerId: p.text(),
    state: p.text(),
    points: p.integer().nullable(),
    claimedAt: p.datetime(),
    version: p.integer().default(1),
  },
});

/** A claim to a task. */
export class Claim extends claimSchema.class {}
claimSchema.setClass(Claim);

const pointEntrySchema = defineEntity({
  name: 'PointEntry',
  tableName: 'point_entry',
  properties: {
    id: p.text().primary(),
    volunteerId: p.text(),
    delta: p.integer(),
    balance: p.integer(),
    reason: p.text(),
    taskId: p.text().nullable(),
    bookedAt: p.datetime(),
  },
});

/** An entry of the ledger of points. */
export class PointEntry extends pointEntrySchema.class {}
pointEntrySchema.setClass(PointEntry);

/** All tables of this subgraph. */
export const entities = [
  Team,
  Volunteer,
  TeamMember,
  PeaceHouseholdHead,
  TaskType,
  Task,
  Claim,
  PointEntry,
] as const;
