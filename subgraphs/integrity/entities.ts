import { defineEntity, p } from '@mikro-orm/core';
import { deliveryEntities } from './delivery-entities.ts';
import { reviewEntities } from './review-entities.ts';

const departmentSchema = defineEntity({
  name: 'Department',
  tableName: 'department',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    answerMode: p.text(),
    creditCode: p.text(),
  },
});

/** One of the 42 departments. */
export class Department extends departmentSchema.class {}
departmentSchema.setClass(Department);

const recordTypeSchema = defineEntity({
  name: 'RecordType',
  tableName: 'record_type',
  properties: {
    code: p.text().primary(),
    departmentCode: p.text(),
    kind: p.text(),
    name: p.text(),
    sharing: p.text(),
    polarity: p.text(),
    dataClass: p.text(),
    answerMode: p.text(),
    legalBasis: p.text().nullable(),
    maxAgeHours: p.integer().nullable(),
    lookBackMonths: p.integer().nullable(),
    dataAsOf: p.datetime().nullable(),
  },
});

/** An item of a department's catalogue. */
export class RecordType extends recordTypeSchema.class {}
recordTypeSchema.setClass(RecordType);

const feedSchema = defineEntity({
  name: 'Feed',
  tableName: 'feed',
  properties: {
    departmentCode: p.text().primary(),
    dataAsOf: p.datetime().nullable(),
    maxAgeHours: p.integer().nullable(),
    lastImportedAt: p.datetime().nullable(),
    recordCount: p.integer(),
  },
});

/** The state of a department's deliveries. */
export class Feed extends feedSchema.class {}
feedSchema.setClass(Feed);

const subjectSchema = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  properties: {
    id: p.text().primary(),
    kind: p.text(),
    personId: p.text().nullable(),
    creditCode: p.text().nullable(),
    divisionCode: p.text().nullable(),
    post: p.text().nullable(),
    unitId: p.text().nullable(),
    name: p.text(),
  },
});

/** Whom records and reviews speak of. */
export class Subject extends subjectSchema.class {}
subjectSchema.setClass(Subject);

const creditRecordSchema = defineEntity({
  name: 'CreditRecord',
  tableName: 'credit_record',
  properties: {
    id: p.text().primary(),
    version: p.integer().primary(),
    recordedAt: p.datetime(),
    supersededAt: p.datetime().nullable(),
    departmentCode: p.text(),
    sourceRecordId: p.text(),
    contentHash: p.blob(),
    typeCode: p.text(),
    polarity: p.text(),
    dataClass: p.text(),
    level: p.text().nullable(),
    title: p.text(),
    status: p.text(),
    decidedOn: p.date(),
    validUntil: p.date().nullable(),
    publishedUntil: p.date().nullable(),
    repairedOn: p.date().nullable(),
    sealedOn: p.date().nullable(),
    documentNumber: p.text().nullable(),
    legalBasis: p.text().nullable(),
    sourceAsOf: p.datetime().nullable(),
    deliveryNumber: p.integer().nullable(),
    line: p.integer().nullable(),
    xid: p.text(),
  },
});

/** One version of a record. */
export class CreditRecord extends creditRecordSchema.class {}
creditRecordSchema.setClass(CreditRecord);

const recordLinkSchema = defineEntity({
  name: 'RecordLink',
  tableName: 'record_link',
  properties: {
    id: p.text().primary(),
    recordId: p.text(),
    subjectId: p.text(),
    method: p.text(),
    score: p.decimal('number'),
    linkedBy: p.text(),
    linkedAt: p.datetime(),
    unlinkedAt: p.datetime().nullable(),
    unlinkedBy: p.text().nullable(),
    basis: p.text().nullable(),
    confirmedBy: p.array().nullable(),
  },
});

/** The versioned edge from a record to its subject. */
export class RecordLink extends recordLinkSchema.class {}
recordLinkSchema.setClass(RecordLink);

const vetoSchema = defineEntity({
  name: 'Veto',
  tableName: 'veto',
  properties: {
    id: p.text().primary(),
    subjectId: p.text(),
    trigger: p.text(),
    decidedOn: p.date(),
    meetingReference: p.text(),
    effectiveFrom: p.date(),
    effectiveTo: p.date(),
    basisArticle: p.text(),
    revokedOn: p.date().nullable(),
  },
});

/** A decision of the one-vote veto. */
export class Veto extends vetoSchema.class {}
vetoSchema.setClass(Veto);

const recordChangeSchema = defineEntity({
  name: 'RecordChange',
  tableName: 'record_change',
  properties: {
    recordId: p.text().primary(),
    version: p.integer().primary(),
    xid: p.text(),
    at: p.datetime(),
    change: p.text(),
    departmentCode: p.text(),
    sourceRecordId: p.text(),
  },
});

/** Something that became of a record: a version of it, as who keeps a copy is told. */
export class RecordChange extends recordChangeSchema.class {}
recordChangeSchema.setClass(RecordChange);

const holdingIndexSchema = defineEntity({
  name: 'HoldingIndex',
  tableName: 'holding_index',
  properties: {
    departmentCode: p.text().primary(),
    day: p.date().primary(),
    asOf: p.datetime(),
    holdingCount: p.integer(),
    digest: p.blob(),
    source: p.text(),
  },
});

/** How many a department holds something against on a day. */
export class HoldingIndex extends holdingIndexSchema.class {}
holdingIndexSchema.setClass(HoldingIndex);

/** The tables of this subgraph that its run-time role reads. */
export const entities = [
  Department,
  RecordType,
  Feed,
  Subject,
  CreditRecord,
  RecordChange,
  RecordLink,
  Veto,
  HoldingIndex,
  ...deliveryEntities,
  ...reviewEntities,
] as const;
