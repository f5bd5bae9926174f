import { Migration } from '@mikro-orm/migrations';

/** Decided: opened again when what it was decided on was not all there was. */
const signed = "('SIGNED', 'APPEALED', 'UPHELD', 'OVERTURNED')";
/** Still under way: whatever is found is looked at. */
const undecided = `('COLLECTING', 'COLLECTED', 'INCOMPLETE', 'EVALUATED', 'PRE_NOTICE', 'AWAITING_DECISION', 'DECIDED')`;

/**
 * A record that comes to be somebody's after it was delivered, by people who confirmed it or by the register that knows him now,
 * is a ground of every review of his that has been told "none" meanwhile: that was the absence of a link and not of a record.
 */
export class Migration20261126ReopenFound extends Migration {
  override up(): void {
    this.addSql(`
      create function reopen_for_records(records text[]) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare hit text[];
        begin
          if cardinality(records) = 0 or not exists (select from review_subject) then return; end if;
          with found as materialized (
            select c.department_code, o.kind, o.person_id, o.credit_code, o.division_code,
              c.status = 'RECORDED' and coalesce(c.level, 'GENERAL') <> 'MINOR' as is_grave
            from credit_record c
            join record_link l on l.record_id = c.id and l.unlinked_at is null and l.method in ('CERTAIN', 'CONFIRMED')
            join subject o on o.id = l.subject_id
            where c.id = any(records) and c.superseded_at is null and c.polarity = 'NEGATIVE'
              and c.status in ('RECORDED', 'DISPUTED')
          ), concerned as (
            select r.id, r.state, f.department_code, f.is_grave from found f join review_subject r
              on r.person_id = f.person_id
            union all
            select r.id, r.state, f.department_code, f.is_grave from found f join review_subject r
              on r.credit_code = f.credit_code and r.kind = 'UNIT' and f.kind = 'UNIT'
            union all
            select r.id, r.state, f.department_code, f.is_grave from found f join review_subject r
              on r.division_code = f.division_code and r.kind = 'REGION' and f.kind = 'REGION'
          )
          select array_agg(distinct c.id) into hit from concerned c
          join review_answer w on w.review_subject_id = c.id and w.department_code = c.department_code
            and w.state <> 'NOT_APPLICABLE'
          where c.state in ${undecided} or (c.is_grave and w.state = 'ANSWERED_NONE' and c.state in ${signed}
            and exists (select from review_decision d
              where d.review_subject_id = c.id and d.ended_at is null and d.outcome <> 'VETO'));
          if hit is not null then perform reopen_reviews(hit, 'system', 'LINK_FOUND', '{}'); end if;
        end $$
    `);
    // What a delivery links by itself is new, and nobody was told of its absence; what people confirm was there before.
    this.addSql(`
      create function watch_confirmed_links() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if not exists (select from added where method = 'CONFIRMED') then return null; end if;
          perform reopen_for_records(array(select record_id from added where method = 'CONFIRMED'));
          return null;
        end $$
    `);
    this.addSql(`
      create trigger record_link_found after insert on record_link referencing new table as added
        for each statement execute function watch_confirmed_links()
    `);
    for (const signature of ['reopen_for_records(text[])', 'watch_confirmed_links()'])
      this.addSql(`revoke all on function ${signature} from public`);
  }
}
