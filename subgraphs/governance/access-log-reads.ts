import { sql } from 'kysely';
import { column, connection, one, value, type Expression, type Row, type Shape } from '../kit/reads/shape.ts';
import { happenedAt, isInPeriod, newestRecords, told } from './ledger/records.ts';

/** The person was only met inside another person's record: of that one's matter nothing is told. */
const isMentioned = (entry: Row): Expression => sql`coalesce(${told(entry, 'mentioned')}::boolean, false)`;

const isDelayed = (entry: Row, today: Expression): Expression =>
  sql`coalesce(${told(entry, 'delayedUntil')}::date > ${today}, false)`;

/** What is the person's own matter; null of another's. */
const ofOwnMatter = (entry: Row, fact: Expression): Expression =>
  sql`case when not ${isMentioned(entry)} then ${fact} end`;

/**
 * What was shown of the log's person in its period, and each emergency that was claimed for him, whether or not it was used:
 * the right was there. `subject` is his id.
 */
const disclosuresOf = (log: Row, entry: Row, isAsked = isInPeriod(sql`r.at`, log)): Expression => sql`(
  select r.*, convert_from(r.body, 'UTF8')::jsonb as content, ${log('person')} as subject
  from ledger_record r where r.person = ${log('reference')} and ${isAsked} and (r.kind = 'DISCLOSURE'
    or r.kind = 'EVENT' and convert_from(r.body, 'UTF8')::jsonb ->> 'event' = 'BREAK_GLASS_OPENED')
) ${entry.table}`;

/**
 * Whether a record is of the months that the period touches. What is delayed is counted by these: by ever shorter periods the very
 * moment of an inquiry could be found, and how many there are.
 */
const isInMonthsOf = (
  log: Row,
): Expression => sql`(r.at >= date_trunc('month', ${log('from')}::timestamptz, 'UTC')
  and r.at < date_add(date_trunc('month', ${log('to')}::timestamptz, 'UTC'), interval '1 month', 'UTC'))`;

const nameOf = (code: Expression): Expression =>
  sql`(select o.name from organisation o where o.code = left(${code}, 12))`;

const breakGlass: Shape = { type: 'AccessEntryBreakGlass', fields: { reason: column('reason') } };

const entry: Shape = {
  type: 'AccessEntry',
  fields: {
    at: value(happenedAt),
    // The parts of the name; it is put together where it is given out.
    organisation: value(
      (row) => sql`json_build_object('role', ${told(row, 'actor', 'role')},
        'department', ${told(row, 'actor', 'department')}, 'departmentName', ${nameOf(told(row, 'actor', 'department'))},
        'area', ${told(row, 'actor', 'area')}, 'areaName', ${nameOf(told(row, 'actor', 'area'))})`,
    ),
    role: value((row) => told(row, 'actor', 'role')),
    system: value((row) => told(row, 'system')),
    purpose: value((row) => ofOwnMatter(row, told(row, 'purpose'))),
    legalBasis: value((row) =>
      ofOwnMatter(
        row,
        sql`(select string_agg(b, '; ') from jsonb_array_elements_text(${row('content')} -> 'basis') as b)`,
      ),
    ),
    // By opening alone nothing was shown yet.
    dataClasses: value(
      (row) => sql`case when ${row('kind')} = 'DISCLOSURE' then ${row('classes')} else '{}'::text[] end`,
    ),
    // Only the person for whom it was opened is told of it.
    breakGlass: one(
      () => breakGlass,
      (
        child,
        row,
      ) => sql`break_glass ${child.table} where ${child('id')} = coalesce(${told(row, 'breakGlass')}, ${told(row, 'subject')})
        and ${child('person_id')} = ${row('subject')} and not ${isMentioned(row)}`,
    ),
  },
};

/** A person's log over a period. */
const log: Shape = {
  type: 'AccessLog',
  fields: {
    delayed: value(
      (
        row,
        { today },
      ) => sql`(select case when count(*) = 0 then 'NONE' when count(*) < 6 then 'ONE_TO_FIVE' else 'SIX_OR_MORE' end
        from (select from ${disclosuresOf(row, delayedEntry, isInMonthsOf(row))} where ${isDelayed(delayedEntry, today)} limit 6) as found)`,
    ),
    entries: connection(
      () => entry,
      (child, row, { today }) => sql`${disclosuresOf(row, child)} where not ${isDelayed(child, today)}`,
      newestRecords,
      'desc',
    ),
  },
};

const delayedEntry: Row = Object.assign((name: string) => sql.ref(`delayed.${name}`), {
  table: sql.id('delayed'),
});

/** The log by whom it is of (reference in the ledger, and id) and its period. Not an entity of the graph. */
export const accessLog: Shape = {
  ...log,
  entity: {
    key: 'reference',
    external: ['person', 'from', 'to'],
    personNames: ['reference', 'person'],
  },
};

export const accessLogShapes: readonly Shape[] = [log, entry, breakGlass];
