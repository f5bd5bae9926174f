import { Migration } from '@mikro-orm/migrations';

/**
 * Whom delivered records speak of (access.md §7). Only number, name and date of birth together link by themselves; all else
 * is a candidate that people decide, and links nobody until they have.
 */
export class Migration20261124LinkDelivery extends Migration {
  override up(): void {
    this.addSql(`
      create function name_key(name text) returns text language sql immutable parallel safe
        as $$ select regexp_replace(translate(normalize(name, NFKC), '•・‧∙．', '·····'), '\\s', '', 'g') $$
    `);
    this.addSql(`
      create function link_versions(d delivery, this_turn integer, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          -- What a department no longer says of somebody does not stand.
          update record_link l set unlinked_at = moment, unlinked_by = d.id from judged_row j
          where j.turn = this_turn and j.is_named_anew and j.outcome = 'CORRECTED' and l.record_id = j.record_id
            and l.unlinked_at is null;
          update link_candidate c set state = 'SUPERSEDED', decided_at = moment, decided_by = d.id from judged_row j
          where j.turn = this_turn and j.is_named_anew and j.outcome = 'CORRECTED' and c.record_id = j.record_id
            and c.state in ('OPEN', 'PROPOSED');
          insert into record_identity (record_id, department_code, subject_hmac, identity_hash, credit_code)
          select j.record_id, d.department_code, s.subject_hmac, s.identity_hash, s.credit_code
          from judged_row j join staged_row s using (line) where j.turn = this_turn and j.is_named_anew
          on conflict (record_id) do update set subject_hmac = excluded.subject_hmac,
            identity_hash = excluded.identity_hash, credit_code = excluded.credit_code;
          perform match_numbers(this_turn);
          perform match_units(this_turn);
          perform match_names(this_turn);
          perform write_links(d, moment);
          delete from linking_row;
        end $$
    `);
    this.addSql(`
      create function match_numbers(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          with wanted as materialized (
            select row_number() over () as position, j.record_id, j.version, j.former_hmac, s.line, s.subject_hmac, s.name,
              s.birth_date
            from judged_row j join staged_row s using (line)
            where j.turn = this_turn and j.is_named_anew and s.subject_hmac is not null and s.credit_code is null),
          found as materialized (
            select m.* from (
              select array_agg(subject_hmac order by position) as numbers, array_agg(name order by position) as names,
                array_agg(birth_date order by position) as birth_dates from wanted) w,
              persons.match_people(w.numbers, w.names, w.birth_dates) m)
          insert into linking_row
          select w.line, w.record_id, w.version, v.method, v.reason,
            case v.method when 'CERTAIN' then 1 when 'NAME_MISMATCH' then 0.5 else 0 end,
            f.person_id, null, w.name, f.name_agrees, f.birth_date_agrees, null, f.is_deceased
          from wanted w left join found f using (position)
          cross join lateral (select
            case when f.person_id is null then 'NO_MATCH' when w.former_hmac <> w.subject_hmac or f.is_deceased then 'CONFLICT'
              when f.name_agrees and f.birth_date_agrees then 'CERTAIN' else 'NAME_MISMATCH' end as method,
            case when f.person_id is null then 'NUMBER_UNKNOWN' when w.former_hmac <> w.subject_hmac then 'NUMBER_CHANGED'
              when f.is_deceased then 'DECEASED' when f.name_agrees and f.birth_date_agrees then 'ALL_AGREE'
              when not f.name_agrees then 'NAME_DIFFERS' else 'BIRTH_DATE_DIFFERS' end as reason) v;
        end $$
    `);
    // The hub keeps no register of legal persons: a code that is new makes a subject of the name it came with.
    this.addSql(`
      create function match_units(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          insert into subject (id, kind, credit_code, name)
          select 'unit-' || gen_random_uuid(), 'UNIT', s.credit_code, min(s.name)
          from judged_row j join staged_row s using (line)
          where j.turn = this_turn and j.is_named_anew and s.credit_code is not null and s.name is not null
            and not exists (select from subject u where u.kind = 'UNIT' and u.credit_code = s.credit_code)
          group by s.credit_code on conflict do nothing;
          insert into linking_row
          select s.line, j.record_id, j.version, v.method, v.reason, case v.method when 'CERTAIN' then 1 else 0.5 end,
            null, u.id, s.name, v.agrees, null, null, null
          from judged_row j join staged_row s using (line)
          left join subject u on u.kind = 'UNIT' and u.credit_code = s.credit_code
          cross join lateral (select coalesce(name_key(u.name) = s.name, false) as agrees) n
          cross join lateral (select n.agrees,
            case when u.id is null then 'NO_MATCH' when j.former_hmac <> s.subject_hmac then 'CONFLICT'
              when n.agrees then 'CERTAIN' else 'NAME_MISMATCH' end as method,
            case when u.id is null then 'NUMBER_UNKNOWN' when j.former_hmac <> s.subject_hmac then 'NUMBER_CHANGED'
              when n.agrees then 'ALL_AGREE' else 'NAME_DIFFERS' end as reason) v
          where j.turn = this_turn and j.is_named_anew and s.credit_code is not null;
        end $$
    `);
    this.addSql(`
      create function match_names(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          with wanted as materialized (
            select row_number() over () as position, j.record_id, j.version, s.line, s.name, s.birth_date, s.phone
            from judged_row j join staged_row s using (line)
            where j.turn = this_turn and j.is_named_anew and s.subject_hmac is null),
          found as materialized (
            select m.* from (
              select array_agg(name order by position) as names, array_agg(birth_date order by position) as birth_dates,
                array_agg(phone order by position) as phones from wanted) w,
              persons.suggest_people(w.names, w.birth_dates, w.phones) m)
          insert into linking_row
          select w.line, w.record_id, w.version, case when f.person_id is null then 'NO_MATCH' else 'PROBABLE' end,
            case when f.person_id is null then 'NAME_UNKNOWN' when f.phone_agrees then 'NAME_BIRTH_DATE_PHONE'
              else 'NAME_BIRTH_DATE' end,
            case when f.person_id is null then 0 when f.phone_agrees then 0.9 else 0.6 end,
            f.person_id, null, w.name, f.person_id is not null, f.person_id is not null, f.phone_agrees, f.is_deceased
          from wanted w left join found f using (position);
        end $$
    `);
    this.addSql(`
      create function write_links(d delivery, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          insert into subject (id, kind, person_id, name)
          select 'subject-' || gen_random_uuid(), 'INDIVIDUAL', l.person_id, min(l.name) from linking_row l
          where l.method = 'CERTAIN' and l.person_id is not null
            and not exists (select from subject s where s.person_id = l.person_id and s.kind = 'INDIVIDUAL')
          group by l.person_id on conflict do nothing;
          insert into record_link (id, record_id, subject_id, method, score, linked_by, linked_at)
          select l.record_id || '-link-' || l.version, l.record_id, coalesce(l.subject_id, s.id), l.method, l.score, d.id,
            moment
          from linking_row l left join subject s on s.person_id = l.person_id and s.kind = 'INDIVIDUAL'
          where l.method = 'CERTAIN';
          insert into link_candidate (id, record_id, record_version, department_code, delivery_number, line, method, reason,
            person_id, subject_id, score, name_agrees, birth_date_agrees, phone_agrees, is_deceased, created_at)
          select l.record_id || '-candidate-' || l.version || '-' || row_number() over (partition by l.record_id
              order by l.score desc, l.person_id), l.record_id, l.version, d.department_code, d.number, l.line, l.method,
            l.reason, l.person_id, l.subject_id, l.score, l.name_agrees, l.birth_date_agrees, l.phone_agrees, l.is_deceased,
            moment
          from linking_row l where l.method <> 'CERTAIN';
        end $$
    `);
    for (const signature of [
      'link_versions(delivery, integer, timestamptz)',
      'match_numbers(integer)',
      'match_units(integer)',
      'match_names(integer)',
      'write_links(delivery, timestamptz)',
    ])
      this.addSql(`revoke all on function ${signature} from public`);
  }
}
