import { sql } from 'kysely';
import {
  byKey,
  byKeys,
  connection,
  column,
  isShown,
  many,
  one,
  sameRow,
  value,
  type Row,
  type Shape,
} from '../kit/reads/shape.ts';
import { normaliseCitizenNumber } from '../kit/domain/citizen-number.ts';
import { identifierHash } from '../kit/identifier.ts';
import { isInHouseholdOfCaller, isMinor, personRecord } from './record.ts';
import { ageBandOf, isLiving, matchesSearch } from './search.ts';

/** A value of a national code table, joined by its code. */
const coded = (table: string, codeColumn: string) =>
  one(
    () => codedValue,
    (child, row) =>
      sql`code_value ${child.table} where ${child('code_table')} = ${sql.lit(table)} and ${child('code')} = ${row(codeColumn)}`,
  );

const codedValue: Shape = {
  type: 'CodedValue',
  fields: { code: column('code'), label: column('label') },
};

const hasValue = (name: string) => (row: Row) => sql`${row(name)} is not null`;

/** A person of the register. */
export const person: Shape = {
  type: 'Person',
  entity: { key: 'id', alias: 'reference', table: 'person' },
  record: personRecord,
  fields: {
    id: column('id'),
    reference: column('id'),
    scopeArea: column('grid_code'),
    isMinor: value((row, { today }) => isMinor(row, today)),
    isInHouseholdOfCaller: value((row, { access, today }) => isInHouseholdOfCaller(row, access, today)),
    name: column('name'),
    idNumber: column('id_number'),
    sex: column('sex'),
    birthDate: column('birth_date'),
    ageBand: value((row, { today }) => ageBandOf(row('birth_date'), today)),
    ethnicity: coded('ETHNICITY', 'ethnicity'),
    education: coded('EDUCATION', 'education'),
    maritalStatus: coded('MARITAL_STATUS', 'marital_status'),
    politicalStatus: coded('POLITICAL_STATUS', 'political_status'),
    occupation: column('occupation'),
    workplace: column('workplace'),
    mobile: column('mobile'),
    registeredAddress: column('registered_address'),
    residenceAddress: column('residence_address'),
    populationKind: column('population_kind'),
    registration: one(
      () => registration,
      (child, row) => sql`population_registration ${child.table} where ${child('person_id')} = ${row('id')}`,
    ),
    household: one(
      () => household,
      (child, row) => sql`household ${child.table} where ${child('id')} = ${row('household_id')}`,
    ),
    careNeeds: many(
      () => careNeed,
      (child, row) => sql`care_need ${child.table} where ${child('person_id')} = ${row('id')}`,
      (child) => sql`${child('opened_at')} desc, ${child('id')}`,
    ),
    residency: sameRow(() => residency, hasValue('grid_code')),
    serviceRegisters: many(
      () => serviceRegisterEntry,
      (child, row, { today }) => sql`service_register ${child.table}
        where ${child('person_id')} = ${row('id')} and (${child('until')} is null or ${child('until')} >= ${today})`,
      (child) => sql`${child('since')} desc, ${child('id')}`,
    ),
  },
};

const registration: Shape = {
  type: 'PopulationRegistration',
  fields: {
    kind: column('kind'),
    isResidenceConsistent: column('is_residence_consistent'),
    registeredOn: column('registered_on'),
    expiresOn: column('expires_on'),
    inflowReason: column('inflow_reason'),
    leftBehindKind: column('left_behind_kind'),
  },
};

const household: Shape = {
  type: 'Household',
  fields: {
    id: column('id'),
    address: column('address'),
    members: many(
      () => householdMember,
      (child, row) =>
        sql`person ${child.table} where ${isLiving(child)} and ${child('household_id')} = ${row('id')}`,
      (child) => sql`${child('member_order')}, ${child('id')}`,
    ),
  },
};

const householdMember: Shape = {
  type: 'HouseholdMember',
  // A member is a row that is a person: who is out of scope is not counted among them either.
  record: personRecord,
  fields: { relation: coded('RELATION', 'relation_to_head'), person: sameRow(() => person) },
};

const careNeed: Shape = {
  type: 'CareNeed',
  fields: {
    kind: column('kind'),
    level: column('level'),
    status: column('status'),
    openedAt: column('opened_at'),
  },
};

const residency: Shape = {
  type: 'Residency',
  fields: { since: column('resides_since'), grid: sameRow(() => gridOfResidency) },
};

/** The grid as the residency names it; the grid's own facts belong to another department. */
const gridOfResidency: Shape = {
  type: 'Grid',
  fields: { code: column('grid_code'), residents: residentsOf('grid_code') },
};

const grid: Shape = {
  type: 'Grid',
  entity: { key: 'code' },
  fields: { code: column('code'), residents: residentsOf('code') },
};

function residentsOf(codeColumn: string) {
  return connection(
    () => person,
    (child, row) =>
      sql`person ${child.table} where ${isLiving(child)} and ${child('grid_code')} = ${row(codeColumn)}`,
    [{ column: 'id', type: 'text' }],
  );
}

const serviceRegisterEntry: Shape = {
  type: 'ServiceRegisterEntry',
  fields: { kind: column('kind'), since: column('since'), until: column('until') },
};

/** The reads of the population register, root fields first. */
export const createShapes = (identifierKey: Buffer): readonly Shape[] => [
  {
    type: 'Query',
    fields: {
      me: one(
        () => person,
        (child, _row, { access }) => sql`person ${child.table} where ${child('id')} = ${access.person}`,
      ),
      person: byKey(() => person, 'id'),
      persons: byKeys(() => person, 'ids'),
      personByIdNumber: one(
        () => person,
        (child, _row, scope) => sql`person ${child.table}
          where ${child('id_number_hmac')} = ${identifierHash(identifierKey, normaliseCitizenNumber(String(scope.args['idNumber'])))}
          and ${isShown(scope.access.shown('IDENTIFIER'), personRecord.bits(child, scope))}`,
      ),
      searchPersons: connection(
        () => person,
        (child, _row, scope) => sql`person ${child.table} where ${matchesSearch(child, scope)}`,
        [{ column: 'id', type: 'text' }],
      ),
    },
  },
  person,
  registration,
  household,
  householdMember,
  careNeed,
  residency,
  grid,
  serviceRegisterEntry,
  codedValue,
];
