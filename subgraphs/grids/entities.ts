import { defineEntity, p } from '@mikro-orm/core';

const divisionSchema = defineEntity({
  name: 'Division',
  tableName: 'division',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    level: p.text(),
    parentCode: p.text().nullable(),
  },
});

/** An administrative division. */
export class Division extends divisionSchema.class {}
divisionSchema.setClass(Division);

const gridSchema = defineEntity({
  name: 'Grid',
  tableName: 'grid',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    kind: p.text(),
    householdCount: p.integer(),
    divisionCode: p.text(),
  },
});

/** A grid of a village. */
export class Grid extends gridSchema.class {}
gridSchema.setClass(Grid);

const gridWorkerSchema = defineEntity({
  name: 'GridWorker',
  tableName: 'grid_worker',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    phone: p.text(),
    isFullTime: p.boolean(),
  },
});

/** A person on duty in grids. */
export class GridWorker extends gridWorkerSchema.class {}
gridWorkerSchema.setClass(GridWorker);

const gridAssignmentSchema = defineEntity({
  name: 'GridAssignment',
  tableName: 'grid_assignment',
  properties: {
    gridCode: p.text().primary(),
    workerId: p.text().primary(),
    position: p.text(),
    since: p.date().primary(),
    until: p.date().nullable(),
  },
});

/** Who works in which grid, and since when. */
export class GridAssignment extends gridAssignmentSchema.class {}
gridAssignmentSchema.setClass(GridAssignment);

const dutyItemSchema = defineEntity({
  name: 'DutyItem',
  tableName: 'duty_item',
  properties: {
    code: p.text().primary(),
    title: p.text(),
    category: p.text(),
    frequency: p.text(),
  },
});

/** An item of the list of duties. */
export class DutyItem extends dutyItemSchema.class {}
dutyItemSchema.setClass(DutyItem);

const visitSchema = defineEntity({
  name: 'Visit',
  tableName: 'visit',
  properties: {
    id: p.text().primary(),
    gridCode: p.text(),
    workerId: p.text(),
    personId: p.text().nullable(),
    visitedAt: p.datetime(),
    kind: p.text(),
  },
});

/** A visit to a home. */
export class Visit extends visitSchema.class {}
visitSchema.setClass(Visit);

/** All tables of this subgraph. */
export const entities = [Division, Grid, GridWorker, GridAssignment, DutyItem, Visit] as const;
