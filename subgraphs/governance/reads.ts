import { sql } from 'kysely';
import { bitOf } from '../../schema/policy/predicates.ts';

import { personScope } from '../kit/access/person-scope.ts';
import type { LedgerNames } from '../kit/ledger/person-reference.ts';
import { contributedPerson } from '../kit/reads/contributed-person.ts';
import { column, connection, many, value, type Shape } from '../kit/reads/shape.ts';
import { accessLogShapes } from './access-log-reads.ts';
import { auditRoots, auditShapes } from './audit-reads.ts';
import { authorityRoots, authorityShapes } from './authority-reads.ts';
import { department } from './department-read.ts';

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

/** The row is what came from the gateway; the register knows people by what the ledger says of them. */
const person: Shape = {
  type: 'Person',
  entity: { key: 'id', external: personScope },
  record: contributedPerson,
  // Whose log it is: the log itself is read by the person's reference, which only the resolver can make.
  fields: { id: column('id'), accessLog: column('id') },
};

/** The reads of the hub's own register, root fields first. `names` are those of the ledger. */
export const createShapes = (names: LedgerNames): readonly Shape[] => [
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
      ...auditRoots(names),
    },
  },
  consentReceipt,
  department,
  person,
  ...authorityShapes,
  ...accessLogShapes,
  ...auditShapes,
];
