import { Migration } from '@mikro-orm/migrations';

/**
 * Records whose subject the register did not know when they came are matched again once it has news: whoever is registered later
 * would else never have his record linked, delivered again as often as it may be. What was written of him is sealed, so whoever
 * holds the key opens the rows and hands them in; the rules are those of `link-delivery-20261124.ts`, and a test holds both together.
 */
export class Migration20261126MatchAgain extends Migration {
  override up(): void {
    // The number is kept as it is in record_identity, with an index over those who wait only: a review asks by it.
    this.addSql(`
      create table waiting_candidate (
        candidate_id text collate "C" primary key references link_candidate on delete cascade,
        subject_hmac bytea,
        is_due boolean not null default true
      )
    `);
    this.addSql(
      'create index waiting_candidate_number on waiting_candidate (subject_hmac) where subject_hmac is not null',
    );
    this.addSql('create index waiting_candidate_due on waiting_candidate (candidate_id) where is_due');
    this.addSql('revoke all on waiting_candidate from integrity_runtime');
    this.#wait();
    this.#take();
    this.#match();
    for (const signature of [
      'hear_register_news()',
      'due_candidates(text, integer)',
      'match_again(text, text[], jsonb)',
    ]) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to integrity_runtime`);
    }
  }

  #wait(): void {
    // New ones are due: who was registered while the delivery was under way is seen by neither.
    this.addSql(`
      create function note_waiting() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          insert into waiting_candidate (candidate_id, subject_hmac)
          select a.id, i.subject_hmac from added a join record_identity i on i.record_id = a.record_id
          where a.reason in ('NUMBER_UNKNOWN', 'NAME_UNKNOWN');
          return null;
        end $$
    `);
    this.addSql('revoke all on function note_waiting() from public');
    this.addSql(`
      create trigger link_candidate_waits after insert on link_candidate referencing new table as added
        for each statement execute function note_waiting()
    `);
    this.addSql(`
      insert into waiting_candidate (candidate_id, subject_hmac)
      select c.id, i.subject_hmac from link_candidate c join record_identity i on i.record_id = c.record_id
      where c.reason in ('NUMBER_UNKNOWN', 'NAME_UNKNOWN') and c.state in ('OPEN', 'PROPOSED')
    `);
  }

  #take(): void {
    // Which departments have records to be matched again.
    this.addSql(`
      create function hear_register_news() returns text[] language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if persons.take_register_news() then update waiting_candidate set is_due = true where not is_due; end if;
          return array(select distinct c.department_code from waiting_candidate w join link_candidate c on c.id = w.candidate_id
            where w.is_due and c.state in ('OPEN', 'PROPOSED') order by 1);
        end $$
    `);
    // Locked like a delivery of the department, so that none says anything else of these records meanwhile.
    this.addSql(`
      create function due_candidates(of_department text, most integer)
        returns table (candidate_id text, delivery_number integer, delivery_id text, line integer) language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          perform assert_own_department(of_department);
          perform pg_advisory_xact_lock(hashtext('integrity delivery'), hashtext(of_department));
          -- Decided for ever. What a withdrawal of the record settled comes back with it, and is due until then.
          delete from waiting_candidate w using link_candidate c
          where c.id = w.candidate_id and w.is_due and c.department_code = of_department
            and c.state not in ('OPEN', 'PROPOSED') and c.decided_by <> 'record';
          return query select c.id, d.number, d.id, c.line
          from waiting_candidate w join link_candidate c on c.id = w.candidate_id
          join delivery d on d.number = c.delivery_number
          where w.is_due and c.department_code = of_department and c.state in ('OPEN', 'PROPOSED') order by c.delivery_number, c.line, c.id limit most;
        end $$
    `);
  }

  #match(): void {
    this.addSql(`
      create function match_again(of_department text, looked_at text[], identities jsonb) returns integer language plpgsql
        security definer set search_path = integrity, pg_temp set client_min_messages = error as $$
        declare matched integer;
        begin
          perform assert_own_department(of_department);
          create temporary table if not exists matched_again (
            record_id text collate "C" not null, version integer not null, delivery_number integer not null,
            line integer not null, method text not null, reason text not null, score numeric(4,3) not null,
            person_id text collate "C", subject_id text collate "C", name text, name_agrees boolean,
            birth_date_agrees boolean, phone_agrees boolean, is_deceased boolean
          ) on commit delete rows;
          perform find_again(of_department, identities);
          -- Who has been found is no longer unknown; who has not waits as before.
          update link_candidate c set state = 'SUPERSEDED', decided_at = now(), decided_by = 'register'
          from matched_again m
          where c.record_id = m.record_id and c.state in ('OPEN', 'PROPOSED')
            and c.reason in ('NUMBER_UNKNOWN', 'NAME_UNKNOWN');
          insert into subject (id, kind, person_id, name)
          select 'subject-' || gen_random_uuid(), 'INDIVIDUAL', m.person_id, min(m.name) from matched_again m
          where m.method = 'CERTAIN' and m.person_id is not null group by m.person_id on conflict do nothing;
          insert into record_link (id, record_id, subject_id, method, score, linked_by, linked_at)
          select m.record_id || '-link-' || m.version || '-again', m.record_id, coalesce(m.subject_id, s.id), m.method, m.score,
            'register', now()
          from matched_again m left join subject s on s.person_id = m.person_id and s.kind = 'INDIVIDUAL'
          where m.method = 'CERTAIN';
          insert into link_candidate (id, record_id, record_version, department_code, delivery_number, line, method, reason,
            person_id, subject_id, score, name_agrees, birth_date_agrees, phone_agrees, is_deceased, created_at)
          select m.record_id || '-candidate-' || m.version || '-' || k.known
              + row_number() over (partition by m.record_id order by m.score desc, m.person_id),
            m.record_id, m.version, of_department, m.delivery_number, m.line, m.method, m.reason, m.person_id, m.subject_id,
            m.score, m.name_agrees, m.birth_date_agrees, m.phone_agrees, m.is_deceased, now()
          from matched_again m cross join lateral (
            select count(*) as known from link_candidate c where c.record_id = m.record_id and c.record_version = m.version) k
          where m.method <> 'CERTAIN';
          update waiting_candidate set is_due = false where candidate_id = any(looked_at);
          perform reopen_for_records(array(select record_id from matched_again where method = 'CERTAIN'));
          select count(distinct record_id) into matched from matched_again;
          delete from matched_again;
          return matched;
        end $$
    `);
    this.#find();
  }

  /** By number, by unit, and else by name: as a delivery matches, of those who wait, and only who is found. */
  #find(): void {
    this.addSql(`
      create function find_again(of_department text, identities jsonb) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          with wanted as materialized (
            select row_number() over () as position, c.record_id, c.record_version as version, c.delivery_number, c.line,
              c.method as former, i.subject_hmac, i.credit_code, x.name, x.birth_date, x.phone
            from jsonb_to_recordset(identities) as x(candidate_id text, name text, birth_date date, phone text)
            join (select distinct on (k.record_id) k.* from link_candidate k
              where k.id in (select y.candidate_id from jsonb_to_recordset(identities) as y(candidate_id text))
                and k.department_code = of_department and k.state in ('OPEN', 'PROPOSED')
                and k.reason in ('NUMBER_UNKNOWN', 'NAME_UNKNOWN') order by k.record_id, k.id) c on c.id = x.candidate_id
            join record_identity i on i.record_id = c.record_id
            where not exists (select from record_link l where l.record_id = c.record_id and l.unlinked_at is null)
          ), numbers as materialized (
            select m.* from (select array_agg(subject_hmac order by position) as numbers,
                array_agg(name order by position) as names, array_agg(birth_date order by position) as birth_dates
              from wanted) w, persons.match_people(w.numbers, w.names, w.birth_dates) m
          ), names as materialized (
            select m.* from (select array_agg(name order by position) as names,
                array_agg(birth_date order by position) as birth_dates, array_agg(phone order by position) as phones
              from wanted) w, persons.suggest_people(w.names, w.birth_dates, w.phones) m
          )
          insert into matched_again
          select w.record_id, w.version, w.delivery_number, w.line, v.method, v.reason,
            case v.method when 'CERTAIN' then 1 when 'NAME_MISMATCH' then 0.5 else 0 end, n.person_id, null, w.name,
            n.name_agrees, n.birth_date_agrees, null::boolean, n.is_deceased
          from wanted w join numbers n using (position)
          cross join lateral (select
            case when n.is_deceased then 'CONFLICT' when n.name_agrees and n.birth_date_agrees then 'CERTAIN'
              else 'NAME_MISMATCH' end as method,
            case when n.is_deceased then 'DECEASED' when n.name_agrees and n.birth_date_agrees then 'ALL_AGREE'
              when not n.name_agrees then 'NAME_DIFFERS' else 'BIRTH_DATE_DIFFERS' end as reason) v
          where w.credit_code is null
          union all
          select w.record_id, w.version, w.delivery_number, w.line,
            case when name_key(u.name) = w.name then 'CERTAIN' else 'NAME_MISMATCH' end,
            case when name_key(u.name) = w.name then 'ALL_AGREE' else 'NAME_DIFFERS' end,
            case when name_key(u.name) = w.name then 1 else 0.5 end, null, u.id, w.name,
            coalesce(name_key(u.name) = w.name, false), null, null, null
          from wanted w join subject u on u.kind = 'UNIT' and u.credit_code = w.credit_code
          union all
          select w.record_id, w.version, w.delivery_number, w.line,
            case when w.subject_hmac is null then 'PROBABLE' else 'CONFLICT' end,
            case when w.subject_hmac is not null then 'NUMBER_UNKNOWN' when s.phone_agrees then 'NAME_BIRTH_DATE_PHONE'
              else 'NAME_BIRTH_DATE' end,
            case when w.subject_hmac is not null then 0 when s.phone_agrees then 0.9 else 0.6 end,
            s.person_id, null, w.name, true, true, s.phone_agrees, s.is_deceased
          from wanted w join names s using (position)
          where w.credit_code is null and w.former = 'NO_MATCH' and not exists (select from numbers n
            where n.position = w.position);
        end $$
    `);
    this.addSql('revoke all on function find_again(text, jsonb) from public');
  }
}
