import { defineEntity, p } from '@mikro-orm/postgresql';

const reviewDecisionSchema = defineEntity({
  name: 'ReviewDecision',
  tableName: 'review_decision',
  properties: {
    id: p.text().primary(),
    reviewSubjectId: p.text(),
    outcome: p.text(),
    reason: p.text(),
    meetingReference: p.text(),
    missing: p.array(),
    proposedBy: p.text(),
    proposedRole: p.text(),
    proposedPerson: p.text().nullable(),
    proposedAt: p.datetime(),
    countersignedBy: p.text().nullable(),
    countersignedRole: p.text().nullable(),
    countersignedPerson: p.text().nullable(),
    countersignedAt: p.datetime().nullable(),
    expiresOn: p.date().nullable(),
    vetoId: p.text().nullable(),
    endedAt: p.datetime().nullable(),
    snapshot: p.text().nullable(),
    snapshotHash: p.blob().nullable(),
    signedVersion: p.integer().nullable(),
    payload: p.text().nullable(),
    jws: p.text().nullable(),
    headline: p.text().nullable(),
  },
});

/** What people decided about a subject, with its certificate. */
export class ReviewDecision extends reviewDecisionSchema.class {}
reviewDecisionSchema.setClass(ReviewDecision);

const reviewAppealSchema = defineEntity({
  name: 'ReviewAppeal',
  tableName: 'review_appeal',
  properties: {
    id: p.text().primary(),
    reviewSubjectId: p.text(),
    decisionId: p.text(),
    actor: p.text(),
    idempotencyKey: p.text(),
    reason: p.text(),
    raisedAt: p.datetime(),
    outcome: p.text().nullable(),
    answeredBy: p.text().nullable(),
    answer: p.text().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

/** An appeal against a decision. */
export class ReviewAppeal extends reviewAppealSchema.class {}
reviewAppealSchema.setClass(ReviewAppeal);

const reviewTransitionSchema = defineEntity({
  name: 'ReviewTransition',
  tableName: 'review_transition',
  properties: {
    act: p.text().primary(),
    fromState: p.text().primary(),
    toState: p.text(),
  },
});

/** From where to where an act leads. */
export class ReviewTransition extends reviewTransitionSchema.class {}
reviewTransitionSchema.setClass(ReviewTransition);

const reviewEventSchema = defineEntity({
  name: 'ReviewEvent',
  tableName: 'review_event',
  properties: {
    reviewSubjectId: p.text().primary(),
    version: p.integer().primary(),
    at: p.datetime(),
    act: p.text(),
    fromState: p.text().nullable(),
    toState: p.text(),
    actor: p.text(),
    details: p.json(),
    hash: p.blob(),
  },
});

/** What happened to a subject, chained by hashes. */
export class ReviewEvent extends reviewEventSchema.class {}
reviewEventSchema.setClass(ReviewEvent);

/** The tables of what was decided in reviews, and of what happened to them. */
export const decisionEntities = [ReviewDecision, ReviewAppeal, ReviewTransition, ReviewEvent] as const;
