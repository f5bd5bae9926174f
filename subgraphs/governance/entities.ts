import { defineEntity, p } from '@mikro-orm/core';

const consentReceiptSchema = defineEntity({
  name: 'ConsentReceipt',
  tableName: 'consent_receipt',
  properties: {
    id: p.text().primary(),
    personId: p.text(),
    idempotencyKey: p.text(),
    classes: p.array(),
    purpose: p.text(),
    recipients: p.array(),
    validFrom: p.datetime(),
    validTo: p.datetime(),
    evidence: p.text(),
    grantedAt: p.datetime(),
    grantedBy: p.text(),
    withdrawnAt: p.datetime().nullable(),
  },
});

/** A receipt of consent; only its withdrawal is ever written into it. */
export class ConsentReceipt extends consentReceiptSchema.class {}
consentReceiptSchema.setClass(ConsentReceipt);

const breakGlassSchema = defineEntity({
  name: 'BreakGlass',
  tableName: 'break_glass',
  properties: {
    id: p.text().primary(),
    actor: p.text(),
    idempotencyKey: p.text(),
    role: p.text(),
    purpose: p.text(),
    personId: p.text(),
    classes: p.array(),
    minutes: p.integer(),
    reasonCode: p.text(),
    reason: p.text(),
    openedAt: p.datetime(),
    endsAt: p.datetime(),
    reviewDueOn: p.date(),
    version: p.integer(),
    reviewedAt: p.datetime().nullable(),
    reviewer: p.text().nullable(),
    isJustified: p.boolean().nullable(),
    reviewNote: p.text().nullable(),
  },
});

/** Access in an emergency; its end and its review are all that is written into it later. */
export class BreakGlass extends breakGlassSchema.class {}
breakGlassSchema.setClass(BreakGlass);

const noticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: p.text().primary(),
    breakGlassId: p.text(),
    departmentCode: p.text().nullable(),
    classes: p.array(),
    notedAt: p.datetime(),
  },
});

/** What an owner of data, or without a department the supervisor, is told of a break-glass. */
export class Notice extends noticeSchema.class {}
noticeSchema.setClass(Notice);

const delegationSchema = defineEntity({
  name: 'Delegation',
  tableName: 'delegation',
  properties: {
    id: p.text().primary(),
    delegator: p.text(),
    idempotencyKey: p.text(),
    delegate: p.text(),
    role: p.text(),
    departmentCode: p.text().nullable(),
    areaCode: p.text().nullable(),
    purposes: p.array(),
    classes: p.array().nullable(),
    validFrom: p.datetime(),
    validTo: p.datetime(),
    grantedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

/** Leave to act in another's role; only its end is ever written into it. */
export class Delegation extends delegationSchema.class {}
delegationSchema.setClass(Delegation);

export const entities = [ConsentReceipt, BreakGlass, Notice, Delegation] as const;
