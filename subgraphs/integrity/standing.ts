import { sql } from 'kysely';
import { value, type Expression, type ReadScope, type Row } from '../kit/reads/shape.ts';
import { isGranted, ownBits } from './record.ts';

/**
 * Records that certainly speak of this person: number, name and date of birth agree, or two people of the department have
 * confirmed it. One that only resembles the person counts for nothing (a name match is never a person).
 */
const isAboutPerson = (record: Row, personId: Expression): Expression => sql`${record('id')} in (
  select l.record_id from subject s join record_link l on l.subject_id = s.id
  where s.person_id = ${personId} and l.unlinked_at is null and l.method in ('CERTAIN', 'CONFIRMED'))`;

/**
 * The current version of a record that may be shown on a day. Sealed, repaired, expired and revoked ones look like none
 * (治安管理处罚法 §136; 信用修复管理办法: after repair neither published nor shared nor used), whatever the status says
 * about a term that has run out.
 */
export const isUsable = (record: Row, today: Expression): Expression => sql`
  ${record('superseded_at')} is null and ${record('status')} in ('RECORDED', 'DISPUTED')
  and (${record('valid_until')} is null or ${record('valid_until')} >= ${today})`;

/** The same of a record that speaks of the person. */
export const isInForce = (record: Row, personId: Expression, today: Expression): Expression =>
  sql`${isUsable(record, today)} and ${isAboutPerson(record, personId)}`;

/** Counts over what is in force and granted, disputed records left out, and the veto on the person himself. */
export function standingOf(child: Row, row: Row, scope: ReadScope): Expression {
  const { now, today } = scope;
  const record: Row = Object.assign((column: string) => sql.ref(`c.${column}`), { table: sql.id('c') });
  return sql`(select
      count(*) filter (where c.polarity = 'POSITIVE') as positive_count,
      count(*) filter (where c.polarity = 'NEGATIVE') as negative_count,
      ${hasActiveVeto(row('id'), today)} as has_active_veto,
      ${now} as as_of
    from credit_record c
    where ${isInForce(record, row('id'), today)} and c.status = 'RECORDED'
      and ${isGranted(record, ownBits(record, scope), scope)}) ${child.table}`;
}

/** A veto on a unit or a region falls on its responsible leaders as subjects of their own, never on whoever works there. */
const hasActiveVeto = (personId: Expression, today: Expression): Expression => sql`exists (
  select from subject s join veto v on v.subject_id = s.id
  where s.person_id = ${personId} and s.kind = 'LEADER' and v.revoked_on is null
    and ${today} between v.effective_from and v.effective_to)`;

/** Fresh up to the demanded age, stale up to three times of it, silent beyond. */
export const feedState = value(
  (row, { now }) => sql`case
    when ${row('data_as_of')} is null then 'NEVER'
    when ${row('data_as_of')} >= ${now} - make_interval(hours => ${row('max_age_hours')}) then 'FRESH'
    when ${row('data_as_of')} >= ${now} - make_interval(hours => 3 * ${row('max_age_hours')}) then 'STALE'
    else 'SILENT' end`,
);
