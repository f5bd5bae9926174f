import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';
import {
  byKey,
  column,
  connection,
  many,
  one,
  sameRow,
  value,
  type Expression,
  type FieldRead,
  type RecordSource,
  type Row,
  type Shape,
  type SortKey,
} from '../kit/reads/shape.ts';

const byDepartment = (admittedBy: string): RecordSource => ({
  admittedBy,
  bits: (row, { access }) =>
    sql`(case when ${row('department_code')} = ${access.department} then ${sql.lit(bitOf('department'))} else 0 end)`,
});

const ownRows = (table: Expression, child: Row, department: Expression): Expression =>
  sql`${table} ${child.table} where ${child('department_code')} = ${department}`;

/** The department and the record type of a receipt, as the catalogue shows them. */
interface CatalogueShapes {
  readonly department: () => Shape;
  readonly recordType: () => Shape;
}

/** A receipt. */
export const createDelivery = ({ department, recordType }: CatalogueShapes): Shape => ({
  type: 'Delivery',
  entity: { key: 'id', table: 'delivery' },
  record: byDepartment('DELIVERY'),
  fields: {
    id: column('id'),
    department: one(
      department,
      (child, row) => sql`department ${child.table} where ${child('code')} = ${row('department_code')}`,
    ),
    type: one(
      recordType,
      (child, row) => sql`record_type ${child.table} where ${child('code')} = ${row('type_code')}`,
    ),
    channel: column('channel'),
    dataAsOf: column('data_as_of'),
    deliveredBy: column('delivered_by'),
    begunAt: column('begun_at'),
    endedAt: column('ended_at'),
    rowCount: column('row_count'),
    createdCount: column('created_count'),
    correctedCount: column('corrected_count'),
    withdrawnCount: column('withdrawn_count'),
    unchangedCount: column('unchanged_count'),
    outdatedCount: column('outdated_count'),
    quarantinedCount: column('quarantined_count'),
  },
});

const rowFault: Shape = {
  type: 'RowFault',
  fields: {
    column: column('column'),
    reason: column('reason'),
    expected: column('expected'),
    found: column('found'),
  },
};

const createQuarantinedRow = (delivery: () => Shape): Shape => ({
  type: 'QuarantinedRow',
  record: byDepartment('DELIVERY'),
  fields: {
    id: column('id'),
    line: column('line'),
    sourceId: column('source_record_id'),
    faults: many(
      () => rowFault,
      (
        child,
        row,
      ) => sql`(select f.*, o.place from jsonb_array_elements(${row('faults')}) with ordinality as o(fault, place),
        jsonb_to_record(o.fault) as f("column" text, reason text, expected text, found text)) ${child.table}`,
      (child) => child('place'),
    ),
    quarantinedAt: column('quarantined_at'),
    delivery: one(
      delivery,
      (child, row) => sql`delivery ${child.table} where ${child('number')} = ${row('delivery_number')}`,
    ),
  },
});

const person: Shape = {
  type: 'Person',
  fields: { id: column('person_id'), reference: column('person_id') },
};

/** A link that people have to decide. What the department wrote is sealed, so the field gives where it is found. */
export const linkCandidate: Shape = {
  type: 'LinkCandidate',
  entity: { key: 'id', table: 'link_candidate' },
  record: { ...byDepartment('LINK_REVIEW'), person: (row) => row('person_id') },
  fields: {
    id: column('id'),
    method: column('method'),
    reason: column('reason'),
    state: column('state'),
    score: column('score'),
    recordId: column('record_id'),
    recordTitle: value((row) => sql`record_title(${row('record_id')})`),
    delivered: value(
      (row) => sql`jsonb_build_object('delivery', ${row('delivery_number')}, 'line', ${row('line')})`,
    ),
    person: sameRow(
      () => person,
      (row) => sql`${row('person_id')} is not null`,
    ),
    isNameEqual: column('name_agrees'),
    isBirthDateEqual: column('birth_date_agrees'),
    isPhoneEqual: column('phone_agrees'),
    isDeceased: column('is_deceased'),
    createdAt: column('created_at'),
    proposedAt: column('proposed_at'),
    proposedBy: column('proposed_by'),
    proposalReason: column('proposal_reason'),
    decidedAt: column('decided_at'),
  },
};

const newest = (moment: string): readonly SortKey[] => [
  { column: moment, type: 'timestamptz' },
  { column: 'id', type: 'text' },
];

/** The reads over deliveries and links, for the root and beside it. */
export function createDeliveryReads(catalogue: CatalogueShapes): {
  readonly delivery: Shape;
  readonly roots: Readonly<Record<string, FieldRead>>;
  readonly shapes: readonly Shape[];
} {
  const delivery = createDelivery(catalogue);
  const quarantinedRow = createQuarantinedRow(() => delivery);
  return {
    delivery,
    shapes: [delivery, quarantinedRow, linkCandidate],
    roots: {
      deliveries: connection(
        () => delivery,
        (child, _row, { access }) => ownRows(sql`delivery`, child, access.department),
        newest('begun_at'),
        'desc',
      ),
      delivery: byKey(() => delivery, 'id'),
      quarantinedRows: connection(
        () => quarantinedRow,
        (child, _row, { access }) =>
          sql`${ownRows(sql`quarantined_row`, child, access.department)} and ${child('resolved_at')} is null`,
        newest('quarantined_at'),
        'desc',
      ),
      linkCandidates: connection(
        () => linkCandidate,
        (child, _row, { access }) =>
          sql`${ownRows(sql`link_candidate`, child, access.department)} and ${child('state')} in ('OPEN', 'PROPOSED')`,
        newest('created_at'),
        'desc',
      ),
    },
  };
}
