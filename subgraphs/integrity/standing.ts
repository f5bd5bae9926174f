import { sql } from 'kysely';
import { value, type Expression, type ReadScope, type Row } from '../kit/reads/shape.ts';
import { untilServed } from './domain/retention.ts';
import { isGranted, ownBits } from './record.ts';

/**
 * Records that certainly speak of this person: number, name and date of birth agree, or two people of the department have
 * confirmed it. One that only resembles the person counts for nothing (a name match is never a person).
 */
const isAboutPerson = (record: Row, personId: Expression): Expression => sql`${record('id')} in (
  select l.record_id from subject s join record_link l on l.subject_id = s.id
  where s.person_id = ${personId} and l.unlinked_at is null and l.method in ('CERTAIN', 'CONFIRMED'))`;

const served = sql.join(untilServed.map((code) => sql.lit(code)));

/**
 * A term that has not run out on a day: the record's own, and of what speaks against somebody five years from the decision
 * (provincial credit regulations, 5 years), whatever its department says.
 */
const isInTerm = (record: Row, day: Expression): Expression => sql`
  (${record('valid_until')} is null or ${record('valid_until')} >= ${day})
  and (${record('polarity')} <> 'NEGATIVE' or ${record('type_code')} in (${served})
    or ${record('decided_on')} >= ${day} - interval '5 years')`;

/**
 * The current version of a record that may be shown on a day. Sealed, repaired, expired and revoked ones look like none
 * (治安管理处罚法 §136; 信用修复管理办法: after repair neither published nor shared nor used), whatever the status says
 * about a term that has run out.
 */
export const isUsable = (record: Row, day: Expression): Expression => sql`
  ${record('superseded_at')} is null and ${record('status')} in ('RECORDED', 'DISPUTED') and ${isInTerm(record, day)}`;

/** Five years after the decision, or after a sentence has ended, what speaks against somebody is forgotten (`retain_records`). */
const isRemembered = (record: Row, today: Expression): Expression => sql`
  (${record('polarity')} <> 'NEGATIVE' or coalesce(case when ${record('type_code')} in (${served})
    then ${record('valid_until')} else ${record('decided_on')} end >= ${today} - interval '5 years', true))`;

/**
 * The version that stood at a moment, if it was in force then. What has been repaired, taken back, sealed, unlinked or forgotten
 * since stays hidden: the law forbids to share it now, whatever moment is asked about.
 */
const wasUsable = (record: Row, { at, day, today }: Moment): Expression => sql`
  ${record('recorded_at')} <= ${at} and (${record('superseded_at')} is null or ${record('superseded_at')} > ${at})
  and ${record('status')} in ('RECORDED', 'DISPUTED') and ${isInTerm(record, day)}
  and ${isRemembered(record, today)}
  and not exists (select from credit_record n where n.id = ${record('id')} and n.superseded_at is null
    and n.status in ('REPAIRED', 'REVOKED', 'SEALED'))`;

/** A moment that is asked about, and its day in the city. */
interface Moment {
  readonly at: Expression;
  readonly day: Expression;
  /** Of the request, whatever is asked about. */
  readonly today: Expression;
  /** Whether another moment than now is asked about. */
  readonly isAsked: boolean;
}

/** The moment of the field's argument `asOf`, else of the request. */
function momentOf({ args: { asOf }, now, today }: ReadScope): Moment {
  if (asOf === undefined || asOf === null) return { at: now, day: today, today, isAsked: false };
  const at = sql`${asOf instanceof Date ? asOf.toISOString() : asOf}::timestamptz`;
  return { at, day: sql`(${at} at time zone 'Asia/Shanghai')::date`, today, isAsked: true };
}

/** Records that speak of the person and are in force at the moment that the field asks about. */
export function isInForce(record: Row, personId: Expression, scope: ReadScope): Expression {
  const moment = momentOf(scope);
  const usable = moment.isAsked ? wasUsable(record, moment) : isUsable(record, moment.day);
  return sql`${usable} and ${isAboutPerson(record, personId)}`;
}

/** Counts over what is in force and granted, disputed records left out, and the veto on the person himself. */
export function standingOf(child: Row, row: Row, scope: ReadScope): Expression {
  const { at, day } = momentOf(scope);
  const record: Row = Object.assign((column: string) => sql.ref(`c.${column}`), { table: sql.id('c') });
  return sql`(select
      count(*) filter (where c.polarity = 'POSITIVE') as positive_count,
      count(*) filter (where c.polarity = 'NEGATIVE') as negative_count,
      ${hasActiveVeto(row('id'), day)} as has_active_veto,
      ${at} as as_of
    from credit_record c
    where ${isInForce(record, row('id'), scope)} and c.status = 'RECORDED'
      and ${isGranted(record, ownBits(record, scope), scope)}) ${child.table}`;
}

/** A veto on a unit or a region falls on its responsible leaders as subjects of their own, never on whoever works there. */
const hasActiveVeto = (personId: Expression, day: Expression): Expression => sql`exists (
  select from subject s join veto v on v.subject_id = s.id
  where s.person_id = ${personId} and s.kind = 'LEADER' and v.revoked_on is null
    and ${day} between v.effective_from and v.effective_to)`;

/** Fresh up to the demanded age, stale up to three times of it, silent beyond. */
export const feedState = value(
  (row, { now }) => sql`case
    when ${row('data_as_of')} is null then 'NEVER'
    when ${row('data_as_of')} >= ${now} - make_interval(hours => ${row('max_age_hours')}) then 'FRESH'
    when ${row('data_as_of')} >= ${now} - make_interval(hours => 3 * ${row('max_age_hours')}) then 'STALE'
    else 'SILENT' end`,
);
