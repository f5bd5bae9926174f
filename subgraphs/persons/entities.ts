import { defineEntity, p } from '@mikro-orm/core';

const codeValueSchema = defineEntity({
  name: 'CodeValue',
  tableName: 'code_value',
  properties: {
    codeTable: p.text().primary(),
    code: p.text().primary(),
    label: p.text(),
  },
});

/** A code of a national code table. */
export class CodeValue extends codeValueSchema.class {}
codeValueSchema.setClass(CodeValue);

const householdSchema = defineEntity({
  name: 'Household',
  tableName: 'household',
  properties: {
    id: p.text().primary(),
    address: p.text(),
    registeredArea: p.text(),
    isLawAbiding: p.boolean(),
  },
});

/** A household of the registration. */
export class Household extends householdSchema.class {}
householdSchema.setClass(Household);

const personSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    idNumber: p.text(),
    idNumberHmac: p.blob(),
    isSynthetic: p.boolean(),
    sex: p.text(),
    birthDate: p.date(),
    deathDate: p.date().nullable(),
    ethnicity: p.text(),
    education: p.text(),
    maritalStatus: p.text(),
    politicalStatus: p.text(),
    occupation: p.text().nullable(),
    workplace: p.text().nullable(),
    mobile: p.text().nullable(),
    registeredAddress: p.text(),
    residenceAddress: p.text().nullable(),
    populationKind: p.text(),
    householdId: p.text().nullable(),
    relationToHead: p.text().nullable(),
    memberOrder: p.smallint().nullable(),
    gridCode: p.text().nullable(),
    residesSince: p.date().nullable(),
  },
});

/** A person of the register. */
export class Person extends personSchema.class {}
personSchema.setClass(Person);

const populationRegistrationSchema = defineEntity({
  name: 'PopulationRegistration',
  tableName: 'population_registration',
  properties: {
    personId: p.text().primary(),
    kind: p.text(),
    isResidenceConsistent: p.boolean().nullable(),
    registeredOn: p.date().nullable(),
    expiresOn: p.date().nullable(),
    inflowReason: p.text().nullable(),
    leftBehindKind: p.text().nullable(),
  },
});

/** The register's entry that makes a person a kind of population. */
export class PopulationRegistration extends populationRegistrationSchema.class {}
populationRegistrationSchema.setClass(PopulationRegistration);

const careNeedSchema = defineEntity({
  name: 'CareNeed',
  tableName: 'care_need',
  properties: {
    id: p.text().primary(),
    personId: p.text(),
    kind: p.text(),
    level: p.text(),
    status: p.text(),
    openedAt: p.datetime(),
  },
});

/** A neutral need for help. */
export class CareNeed extends careNeedSchema.class {}
careNeedSchema.setClass(CareNeed);

const serviceRegisterSchema = defineEntity({
  name: 'ServiceRegister',
  tableName: 'service_register',
  properties: {
    id: p.text().primary(),
    personId: p.text(),
    kind: p.text(),
    since: p.date(),
    until: p.date().nullable(),
  },
});

/** An entry of a register of help. */
export class ServiceRegister extends serviceRegisterSchema.class {}
serviceRegisterSchema.setClass(ServiceRegister);

/** All tables of this subgraph. */
const identifierTrySchema = defineEntity({
  name: 'IdentifierTry',
  tableName: 'identifier_try',
  properties: {
    actor: p.blob().primary(),
    personId: p.text().primary(),
    triedOn: p.date().primary(),
    tries: p.smallint(),
  },
});

/** How often a caller compared somebody's number on a day. */
export class IdentifierTry extends identifierTrySchema.class {}
identifierTrySchema.setClass(IdentifierTry);

export const entities = [
  CodeValue,
  Household,
  Person,
  PopulationRegistration,
  CareNeed,
  ServiceRegister,
  IdentifierTry,
] as const;
