import { Migration } from '@mikro-orm/migrations';

/** Who a subject of a review is among the subjects of the register: a person at whatever post, a unit, a region. */
const own = `
  select s.id as review_subject_id, o.id as subject_id from asked s join subject o on o.person_id = s.person_id
  union all
  select s.id, o.id from asked s join subject o on o.credit_code = s.credit_code where s.kind = 'UNIT' and o.kind = 'UNIT'
  union all
  select s.id, o.id from asked s join subject o on o.division_code = s.division_code
    where s.kind = 'REGION' and o.kind = 'REGION'`;

/** A record as an answer names it. */
const recordJson = `jsonb_build_object('id', c.id, 'version', c.version, 'type', c.type_code, 'level', c.level,
  'status', c.status, 'decidedOn', c.decided_on, 'validUntil', c.valid_until, 'method', l.method)`;

/**
 * What a department delivered and could not be taken in is not "no record": a row that waits in quarantine and bears somebody's
 * number, or his name and day of birth, makes the answer about him uncertain until it is corrected or taken back. So does a
 * record that bears the number and was never linked, because its subject was registered after it came. Of `collect_answers`
 * only the doubts are other than in `contradict-answers-20261126.ts`.
 */
export class Migration20261126DoubtRows extends Migration {
  override up(): void {
    this.#rows();
    this.#doubt();
    for (const signature of ['keep_quarantined_subjects()', 'doubted_by_rows(text[], text[])'])
      this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`
      create or replace function collect_answers(ids text[], types text[], since date, level_from integer, why text, why_not text)
        returns void language plpgsql security definer set search_path = integrity, pg_temp as $$
        declare today date := (now() at time zone 'Asia/Shanghai')::date;
        begin
          -- Planned anew for each list: a plan made once for all of them guesses ten subjects, and loops.
          execute $query$
          insert into review_answer as a (review_subject_id, department_code, state, basis, data_as_of, due_at, answered_at,
            records, request_hash, response_hash)
          with asked as materialized (
            select s.*, r.as_of, r.deadline from review_subject s join review r on r.id = s.review_id where s.id = any($1)
          ), own as materialized (${own}
          ), wanted as materialized (
            select t.department_code, bool_or(t.answer_mode = 'HUMAN_ONLY') as is_human,
              string_agg(t.code, ' ' order by t.code) as types
            from record_type t where t.code = any($2) group by 1
          ), fed as materialized (
            -- As fresh as the oldest type that is asked; what never came is not known, whatever else did.
            select f.department_code, min(coalesce(t.max_age_hours, f.max_age_hours)) as max_age_hours,
              case when bool_and(t.data_as_of is not null) then least(f.data_as_of, min(t.data_as_of)) end as data_as_of
            from feed f join record_type t on t.department_code = f.department_code and t.code = any($2)
            where f.data_as_of is not null group by f.department_code
          ), doubted as materialized (
            select distinct s.id as review_subject_id, l.department_code from asked s
            join link_candidate l on l.person_id = s.person_id
            where l.state in ('OPEN', 'PROPOSED') and s.kind in ('LEADER', 'INDIVIDUAL')
            union
            select o.review_subject_id, l.department_code from own o join link_candidate l on l.subject_id = o.subject_id
            where l.state in ('OPEN', 'PROPOSED')
            union
            select n.review_subject_id, n.department_code from doubted_by_rows($1, $2) n
          ), found as materialized (
            select o.review_subject_id, c.department_code, c.polarity, c.data_class, c.id, ${recordJson} as record,
              c.type_code = any($2) and c.polarity = 'NEGATIVE' and c.status in ('RECORDED', 'DISPUTED')
                and c.decided_on between $3 and s.as_of and (c.valid_until is null or c.valid_until >= s.as_of)
                and coalesce(array_position(array['MINOR', 'GENERAL', 'SERIOUS'], c.level), 2) >= $4
                and not exists (select from link_candidate u where u.record_id = c.id and u.method = 'UNLINK'
                  and u.state = 'PROPOSED') as is_told
            from own o join asked s on s.id = o.review_subject_id
            join record_link l on l.subject_id = o.subject_id and l.unlinked_at is null
              and l.method in ('CERTAIN', 'CONFIRMED')
            join credit_record c on c.id = l.record_id and c.superseded_at is null
            where c.department_code in (select department_code from wanted)
          ), held as materialized (
            select review_subject_id, department_code, jsonb_agg(record order by id) filter (where is_told) as records,
              bool_or(is_told and data_class = 'CREDIT_RESTRICTED') as is_restricted,
              -- Only what speaks against somebody is in the index of holdings, so nothing else accounts for an entry there.
              bool_or(polarity = 'NEGATIVE') as is_known
            from found group by 1, 2
          ), index_of as materialized (
            select distinct on (i.department_code) i.department_code, i.day from holding_index i
            where i.day between $7 - 2 and $7 and (i.as_of at time zone 'Asia/Shanghai')::date >= $7 - 2
            order by i.department_code, i.day desc
          ), denied as materialized (
            select g.review_subject_id, g.department_code, true as is_denied from review_answer g
            where g.review_subject_id = any($1) and (g.state in ('INVALID', 'IDENTITY_UNCERTAIN')
              or (g.state in ('ANSWERED_NONE', 'NOT_APPLICABLE') and g.opinion is not null))
          ), judged as (
            select s.id, s.deadline, s.version, d.code, f.data_as_of, h.records,
              coalesce(w.types, '') as types, s.as_of,
              case
                when w.types is null then 'NOT_APPLICABLE'
                -- No data answers: what a reviewer has denied is held against what is known of his department all the same.
                when w.is_human or f.data_as_of is null or f.max_age_hours is null
                  or f.data_as_of < now() - make_interval(hours => f.max_age_hours) then case
                    when b.is_denied and (h.records is not null or (e.subject_hmac is not null and h.is_known is not true))
                      then 'INVALID'
                    when b.is_denied and q.department_code is not null then 'IDENTITY_UNCERTAIN'
                    when w.is_human or f.data_as_of is null then 'NOT_ANSWERED'
                    else 'STALE' end
                when h.records is not null and s.is_minor and h.is_restricted then 'SUPPRESSED'
                when h.records is not null then 'ANSWERED_RECORD'
                when q.department_code is not null then 'IDENTITY_UNCERTAIN'
                when e.subject_hmac is not null and h.is_known is not true then 'INVALID'
                else 'ANSWERED_NONE'
              end as state
            from asked s cross join department d
            left join wanted w on w.department_code = d.code
            left join fed f on f.department_code = d.code
            left join held h on h.review_subject_id = s.id and h.department_code = d.code
            left join doubted q on q.review_subject_id = s.id and q.department_code = d.code
            left join index_of i on i.department_code = d.code
            left join holding_entry e on e.department_code = d.code and e.day = i.day and e.subject_hmac = s.subject_hmac
            left join denied b on b.review_subject_id = s.id and b.department_code = d.code
          ), answered as (
            select j.*, case when j.state = 'ANSWERED_RECORD' then j.records else '[]' end as told,
              sha256(convert_to(concat_ws('|', j.id, j.code, j.types, $3, j.as_of), 'UTF8')) as asked_hash
            from judged j
          )
          select id, code, state, case state when 'NOT_APPLICABLE' then $6 else $5 end,
            case when state in ('NOT_APPLICABLE', 'NOT_ANSWERED') then null else data_as_of end,
            case when state in ('ANSWERED_NONE', 'ANSWERED_RECORD', 'NOT_APPLICABLE', 'SUPPRESSED') then null
              else deadline end,
            case when state in ('ANSWERED_NONE', 'ANSWERED_RECORD', 'SUPPRESSED', 'INVALID') then now() end,
            told, asked_hash,
            case when state in ('ANSWERED_NONE', 'ANSWERED_RECORD', 'SUPPRESSED', 'INVALID') then
              sha256(asked_hash || convert_to(concat_ws('|', state, told, data_as_of), 'UTF8')) end
          from answered
          on conflict (review_subject_id, department_code) do update
            set state = excluded.state, basis = excluded.basis, data_as_of = excluded.data_as_of, due_at = excluded.due_at,
              answered_at = excluded.answered_at, records = excluded.records, request_hash = excluded.request_hash,
              response_hash = excluded.response_hash, opinion = null, reason = null, answered_by = null
            where (a.opinion is null and (a.state, a.records, a.data_as_of, a.due_at)
                is distinct from (excluded.state, excluded.records, excluded.data_as_of, excluded.due_at))
              -- What a reviewer said gives way to what is known of his department.
              or (a.state in ('ANSWERED_NONE', 'NOT_APPLICABLE', 'INVALID') and a.state <> excluded.state
                and excluded.state in ('ANSWERED_RECORD', 'IDENTITY_UNCERTAIN', 'INVALID', 'SUPPRESSED'))
              -- A denial is of the day it was given: after thirty, the longest reserve, it is asked for again.
              or (a.state = 'ANSWERED_NONE' and a.opinion is not null and a.answered_at < now() - interval '30 days')
          $query$ using ids, types, since, level_from, why, why_not, today;
        end $$
    `);
  }

  #rows(): void {
    // By HMAC, never by number; nobody who answers queries needs it.
    this.addSql(`
      create table quarantined_subject (
        quarantined_row_id text collate "C" not null references quarantined_row on delete cascade,
        subject_hmac bytea,
        person_id text collate "C",
        check (num_nonnulls(subject_hmac, person_id) = 1)
      )
    `);
    this.addSql('create index quarantined_subject_row on quarantined_subject (quarantined_row_id)');
    this.addSql(
      'create index quarantined_subject_number on quarantined_subject (subject_hmac) where subject_hmac is not null',
    );
    this.addSql(
      'create index quarantined_subject_person on quarantined_subject (person_id) where person_id is not null',
    );
    this.addSql('revoke all on quarantined_subject from integrity_runtime');
    // A trigger, so that no door forgets it. A staged row at fault holds the HMACs of all numbers in it, one behind the other.
    this.addSql(`
      create function keep_quarantined_subjects() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if to_regclass('pg_temp.staged_row') is null or not exists (select from added) then return null; end if;
          insert into quarantined_subject (quarantined_row_id, subject_hmac)
          select distinct a.id, substring(s.subject_hmac from place for 32)
          from added a join staged_row s using (line)
          cross join lateral generate_series(1, length(s.subject_hmac), 32) place;
          -- By name only where no number in the row is anybody's.
          insert into quarantined_subject (quarantined_row_id, person_id)
          with numbered as materialized (
            select row_number() over () as position, q.quarantined_row_id as id, q.subject_hmac
            from quarantined_subject q join added a on a.id = q.quarantined_row_id
          ), known as materialized (
            select n.id from (select array_agg(subject_hmac order by position) as numbers from numbered) l
            cross join lateral persons.match_people(l.numbers, array[]::text[], array[]::date[]) m join numbered n using (position)
          ), named as materialized (
            select row_number() over () as position, a.id, s.name, s.birth_date, s.phone
            from added a join staged_row s using (line)
            where s.name is not null and s.birth_date is not null and not exists (select from known k where k.id = a.id))
          select distinct n.id, m.person_id from (
            select array_agg(name order by position) as names, array_agg(birth_date order by position) as birth_dates,
              array_agg(phone order by position) as phones from named) l
          cross join lateral persons.suggest_people(l.names, l.birth_dates, l.phones) m join named n using (position);
          return null;
        end $$
    `);
    this.addSql(`
      create trigger quarantined_row_subjects after insert on quarantined_row referencing new table as added
        for each statement execute function keep_quarantined_subjects()
    `);
  }

  #doubt(): void {
    // A row about a record that is sealed or repaired would change nothing that may be seen, and tells nobody that there is one.
    this.addSql(`
      create function doubted_by_rows(ids text[], types text[]) returns table (review_subject_id text, department_code text)
        language sql stable security definer set search_path = integrity, pg_temp
        set plan_cache_mode = 'force_custom_plan' as $$
          select s.id, c.department_code from review_subject s
          join waiting_candidate w on w.subject_hmac = s.subject_hmac
          join link_candidate k on k.id = w.candidate_id and k.state in ('OPEN', 'PROPOSED')
          join credit_record c on c.id = k.record_id and c.superseded_at is null and c.type_code = any(types)
          where s.id = any(ids)
          union
          select n.id, q.department_code from (
            select s.id, x.quarantined_row_id as row_id from review_subject s
            join quarantined_subject x on x.subject_hmac = s.subject_hmac where s.id = any(ids)
            union all
            select s.id, x.quarantined_row_id from review_subject s
            join quarantined_subject x on x.person_id = s.person_id where s.id = any(ids)) n
          join quarantined_row q on q.id = n.row_id and q.resolved_at is null and q.type_code = any(types)
          where not exists (select from credit_record c where c.department_code = q.department_code
            and c.source_record_id = q.source_record_id and c.superseded_at is null and c.status in ('SEALED', 'REPAIRED'))
        $$
    `);
    // A reviewer's "none" as well: his department corrects its rows, or takes them back, first.
    this.addSql(`
      create or replace function is_identity_open(asked text, department text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from review_subject s join link_candidate l on l.person_id = s.person_id
              where s.id = asked and l.department_code = department and l.state in ('OPEN', 'PROPOSED'))
            or exists (select from review_subject s join subject o on o.credit_code = s.credit_code
              join link_candidate l on l.subject_id = o.id
              where s.id = asked and l.department_code = department and l.state in ('OPEN', 'PROPOSED'))
            or exists (select from doubted_by_rows(array[asked], array(select t.code from record_type t
              where t.department_code = department and t.polarity = 'NEGATIVE')) n where n.department_code = department)
        $$
    `);
  }
}
