import { defineEntity, p } from '@mikro-orm/core';

const deliverySchema = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    number: p.integer().primary(),
    id: p.text(),
    departmentCode: p.text(),
    typeCode: p.text(),
    channel: p.text(),
    idempotencyKey: p.text(),
    contentDigest: p.blob().nullable(),
    dataAsOf: p.datetime(),
    deliveredBy: p.text(),
    begunAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    takenThrough: p.integer(),
    rowCount: p.integer(),
    createdCount: p.integer(),
    correctedCount: p.integer(),
    withdrawnCount: p.integer(),
    unchangedCount: p.integer(),
    outdatedCount: p.integer(),
    quarantinedCount: p.integer(),
  },
});

/** A receipt. */
export class Delivery extends deliverySchema.class {}
deliverySchema.setClass(Delivery);

const quarantinedRowSchema = defineEntity({
  name: 'QuarantinedRow',
  tableName: 'quarantined_row',
  properties: {
    id: p.text().primary(),
    deliveryNumber: p.integer(),
    departmentCode: p.text(),
    typeCode: p.text(),
    line: p.integer(),
    sourceRecordId: p.text().nullable(),
    faults: p.json(),
    quarantinedAt: p.datetime(),
    resolvedAt: p.datetime().nullable(),
    resolvedBy: p.integer().nullable(),
  },
});

/** A row that waits to be corrected. */
export class QuarantinedRow extends quarantinedRowSchema.class {}
quarantinedRowSchema.setClass(QuarantinedRow);

const linkCandidateSchema = defineEntity({
  name: 'LinkCandidate',
  tableName: 'link_candidate',
  properties: {
    id: p.text().primary(),
    recordId: p.text(),
    recordVersion: p.integer(),
    departmentCode: p.text(),
    deliveryNumber: p.integer(),
    line: p.integer(),
    method: p.text(),
    reason: p.text(),
    personId: p.text().nullable(),
    subjectId: p.text().nullable(),
    score: p.decimal('number'),
    nameAgrees: p.boolean().nullable(),
    birthDateAgrees: p.boolean().nullable(),
    phoneAgrees: p.boolean().nullable(),
    isDeceased: p.boolean().nullable(),
    state: p.text(),
    createdAt: p.datetime(),
    proposedBy: p.text().nullable(),
    proposedAt: p.datetime().nullable(),
    proposalReason: p.text().nullable(),
    decidedBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    decisionReason: p.text().nullable(),
  },
});

/** A link that people have to decide. */
export class LinkCandidate extends linkCandidateSchema.class {}
linkCandidateSchema.setClass(LinkCandidate);

const recordActSchema = defineEntity({
  name: 'RecordAct',
  tableName: 'record_act',
  properties: {
    id: p.text().primary(),
    recordId: p.text(),
    version: p.integer(),
    departmentCode: p.text(),
    act: p.text(),
    actor: p.text(),
    personId: p.text().nullable(),
    idempotencyKey: p.text(),
    reason: p.text(),
    at: p.datetime(),
    dueOn: p.date().nullable(),
    answeredAt: p.datetime().nullable(),
    answeredBy: p.text().nullable(),
    answer: p.text().nullable(),
  },
});

/** Something done to a record after it came. */
export class RecordAct extends recordActSchema.class {}
recordActSchema.setClass(RecordAct);

const catalogueVersionSchema = defineEntity({
  name: 'CatalogueVersion',
  tableName: 'catalogue_version',
  properties: { version: p.integer().primary(), publishedOn: p.date(), note: p.text() },
});

/** A version of the catalogue. */
export class CatalogueVersion extends catalogueVersionSchema.class {}
catalogueVersionSchema.setClass(CatalogueVersion);

const catalogueItemSchema = defineEntity({
  name: 'CatalogueItem',
  tableName: 'catalogue_item',
  properties: {
    version: p.integer().primary(),
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
  },
});

/** A record type as a version of the catalogue has it. */
export class CatalogueItem extends catalogueItemSchema.class {}
catalogueItemSchema.setClass(CatalogueItem);

/** The tables of deliveries, of the catalogue's versions and of what is done to records, as far as the run-time role reads them. */
export const deliveryEntities = [
  Delivery,
  QuarantinedRow,
  LinkCandidate,
  RecordAct,
  CatalogueVersion,
  CatalogueItem,
] as const;
