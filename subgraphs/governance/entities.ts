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

export const entities = [ConsentReceipt] as const;
