import { sql } from 'kysely';
import { personScope } from '../kit/access/person-scope.ts';
import { contributedPerson } from '../kit/reads/contributed-person.ts';
import { byKey, column, connection, many, one, sameRow, value, type Shape } from '../kit/reads/shape.ts';
import { createCatalogue, typeFields } from './catalogue-reads.ts';
import { createChangeShape, recordChanges } from './change-reads.ts';
import { createDeliveryReads } from './delivery-reads.ts';
import { createOwnRecord, disputeRoots, lifeShapes } from './life-reads.ts';
import { holdingIndex, newestHoldings } from './holding-reads.ts';
import { recordOfDepartment } from './record.ts';
import { createReviewReads } from './review-reads.ts';
import { feedState, isInForce, standingOf } from './standing.ts';

/** A department, as the act that changes something of it reads it again. */
export const department: Shape = {
  type: 'Department',
  entity: { key: 'code', table: 'department' },
  fields: {
    code: column('code'),
    name: column('name'),
    answerMode: column('answer_mode'),
    recordTypes: many(
      () => recordType,
      (child, row) => sql`record_type ${child.table} where ${child('department_code')} = ${row('code')}`,
      (child) => child('code'),
    ),
    feed: one(
      () => feed,
      (child, row) => sql`feed ${child.table} where ${child('department_code')} = ${row('code')}`,
    ),
    holdings: newestHoldings,
  },
};

const recordType: Shape = {
  type: 'RecordType',
  entity: { key: 'code', table: 'record_type' },
  fields: { ...typeFields, dataAsOf: column('data_as_of') },
};

const feed: Shape = {
  type: 'Feed',
  fields: {
    state: feedState,
    dataAsOf: column('data_as_of'),
    maxAge: column('max_age_hours'),
    recordCount: value((row) => sql`feed_record_count(${row('department_code')}, ${row('record_count')})`),
    quarantinedCount: value((row) => sql`feed_quarantined_count(${row('department_code')})`),
    lastImportedAt: column('last_imported_at'),
  },
};

/** The row is the person's id as it came from the gateway; this register has no table of people. */
const person: Shape = {
  type: 'Person',
  entity: { key: 'id', external: personScope },
  record: contributedPerson,
  fields: { id: column('id'), reference: column('id'), integrity: sameRow(() => profile) },
};

const profile: Shape = {
  type: 'IntegrityProfile',
  fields: {
    standing: one(() => standing, standingOf),
    records: connection(
      () => creditRecord,
      (child, row, scope) => sql`credit_record ${child.table} where ${isInForce(child, row('id'), scope)}`,
      [
        { column: 'decided_on', type: 'date' },
        { column: 'id', type: 'text' },
      ],
      'desc',
    ),
  },
};

const standing: Shape = {
  type: 'IntegrityStanding',
  fields: {
    positiveCount: column('positive_count'),
    negativeCount: column('negative_count'),
    hasActiveVeto: column('has_active_veto'),
    asOf: column('as_of'),
  },
};

const creditRecord: Shape = {
  type: 'CreditRecord',
  record: recordOfDepartment,
  fields: {
    id: column('id'),
    polarity: column('polarity'),
    kind: value((row) => sql`(select r.kind from record_type r where r.code = ${row('type_code')})`),
    level: column('level'),
    title: column('title'),
    status: column('status'),
    decidedOn: column('decided_on'),
    validUntil: column('valid_until'),
    documentNumber: column('document_number'),
    legalBasis: column('legal_basis'),
    department: one(
      () => department,
      (child, row) => sql`department ${child.table} where ${child('code')} = ${row('department_code')}`,
    ),
    type: one(
      () => recordType,
      (child, row) => sql`record_type ${child.table} where ${child('code')} = ${row('type_code')}`,
    ),
  },
};

const catalogue = createCatalogue(() => department);

const deliveries = createDeliveryReads({ department: () => department, recordType: () => recordType });

/** A receipt, for whoever has just delivered. */
export const { delivery } = deliveries;

/** A record, for its subject who has just disputed it. */
export const ownRecord = createOwnRecord(creditRecord);

const reviews = createReviewReads(() => department);

/** A review, for whoever has just done something to it. */
export const { review } = reviews;

const recordChange = createChangeShape(() => creditRecord);

/** The reads of the integrity register, root fields first. */
export const shapes: readonly Shape[] = [
  {
    type: 'Query',
    fields: {
      departments: many(
        () => department,
        (child) => sql`department ${child.table}`,
        (child) => child('code'),
      ),
      department: byKey(() => department, 'code'),
      catalogue: catalogue.root,
      ...deliveries.roots,
      ...disputeRoots,
      ...reviews.roots,
      recordChanges: recordChanges(() => recordChange),
    },
  },
  department,
  recordType,
  feed,
  person,
  profile,
  standing,
  creditRecord,
  ...catalogue.shapes,
  ...deliveries.shapes,
  ...lifeShapes,
  ...reviews.shapes,
  recordChange,
  holdingIndex,
];
