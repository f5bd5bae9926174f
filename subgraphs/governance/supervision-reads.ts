import { sql } from 'kysely';
import type { Policy } from '../../schema/policy.ts';
import {
  column,
  connection,
  many,
  type Expression,
  type FieldRead,
  type Row,
  type Shape,
} from '../kit/reads/shape.ts';
import { accessEvent } from './audit-reads.ts';
import { breakGlass } from './authority-reads.ts';
import { sensitiveClasses } from './domain/sensitive-classes.ts';
import { isInPeriod, ledgerRecords, newestRecords, told } from './ledger/records.ts';

/** Citizens and what acts for them look at their own. */
const isOfStaff = (record: Row): Expression =>
  sql`${told(record, 'actor', 'role')} not in ('CITIZEN', 'PORTAL')`;

/** Records of a period under a condition, the newest first. */
const recordsWhere = (condition: (record: Row, now: Expression) => Expression): FieldRead =>
  connection(
    () => accessEvent,
    (child, period, { now }) =>
      sql`${ledgerRecords} ${child.table} where ${isInPeriod(child('at'), period)} and ${condition(child, now)}`,
    newestRecords,
    'desc',
  );

const reach: Shape = {
  type: 'ActorReach',
  fields: {
    actor: column('actor'),
    roles: column('roles'),
    personCount: column('person_count'),
    accessCount: column('access_count'),
  },
};

/** What of the ledger an auditor looks into first. */
const supervisionOf = ({ table, openClasses }: Policy): Shape => ({
  type: 'Supervision',
  // Break-glass is of another class than the ledger, and no record's: it is decided by role and purpose alone.
  record: { bits: () => sql`0` },
  fields: {
    sensitiveReadsWithoutCase: recordsWhere(
      (
        record,
      ) => sql`${record('kind')} = 'DISCLOSURE' and ${record('case_reference')} is null and ${isOfStaff(record)}
        and ${record('classes')} && ${[...sensitiveClasses(table.classes, openClasses)]}::text[]`,
    ),
    distinctPersonsByActor: many(
      () => reach,
      (child, period, { args, access }) => sql`(
        select d.actor, array_agg(distinct d.content #>> '{actor,role}') as roles,
          count(distinct d.person)::integer as person_count, count(distinct d.access)::integer as access_count
        from ${ledgerRecords} as d
        where ${isInPeriod(sql`d.at`, period)} and d.kind = 'DISCLOSURE' and d.actor is not null
          and ${access.isInArea(sql`(d.content #>> '{actor,area}')`)}
        group by d.actor order by 3 desc, 1 limit ${args['first']}) ${child.table}`,
      (child) => sql`${child('person_count')} desc, ${child('actor')}`,
    ),
    readsOfRelatives: recordsWhere(
      (record) => sql`${record('kind')} = 'DISCLOSURE' and ${isOfStaff(record)}
        and ${told(record, 'relation')} in ('SELF', 'HOUSEHOLD')`,
    ),
    danglingIntents: recordsWhere(
      (record, now) => sql`${record('kind')} = 'INTENT' and ${record('at')} < ${now} - interval '1 minute'
        and not exists (select from ledger_record o where o.access = ${record('access')} and o.kind in ('OUTCOME', 'DENY'))`,
    ),
    breakGlassUnreviewed: connection(
      () => breakGlass,
      (child, period) => sql`break_glass ${child.table}
        where ${child('reviewed_at')} is null and ${isInPeriod(child('opened_at'), period)}`,
      [
        { column: 'opened_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
      'desc',
    ),
  },
});

/** The shape as the graph has it, and by its period, which is no entity of the graph. */
export function createSupervision(policy: Policy): {
  readonly byPeriod: Shape;
  readonly shapes: readonly Shape[];
} {
  const supervision = supervisionOf(policy);
  return {
    byPeriod: { ...supervision, entity: { key: 'from', external: ['to'] } },
    shapes: [supervision, reach],
  };
}
