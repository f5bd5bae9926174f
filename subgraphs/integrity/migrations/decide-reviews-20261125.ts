import { Migration } from '@mikro-orm/migrations';

/** Decided again when a ground of it changes; what has run out by itself is not opened again. */
const signed = "('SIGNED', 'APPEALED', 'UPHELD', 'OVERTURNED')";
const undecided = "('COLLECTED', 'INCOMPLETE', 'EVALUATED', 'PRE_NOTICE', 'AWAITING_DECISION', 'DECIDED')";

/**
 * What decisions do beyond their review: a veto takes effect on the subject, and a review whose grounds change is opened again
 * by the very transaction that changes them.
 */
export class Migration20261125DecideReviews extends Migration {
  override up(): void {
    this.addSql(`
      create function is_own_review(asked text, person text) returns boolean language plpgsql stable
        security definer set search_path = integrity, pg_temp as $$ begin
          return exists (
            select from (
              select s.person_id as id from review_subject s where s.id = asked
              union all
              select l.person_id from review_subject s join subject u on u.credit_code = s.credit_code and u.kind = 'UNIT'
              join subject l on l.unit_id = u.id and l.kind = 'LEADER' where s.id = asked and s.kind = 'UNIT') p
            where p.id is not null and persons.are_of_one_household(p.id, person));
        end $$
    `);
    this.addSql(`
      create function impose_veto(asked text, veto_id text, ground text, on_day date, meeting text, until date, article text)
        returns void language plpgsql security definer set search_path = integrity, pg_temp as $$
        declare
          s review_subject;
          found_id text;
        begin
          select * into s from review_subject r where r.id = asked and r.state = 'DECIDED' and r.proposal = 'VETO';
          if not found then raise check_violation using message = 'a veto needs a decision'; end if;
          select o.id into found_id from subject o
          where o.kind = s.kind and case s.kind when 'LEADER' then o.person_id = s.person_id
            when 'UNIT' then o.credit_code = s.credit_code else o.division_code = s.division_code end
          order by o.post is not distinct from s.post desc, o.id limit 1;
          if found_id is null then
            found_id := 'subject-' || asked;
            insert into subject (id, kind, person_id, credit_code, division_code, post, name)
            values (found_id, s.kind, s.person_id, s.credit_code, s.division_code, s.post, s.name);
          end if;
          insert into veto (id, subject_id, trigger, decided_on, meeting_reference, effective_from, effective_to, basis_article)
          values (veto_id, found_id, ground, on_day, meeting, on_day, until, article);
        end $$
    `);
    this.addSql(`
      create function lift_veto(asked text, on_day date) returns void language sql
        security definer set search_path = integrity, pg_temp as $$
          update veto set revoked_on = on_day where revoked_on is null and id in (
            select d.veto_id from review_decision d where d.review_subject_id = asked and d.veto_id is not null)
        $$
    `);
    this.#identify();
    this.#contradict();
    this.#reopen();
    for (const signature of [
      'is_own_review(text, text)',
      'impose_veto(text, text, text, date, text, date, text)',
      'lift_veto(text, date)',
      'reopen_reviews(text[], text, text, jsonb)',
      'identify_subjects(jsonb)',
      'own_household_among(text[], text)',
      'is_held_unseen(text, text)',
      'is_identity_open(text, text)',
    ]) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to integrity_runtime`);
    }
  }

  /** Who is meant by a request: found people, units and regions with their names; who is not found has no row. */
  #identify(): void {
    this.addSql(`
      create function identify_subjects(asked jsonb)
        returns table (ordinal integer, name text, area_code text, subject_hmac bytea, birth_date date)
        language plpgsql stable security definer set search_path = integrity, pg_temp as $$ begin
          return query with wanted as (select * from jsonb_to_recordset(asked) as x(ordinal integer, kind text, person text,
            "creditCode" text, division text))
          select w.ordinal, p.name, p.area_code, p.subject_hmac, p.birth_date
          from wanted w
          join persons.people_under_review(array(select person from wanted where person is not null)) p
            on p.person_id = w.person and not p.is_deceased
          where w.kind in ('LEADER', 'INDIVIDUAL')
          union all
          select w.ordinal, coalesce((select min(o.name) from subject o where o.credit_code = w."creditCode" and o.kind = 'UNIT'),
            w."creditCode"), null, null, null
          from wanted w where w.kind = 'UNIT'
          union all
          select w.ordinal, o.name, o.division_code, null, null
          from wanted w join subject o on o.kind = 'REGION' and o.division_code = w.division where w.kind = 'REGION';
        end $$
    `);
  }

  /** What a reviewer's "none" is held against: the index of holdings, and records of which nobody has decided whose they are. */
  #contradict(): void {
    this.addSql(`
      create function own_household_among(people text[], person text) returns bigint language plpgsql stable
        security definer set search_path = integrity, pg_temp as $$ begin
          return (select min(p.place) - 1 from unnest(people) with ordinality as p(id, place)
          where persons.are_of_one_household(p.id, person));
        end $$
    `);
    this.addSql(`
      create function is_held_unseen(asked text, department text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select coalesce(holds(department, s.subject_hmac, (now() at time zone 'Asia/Shanghai')::date), false)
            and not exists (select from record_identity i join credit_record c on c.id = i.record_id
              where i.subject_hmac = s.subject_hmac and c.department_code = department and c.superseded_at is null)
          from review_subject s where s.id = asked
        $$
    `);
    this.addSql(`
      create function is_identity_open(asked text, department text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from review_subject s join link_candidate l on l.person_id = s.person_id
              where s.id = asked and l.department_code = department and l.state in ('OPEN', 'PROPOSED'))
            or exists (select from review_subject s join subject o on o.credit_code = s.credit_code
              join link_candidate l on l.subject_id = o.id
              where s.id = asked and l.department_code = department and l.state in ('OPEN', 'PROPOSED'))
        $$
    `);
  }

  #reopen(): void {
    this.addSql(`
      create function reopen_reviews(ids text[], who text, cause text, told jsonb) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare opened text[];
        begin
          with moved as (
            update review_subject s set state = t.to_state, act = t.act, actor = who, acted_at = now(), version = s.version + 1,
              details = told || jsonb_build_object('cause', cause), needs_collection = true
            from review_transition t
            where s.id = any(ids) and t.from_state = s.state
              and t.act = case when s.state in ${signed} then 'REOPEN' when s.state in ${undecided} then 'RECOLLECT' end
            returning s.id
          )
          select array_agg(id) into opened from moved;
          update veto set revoked_on = (now() at time zone 'Asia/Shanghai')::date where revoked_on is null and id in (
            select d.veto_id from review_decision d where d.review_subject_id = any(opened) and d.veto_id is not null);
          update review_decision set ended_at = now() where review_subject_id = any(opened) and ended_at is null;
        end $$
    `);
    // Corrected, repaired, taken back or sealed; a term that runs out changes nothing that was decided.
    this.addSql(`
      create function watch_records() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare hit text[];
        begin
          if not exists (select from review_ground) then return null; end if;
          select array_agg(distinct g.review_subject_id) into hit
          from added a join review_ground g on g.record_id = a.id
          join review_subject s on s.id = g.review_subject_id
          where a.version > 1 and a.status <> 'EXPIRED' and (s.state in ${undecided} or a.status in ('REPAIRED', 'REVOKED', 'SEALED')
            or exists (select from credit_record p where p.id = a.id and p.version = a.version - 1
              and p.content_hash is distinct from a.content_hash));
          if hit is not null then perform reopen_reviews(hit, 'system', 'RECORD_CHANGED', '{}'); end if;
          return null;
        end $$
    `);
    this.addSql(`
      create trigger credit_record_watched after insert on credit_record referencing new table as added
        for each statement execute function watch_records()
    `);
    this.addSql(`
      create function watch_links() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare hit text[];
        begin
          if not exists (select from review_ground) then return null; end if;
          select array_agg(distinct g.review_subject_id) into hit
          from changed c join review_ground g on g.record_id = c.record_id where c.unlinked_at is not null;
          if hit is not null then perform reopen_reviews(hit, 'system', 'LINK_ENDED', '{}'); end if;
          return null;
        end $$
    `);
    this.addSql(`
      create trigger record_link_watched after update on record_link referencing new table as changed
        for each statement execute function watch_links()
    `);
    for (const name of ['watch_records()', 'watch_links()'])
      this.addSql(`revoke all on function ${name} from public`);
  }
}
