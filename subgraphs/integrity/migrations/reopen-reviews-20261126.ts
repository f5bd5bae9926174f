import { Migration } from '@mikro-orm/migrations';

/** Decided again when a ground of it changes; what has run out by itself is not opened again. */
const signed = "('SIGNED', 'APPEALED', 'UPHELD', 'OVERTURNED')";
/** Still under way: whatever changes is looked at again. */
const undecided = `('COLLECTING', 'COLLECTED', 'INCOMPLETE', 'EVALUATED', 'PRE_NOTICE', 'AWAITING_DECISION', 'DECIDED')`;

/**
 * Reopening, again. It was lost where a signature came in the same moment, left what was still being collected as it was, and
 * knew nothing of a veto that rests on another veto, nor of a record that has only become grave.
 */
export class Migration20261126ReopenReviews extends Migration {
  override up(): void {
    // Collected again because something changed meanwhile; each time is an event like any other.
    this.addSql(
      `insert into review_transition (act, from_state, to_state) values ('COLLECT', 'COLLECTING', 'COLLECTING')`,
    );
    this.addSql(
      'create index review_finding_veto on review_finding (veto_id, review_subject_id) where veto_id is not null',
    );
    this.addSql(
      'create index review_subject_unit on review_subject (credit_code) where credit_code is not null',
    );
    this.addSql(
      'create index review_subject_region on review_subject (division_code) where division_code is not null',
    );
    this.#move();
    this.#reopen();
    this.#watchRecords();
    this.#watchVetoes();
    for (const name of ['watch_records()', 'watch_vetoes()'])
      this.addSql(`revoke all on function ${name} from public`);
  }

  /** What is collected anew comes to nothing until it is collected: what it came to before is not its result any more. */
  #move(): void {
    this.addSql(`
      create or replace function check_review_act() returns trigger language plpgsql set search_path = integrity, pg_temp as $$
        begin
          if new.version <> old.version + 1 or not exists (select from review_transition t
            where t.act = new.act and t.from_state = old.state and t.to_state = new.state) then
            raise check_violation using message = format('%s leads not from %s to %s', new.act, old.state, new.state);
          end if;
          if new.state in ('COLLECTING', 'REOPENED') then
            new.proposal := null;
            new.missing := '{}';
            new.effective_to := null;
          end if;
          return new;
        end $$
    `);
  }

  #reopen(): void {
    this.addSql(`
      create or replace function reopen_reviews(ids text[], who text, cause text, told jsonb) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare opened text[];
        begin
          -- Behind whoever is signing just now: an update that waited for him would compare with the state before, and do nothing.
          perform from review_subject s where s.id = any(ids) order by s.id for update;
          with moved as (
            update review_subject s set state = t.to_state, act = t.act, actor = who, acted_at = now(), version = s.version + 1,
              details = told || jsonb_build_object('cause', cause), needs_collection = true
            from review_transition t
            where s.id = any(ids) and t.from_state = s.state and t.act = case when s.state in ${signed} then 'REOPEN'
              when s.state = 'COLLECTING' then 'COLLECT' when s.state in ${undecided} then 'RECOLLECT' end
            returning s.id
          )
          select array_agg(id) into opened from moved;
          update review_decision set ended_at = now() where review_subject_id = any(opened) and ended_at is null;
          update veto set revoked_on = (now() at time zone 'Asia/Shanghai')::date where revoked_on is null and id in (
            select d.veto_id from review_decision d where d.review_subject_id = any(opened) and d.veto_id is not null);
        end $$
    `);
  }

  /**
   * Corrected, repaired, taken back or sealed; a term that runs out changes nothing that was decided. What was no ground may
   * become one by a correction: then a decision that nothing speaks against the subject does not stand either.
   */
  #watchRecords(): void {
    const weighed = (of: string): string => `
      select r.id from graver a join record_link l on l.record_id = a.id and l.unlinked_at is null
        and l.method in ('CERTAIN', 'CONFIRMED')
      join subject o on o.id = l.subject_id join review_subject r on ${of}
      join review_answer w on w.review_subject_id = r.id and w.department_code = a.department_code
        and w.state = 'ANSWERED_NONE'
      join review_decision d on d.review_subject_id = r.id and d.ended_at is null and d.outcome <> 'VETO'
      where r.state in ${signed}`;
    this.addSql(`
      create or replace function watch_records() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare hit text[];
        begin
          if not exists (select from review_subject) or not exists (select from added where version > 1) then return null; end if;
          with changed as materialized (
            select a.*, exists (select from credit_record p where p.id = a.id and p.version = a.version - 1
              and p.content_hash is distinct from a.content_hash) as is_corrected
            from added a where a.version > 1 and a.status <> 'EXPIRED'
          ), graver as materialized (
            select * from changed where is_corrected and polarity = 'NEGATIVE' and status = 'RECORDED'
              and coalesce(level, 'GENERAL') <> 'MINOR'
          )
          select array_agg(distinct id) into hit from (
            select g.review_subject_id as id from changed a join review_ground g on g.record_id = a.id
            join review_subject s on s.id = g.review_subject_id
            where s.state in ${undecided} or a.status in ('REPAIRED', 'REVOKED', 'SEALED') or a.is_corrected
            union all ${weighed('r.person_id = o.person_id')}
            union all ${weighed(`r.credit_code = o.credit_code and r.kind = 'UNIT' and o.kind = 'UNIT'`)}
            union all ${weighed(`r.division_code = o.division_code and r.kind = 'REGION' and o.kind = 'REGION'`)}
          ) found;
          if hit is not null then perform reopen_reviews(hit, 'system', 'RECORD_CHANGED', '{}'); end if;
          return null;
        end $$
    `);
  }

  /** A veto that was found in a review is a ground of it like any record: when it is lifted, what rests on it is opened too. */
  #watchVetoes(): void {
    this.addSql(`
      create function watch_vetoes() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          perform reopen_reviews(array(select distinct f.review_subject_id from review_finding f where f.veto_id = new.id),
            'system', 'VETO_LIFTED', jsonb_build_object('veto', new.id));
          return null;
        end $$
    `);
    this.addSql(`
      create trigger veto_watched after update of revoked_on on veto for each row
        when (old.revoked_on is null and new.revoked_on is not null) execute function watch_vetoes()
    `);
  }
}
