import { Migration } from '@mikro-orm/migrations';

/**
 * Whom rows speak of is asked of the register as soon as they are staged, before the department's turn: while one batch is
 * written the next is matched beside it. What is asked ahead depends on nothing that a delivery writes; which rows it is
 * used for is judged when their turn comes, as before.
 */
export class Migration20261126MatchAhead extends Migration {
  override up(): void {
    this.#stage();
    this.#match();
    this.#links();
    this.#units();
    this.#types();
    this.addSql('revoke all on function match_staged() from public');
  }

  #stage(): void {
    this.addSql(`
      create or replace function open_staging() returns void language plpgsql security definer
        set search_path = integrity, pg_temp set client_min_messages = error as $$
        begin
          create temporary table if not exists staged_row (
            line integer not null, record_id text collate "C", source_record_id text, operation text, content_hash bytea,
            subject_hmac bytea, credit_code text, identity_hash bytea, name text, birth_date date, phone text,
            title text, level text, decided_on date, valid_until date, published_until date, document_number text,
            legal_basis text, source_as_of timestamptz, quarantine_id text, faults jsonb, turn integer
          ) on commit delete rows;
          create temporary table if not exists matched_row (
            line integer not null, subject_hmac bytea not null, name text, person_id text collate "C",
            subject_id text collate "C", name_agrees boolean, birth_date_agrees boolean, is_deceased boolean
          ) on commit delete rows;
          create temporary table if not exists judged_row (
            line integer not null, turn integer not null, record_id text collate "C" not null, version integer not null,
            outcome text not null, is_named_anew boolean not null, former_hmac bytea
          ) on commit delete rows;
          create temporary table if not exists linking_row (
            line integer not null, record_id text collate "C" not null, version integer not null, method text not null,
            reason text not null, score numeric(4,3) not null, person_id text collate "C", subject_id text collate "C",
            name text, name_agrees boolean, birth_date_agrees boolean, phone_agrees boolean, is_deceased boolean
          ) on commit delete rows;
          -- What was matched for a batch before is not known of this one.
          delete from matched_row;
        end $$
    `);
  }

  #match(): void {
    // Every row with a citizen's number has one here, whoever bears it. His subject is given where he has one already.
    this.addSql(`
      create function match_staged() returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          with wanted as materialized (
            select row_number() over () as position, line, subject_hmac, name, birth_date from staged_row
            where subject_hmac is not null and credit_code is null),
          found as materialized (
            select m.* from (
              select array_agg(subject_hmac order by position) as numbers, array_agg(name order by position) as names,
                array_agg(birth_date order by position) as birth_dates from wanted) w,
              persons.match_people(w.numbers, w.names, w.birth_dates) m)
          insert into matched_row
          select w.line, w.subject_hmac, w.name, f.person_id, s.id, f.name_agrees, f.birth_date_agrees, f.is_deceased
          from wanted w left join found f using (position)
          left join lateral (select u.id from subject u
            where u.person_id = f.person_id and u.kind = 'INDIVIDUAL' offset 0) s on true;
        end $$
    `);
    this.addSql(`
      create or replace function match_numbers(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if not exists (select from judged_row where turn = this_turn and is_named_anew) then return; end if;
          if not exists (select from matched_row) then perform match_staged(); end if;
          insert into linking_row
          select m.line, j.record_id, j.version, v.method, v.reason,
            case v.method when 'CERTAIN' then 1 when 'NAME_MISMATCH' then 0.5 else 0 end,
            m.person_id, case v.method when 'CERTAIN' then m.subject_id end, m.name, m.name_agrees, m.birth_date_agrees, null,
            m.is_deceased
          from judged_row j join matched_row m using (line)
          cross join lateral (select
            case when m.person_id is null then 'NO_MATCH' when j.former_hmac <> m.subject_hmac or m.is_deceased then 'CONFLICT'
              when m.name_agrees and m.birth_date_agrees then 'CERTAIN' else 'NAME_MISMATCH' end as method,
            case when m.person_id is null then 'NUMBER_UNKNOWN' when j.former_hmac <> m.subject_hmac then 'NUMBER_CHANGED'
              when m.is_deceased then 'DECEASED' when m.name_agrees and m.birth_date_agrees then 'ALL_AGREE'
              when not m.name_agrees then 'NAME_DIFFERS' else 'BIRTH_DATE_DIFFERS' end as reason) v
          where j.turn = this_turn and j.is_named_anew;
        end $$
    `);
  }

  #links(): void {
    // Milliseconds in front: PostgreSQL makes such ids itself only from 18 on.
    this.addSql(`
      create function id_in_order() returns text language sql volatile set search_path = pg_catalog as $$
        select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '-' || gen_random_uuid()
      $$
    `);
    this.addSql('revoke all on function id_in_order() from public');
    // Who was found to have a subject ahead is not looked up again. New ones get ids in the order of their making, which an
    // index takes at its end.
    this.addSql(`
      create or replace function write_links(d delivery, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          insert into subject (id, kind, person_id, name)
          select 'subject-' || id_in_order(), 'INDIVIDUAL', l.person_id, min(l.name) from linking_row l
          where l.method = 'CERTAIN' and l.person_id is not null and l.subject_id is null
            and not exists (select from subject s where s.person_id = l.person_id and s.kind = 'INDIVIDUAL')
          group by l.person_id on conflict do nothing;
          insert into record_link (id, record_id, subject_id, method, score, linked_by, linked_at)
          select l.record_id || '-link-' || l.version, l.record_id, coalesce(l.subject_id, s.id), l.method, l.score, d.id,
            moment
          from linking_row l left join subject s
            on s.person_id = case when l.subject_id is null then l.person_id end and s.kind = 'INDIVIDUAL'
          where l.method = 'CERTAIN' order by l.record_id;
          insert into link_candidate (id, record_id, record_version, department_code, delivery_number, line, method, reason,
            person_id, subject_id, score, name_agrees, birth_date_agrees, phone_agrees, is_deceased, created_at)
          select l.record_id || '-candidate-' || l.version || '-' || row_number() over (partition by l.record_id
              order by l.score desc, l.person_id), l.record_id, l.version, d.department_code, d.number, l.line, l.method,
            l.reason, l.person_id, l.subject_id, l.score, l.name_agrees, l.birth_date_agrees, l.phone_agrees, l.is_deceased,
            moment
          from linking_row l where l.method <> 'CERTAIN';
        end $$
    `);
  }

  #units(): void {
    // Of a unit that is known under the very name nothing is folded: that cost more than all else about it.
    this.addSql(`
      create or replace function match_units(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if not exists (select from staged_row where credit_code is not null) then return; end if;
          insert into subject (id, kind, credit_code, name)
          select 'unit-' || id_in_order(), 'UNIT', s.credit_code, min(s.name)
          from judged_row j join staged_row s using (line)
          where j.turn = this_turn and j.is_named_anew and s.credit_code is not null and s.name is not null
            and not exists (select from subject u where u.kind = 'UNIT' and u.credit_code = s.credit_code)
          group by s.credit_code on conflict do nothing;
          insert into linking_row
          select s.line, j.record_id, j.version, v.method, v.reason, case v.method when 'CERTAIN' then 1 else 0.5 end,
            null, u.id, s.name, v.agrees, null, null, null
          from judged_row j join staged_row s using (line)
          left join subject u on u.kind = 'UNIT' and u.credit_code = s.credit_code
          cross join lateral (select coalesce(u.name = s.name or name_key(u.name) = s.name, false) as agrees) n
          cross join lateral (select n.agrees,
            case when u.id is null then 'NO_MATCH' when j.former_hmac <> s.subject_hmac then 'CONFLICT'
              when n.agrees then 'CERTAIN' else 'NAME_MISMATCH' end as method,
            case when u.id is null then 'NUMBER_UNKNOWN' when j.former_hmac <> s.subject_hmac then 'NUMBER_CHANGED'
              when n.agrees then 'ALL_AGREE' else 'NAME_DIFFERS' end as reason) v
          where j.turn = this_turn and j.is_named_anew and s.credit_code is not null;
        end $$
    `);
  }

  #types(): void {
    // A batch is of one type: what is asked once need not be asked for each row.
    this.addSql(`
      create or replace function assert_types_exist() returns trigger language plpgsql
        set search_path = integrity, pg_temp as $$
        begin
          if exists (select from (select distinct type_code, department_code from added) a
            where not exists (select from record_type t
              where t.code = a.type_code and t.department_code = a.department_code)) then
            raise foreign_key_violation using message = 'a record is of a type that its department does not have';
          end if;
          return null;
        end $$
    `);
  }
}
