import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';

import { column, connection, many, value, type Shape } from '../kit/reads/shape.ts';
import { authorityRoots, authorityShapes } from './authority-reads.ts';

const department: Shape = { type: 'Department', fields: { code: column('code') } };

/** A receipt, which is the record of the person who gave it. */
export const consentReceipt: Shape = {
  type: 'ConsentReceipt',
  entity: { key: 'id', table: 'consent_receipt' },
  record: {
    admittedBy: 'CONSENT',
    bits: (row, { access }) =>
      sql`(case when ${row('person_id')} = ${access.person} then ${sql.lit(bitOf('self'))} else 0 end)`,
  },
  fields: {
    id: column('id'),
    classes: column('classes'),
    purpose: column('purpose'),
    recipientRoles: value(
      (row) => sql`array(select r from unnest(${row('recipients')}) as r where r !~ '^D[0-9]{2}$')`,
    ),
    recipientDepartments: many(
      () => department,
      (child, row) =>
        sql`(select r as code from unnest(${row('recipients')}) as r where r ~ '^D[0-9]{2}$') ${child.table}`,
      (child) => child('code'),
    ),
    validFromAt: column('valid_from'),
    validToAt: column('valid_to'),
    evidence: column('evidence'),
    grantedAt: column('granted_at'),
    withdrawnAt: column('withdrawn_at'),
    isInForce: value(
      (row, { now }) =>
        sql`(${row('withdrawn_at')} is null and ${now} >= ${row('valid_from')} and ${now} < ${row('valid_to')})`,
    ),
  },
};

/** The reads of the hub's own register, root fields first. */
export const shapes: readonly Shape[] = [
  {
    type: 'Query',
    fields: {
      myConsents: connection(
        () => consentReceipt,
        (child, _row, { access }) =>
          sql`consent_receipt ${child.table} where ${child('person_id')} = ${access.person}`,
        [
          { column: 'granted_at', type: 'timestamptz' },
          { column: 'id', type: 'text' },
        ],
        'desc',
      ),
      ...authorityRoots,
    },
  },
  consentReceipt,
  department,
  ...authorityShapes,
];
