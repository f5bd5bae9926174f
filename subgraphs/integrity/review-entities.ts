import { defineEntity, p } from '@mikro-orm/postgresql';
import { decisionEntities } from './decision-entities.ts';

const reviewSchema = defineEntity({
  name: 'Review',
  tableName: 'review',
  properties: {
    id: p.text().primary(),
    actor: p.text(),
    idempotencyKey: p.text(),
    requestHash: p.blob(),
    purpose: p.text(),
    matter: p.text(),
    legalBasis: p.text(),
    asOf: p.date(),
    deadline: p.datetime(),
    ruleVersion: p.integer(),
    catalogueVersion: p.integer(),
    areaCode: p.text().nullable(),
    requestedAt: p.datetime(),
    subjectCount: p.integer(),
    cancelledAt: p.datetime().nullable(),
    cancelReason: p.text().nullable(),
    askedTypes: p.array().nullable(),
    askedSince: p.date().nullable(),
    askedLevel: p.integer().nullable(),
  },
});

/** A review as it was asked for. */
export class Review extends reviewSchema.class {}
reviewSchema.setClass(Review);

const reviewSubjectSchema = defineEntity({
  name: 'ReviewSubject',
  tableName: 'review_subject',
  properties: {
    id: p.text().primary(),
    reviewId: p.text(),
    ordinal: p.integer(),
    kind: p.text(),
    personId: p.text().nullable(),
    creditCode: p.character().nullable(),
    divisionCode: p.text().nullable(),
    post: p.text().nullable(),
    name: p.text(),
    subjectHmac: p.blob().nullable(),
    isMinor: p.boolean(),
    caseKey: p.blob(),
    state: p.text(),
    version: p.integer(),
    proposal: p.text().nullable(),
    missing: p.array(),
    noticeUntil: p.date().nullable(),
    statement: p.text().nullable(),
    statedAt: p.datetime().nullable(),
    effectiveTo: p.date().nullable(),
    snapshot: p.text().nullable(),
    snapshotHash: p.blob().nullable(),
    groundHash: p.blob().nullable(),
    needsCollection: p.boolean(),
    act: p.text(),
    actor: p.text(),
    actedAt: p.datetime(),
    details: p.json(),
  },
});

/** A subject of a review, with where it stands. */
export class ReviewSubject extends reviewSubjectSchema.class {}
reviewSubjectSchema.setClass(ReviewSubject);

const reviewAnswerSchema = defineEntity({
  name: 'ReviewAnswer',
  tableName: 'review_answer',
  properties: {
    reviewSubjectId: p.text().primary(),
    departmentCode: p.text().primary(),
    state: p.text(),
    basis: p.text(),
    dataAsOf: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),
    remindedAt: p.datetime().nullable(),
    answeredAt: p.datetime().nullable(),
    answeredBy: p.text().nullable(),
    opinion: p.text().nullable(),
    reason: p.text().nullable(),
    records: p.json(),
    requestHash: p.blob(),
    responseHash: p.blob().nullable(),
  },
});

/** What a department said of a subject. */
export class ReviewAnswer extends reviewAnswerSchema.class {}
reviewAnswerSchema.setClass(ReviewAnswer);

const reviewAskedSchema = defineEntity({
  name: 'ReviewAsked',
  tableName: 'review_asked',
  properties: {
    reviewId: p.text().primary(),
    departmentCode: p.text().primary(),
  },
});

/** A department that a review asks. */
export class ReviewAsked extends reviewAskedSchema.class {}
reviewAskedSchema.setClass(ReviewAsked);

const reviewGroundSchema = defineEntity({
  name: 'ReviewGround',
  tableName: 'review_ground',
  properties: {
    recordId: p.text().primary(),
    reviewSubjectId: p.text().primary(),
  },
});

/** A record that a review of somebody rests on. */
export class ReviewGround extends reviewGroundSchema.class {}
reviewGroundSchema.setClass(ReviewGround);

const reviewFindingSchema = defineEntity({
  name: 'ReviewFinding',
  tableName: 'review_finding',
  properties: {
    reviewSubjectId: p.text().primary(),
    place: p.integer().primary(),
    rule: p.text(),
    recordId: p.text().nullable(),
    recordVersion: p.integer().nullable(),
    vetoId: p.text().nullable(),
    effect: p.text(),
    basisArticle: p.text(),
    effectiveFrom: p.date().nullable(),
    effectiveTo: p.date().nullable(),
  },
});

/** What the rules found of a subject. */
export class ReviewFinding extends reviewFindingSchema.class {}
reviewFindingSchema.setClass(ReviewFinding);

const laterRecordSchema = defineEntity({
  name: 'ReviewLaterRecord',
  tableName: 'review_later_record',
  properties: {
    reviewSubjectId: p.text().primary(),
    recordId: p.text().primary(),
    departmentCode: p.text(),
    noticedAt: p.datetime(),
  },
});

/** A record that came only after the signature and contradicts what its department answered. */
export class ReviewLaterRecord extends laterRecordSchema.class {}
laterRecordSchema.setClass(ReviewLaterRecord);

const faultSchema = defineEntity({
  name: 'ReviewFault',
  tableName: 'review_fault',
  properties: {
    reviewSubjectId: p.text().primary(),
    errorClass: p.text(),
    attempts: p.integer(),
    failedAt: p.datetime(),
    retryAt: p.datetime(),
  },
});

/** That a subject could not be carried on, and when it is tried again. */
export class ReviewFault extends faultSchema.class {}
faultSchema.setClass(ReviewFault);

/** The tables of reviews. */
export const reviewEntities = [
  Review,
  ReviewSubject,
  ReviewAnswer,
  ReviewAsked,
  ReviewGround,
  ReviewFinding,
  ReviewLaterRecord,
  ReviewFault,
  ...decisionEntities,
] as const;
