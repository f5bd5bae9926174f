import { defineEntity, p } from '@mikro-orm/core';

const providerSchema = defineEntity({
  name: 'Provider',
  tableName: 'provider',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    kind: p.text(),
  },
});

/** An institution that runs services. */
export class Provider extends providerSchema.class {}
providerSchema.setClass(Provider);

const stationSchema = defineEntity({
  name: 'Station',
  tableName: 'station',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    kind: p.text(),
    phone: p.text(),
    openingHours: p.text(),
    isDemonstration: p.boolean(),
    acceptedOn: p.date().nullable(),
    requirementsMet: p.array(),
    providerId: p.text(),
    divisionCode: p.text(),
  },
});

/** A place where help is given. */
export class Station extends stationSchema.class {}
stationSchema.setClass(Station);

const counsellorSchema = defineEntity({
  name: 'Counsellor',
  tableName: 'counsellor',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    languages: p.array(),
    isFullTime: p.boolean(),
    isOnHotline: p.boolean(),
  },
});

/** A counsellor. */
export class Counsellor extends counsellorSchema.class {}
counsellorSchema.setClass(Counsellor);

const slotSchema = defineEntity({
  name: 'Slot',
  tableName: 'slot',
  properties: {
    stationCode: p.text().primary(),
    startsAt: p.datetime().primary(),
    endsAt: p.datetime(),
    counsellorId: p.text(),
  },
});

/** A free time. */
export class Slot extends slotSchema.class {}
slotSchema.setClass(Slot);

const appointmentSchema = defineEntity({
  name: 'Appointment',
  tableName: 'appointment',
  properties: {
    id: p.text().primary(),
    personId: p.text(),
    channel: p.text(),
    kind: p.text(),
    status: p.text(),
    startsAt: p.datetime(),
    stationCode: p.text().nullable(),
  },
});

/** An appointment, without content. */
export class Appointment extends appointmentSchema.class {}
appointmentSchema.setClass(Appointment);

const followUpSchema = defineEntity({
  name: 'FollowUp',
  tableName: 'follow_up',
  properties: {
    personId: p.text().primary(),
    requestedAt: p.datetime(),
    until: p.date(),
  },
});

/** A follow-up the person agreed to. */
export class FollowUp extends followUpSchema.class {}
followUpSchema.setClass(FollowUp);

/** All tables of this subgraph. */
export const entities = [Provider, Station, Counsellor, Slot, Appointment, FollowUp] as const;
