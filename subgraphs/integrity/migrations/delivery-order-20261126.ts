import { Migration } from '@mikro-orm/migrations';

/**
 * What becomes of records by deliveries that come in another order than they are true in, or after a withdrawal; and a number
 * of nobody beside name, day of birth and telephone of somebody: that is a second number of his (access.md §7).
 */
export class Migration20261126DeliveryOrder extends Migration {
  override up(): void {
    this.#turn();
    this.#confirm();
    this.#secondNumbers();
    for (const signature of [
      'confirm_unchanged(integer)',
      'answer_withdrawn(integer, timestamptz)',
      'match_second_numbers(integer)',
    ])
      this.addSql(`revoke all on function ${signature} from public`);
  }

  #turn(): void {
    // Each row looks its record up by the index: a join over the whole register would cost more the larger it is.
    this.addSql(`
      create or replace function take_turn(d delivery, this_turn integer, turns integer, moment timestamptz) returns void
        language plpgsql security definer set search_path = integrity, pg_temp as $$
        begin
          insert into judged_row
          select v.line, this_turn, v.record_id, v.version, v.outcome,
            v.outcome in ('CREATED', 'CORRECTED') and v.identity_hash is distinct from v.former_hash, v.former_hmac
          from (
            select s.line, coalesce(c.id, s.record_id) as record_id, coalesce(c.version, 0) + 1 as version,
              case
                when c.id is null then case when s.operation = 'WITHDRAW' then 'UNKNOWN_RECORD' else 'CREATED' end
                when c.type_code <> d.type_code then 'OTHER_TYPE'
                -- What is older than what is held undoes nothing, whenever it comes.
                when s.source_as_of < c.source_as_of then 'OUTDATED'
                when s.operation = 'WITHDRAW' then case when c.status = 'REVOKED' then 'UNCHANGED' else 'WITHDRAWN' end
                -- What was withdrawn and is delivered again later holds again; what somebody took back does not.
                when s.content_hash = c.content_hash and c.status = 'REVOKED' and s.source_as_of > c.source_as_of
                  and not exists (select from record_act a where a.record_id = c.id and a.version = c.version
                    and a.act = 'REVOKE') then 'CORRECTED'
                when s.content_hash = c.content_hash then 'UNCHANGED'
                else 'CORRECTED'
              end as outcome,
              s.identity_hash, i.identity_hash as former_hash, i.subject_hmac as former_hmac
            from staged_row s
            left join lateral (select r.id, r.version, r.type_code, r.status, r.source_as_of, r.content_hash
              from credit_record r where r.department_code = d.department_code
                and r.source_record_id = s.source_record_id and r.superseded_at is null offset 0) c on true
            left join lateral (select k.identity_hash, k.subject_hmac from record_identity k
              where k.record_id = c.id offset 0) i on true
            where s.faults is null and coalesce(s.turn, 1) = this_turn) v;
          analyze judged_row (line, turn, outcome, is_named_anew);
          if exists (select from judged_row where outcome in ('UNKNOWN_RECORD', 'OTHER_TYPE')) then
            update staged_row s set faults = jsonb_build_array(jsonb_build_object('column', 'source_id', 'reason', j.outcome,
              'expected', case j.outcome when 'UNKNOWN_RECORD' then 'the id of a record that was delivered before'
                else 'the record type that this id was delivered under' end,
              'found', case j.outcome when 'UNKNOWN_RECORD' then 'an id that is not known' else 'another record type' end))
            from judged_row j where j.line = s.line and j.outcome in ('UNKNOWN_RECORD', 'OTHER_TYPE');
            delete from judged_row where outcome in ('UNKNOWN_RECORD', 'OTHER_TYPE');
          end if;
          perform confirm_unchanged(this_turn);
          perform write_versions(d, this_turn, moment);
          perform answer_withdrawn(this_turn, moment);
          perform link_versions(d, this_turn, moment);
        end $$
    `);
  }

  #confirm(): void {
    // A row that says the same of a later moment makes what lies between outdated, whenever that comes.
    this.addSql(`
      create function confirm_unchanged(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if not exists (select from judged_row where turn = this_turn and outcome = 'UNCHANGED') then return; end if;
          update credit_record c set source_as_of = s.source_as_of
          from judged_row j join staged_row s using (line)
          where j.turn = this_turn and j.outcome = 'UNCHANGED' and c.id = j.record_id and c.version = j.version - 1
            and s.source_as_of > c.source_as_of;
        end $$
    `);
    // Nobody has to answer a dispute over what its department took back.
    this.addSql(`
      create function answer_withdrawn(this_turn integer, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if not exists (select from judged_row where turn = this_turn and outcome = 'WITHDRAWN') then return; end if;
          update record_act a set answered_at = moment, answer = '来源单位已撤回该记录'
          from judged_row j
          where j.turn = this_turn and j.outcome = 'WITHDRAWN' and a.record_id = j.record_id and a.act = 'DISPUTE'
            and a.answered_at is null;
        end $$
    `);
  }

  #secondNumbers(): void {
    // It may be a namesake of the same day: people decide, and until then a review knows that it is uncertain who he is.
    this.addSql(`
      create function match_second_numbers(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if not exists (select from linking_row where reason = 'NUMBER_UNKNOWN') then return; end if;
          with wanted as materialized (
            select row_number() over () as position, s.line, s.name, s.birth_date, s.phone
            from linking_row l join staged_row s using (line)
            where l.reason = 'NUMBER_UNKNOWN' and s.credit_code is null),
          found as materialized (
            select w.line, m.* from (
              select array_agg(name order by position) as names, array_agg(birth_date order by position) as birth_dates,
                array_agg(phone order by position) as phones from wanted) a
            cross join lateral persons.suggest_people(a.names, a.birth_dates, a.phones) m join wanted w using (position)),
          gone as (
            delete from linking_row where line in (select line from found) returning *)
          insert into linking_row
          select g.line, g.record_id, g.version, 'CONFLICT', g.reason, 0, f.person_id, null, g.name, true, true, f.phone_agrees,
            f.is_deceased
          from gone g join found f using (line);
        end $$
    `);
    this.addSql(`
      create or replace function link_versions(d delivery, this_turn integer, moment timestamptz) returns void
        language plpgsql security definer set search_path = integrity, pg_temp as $$
        begin
          -- Nobody can have named a record that is new, so it need not be looked whether somebody has.
          insert into record_identity (record_id, department_code, subject_hmac, identity_hash, credit_code)
          select j.record_id, d.department_code, s.subject_hmac, s.identity_hash, s.credit_code
          from judged_row j join staged_row s using (line)
          where j.turn = this_turn and j.outcome = 'CREATED' order by j.record_id;
          if exists (select from judged_row j where j.turn = this_turn and j.is_named_anew and j.outcome = 'CORRECTED') then
            perform name_anew(d, this_turn, moment);
          end if;
          perform match_numbers(this_turn);
          perform match_second_numbers(this_turn);
          perform match_units(this_turn);
          perform match_names(this_turn);
          perform write_links(d, moment);
          delete from linking_row;
        end $$
    `);
  }
}
