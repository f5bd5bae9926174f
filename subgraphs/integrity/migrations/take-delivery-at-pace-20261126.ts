import { Migration } from '@mikro-orm/migrations';

/**
 * The pipeline of `take-delivery-20261124.ts`, at half the cost a row: nothing is sorted that need not be, what is rare is
 * looked for before it is done, and rows go into their indexes in the order of these. What becomes of a row is judged in
 * `delivery-order-20261126.ts`.
 */
export class Migration20261126TakeDeliveryAtPace extends Migration {
  override up(): void {
    // Which of several versions of one record in a batch a row is; null in a batch without such.
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
          create temporary table if not exists judged_row (
            line integer not null, turn integer not null, record_id text collate "C" not null, version integer not null,
            outcome text not null, is_named_anew boolean not null, former_hmac bytea
          ) on commit delete rows;
          create temporary table if not exists linking_row (
            line integer not null, record_id text collate "C" not null, version integer not null, method text not null,
            reason text not null, score numeric(4,3) not null, person_id text collate "C", subject_id text collate "C",
            name text, name_agrees boolean, birth_date_agrees boolean, phone_agrees boolean, is_deceased boolean
          ) on commit delete rows;
        end $$
    `);
    this.addSql(`
      create or replace function take_staged(asked_number integer, through integer) returns delivery language plpgsql
        security definer set search_path = integrity, pg_temp set default_statistics_target = 10 as $$
        declare
          d delivery;
          moment timestamptz := now();
          this_turn integer := 1;
          turns integer;
        begin
          select * into strict d from delivery where number = asked_number for update;
          if d.ended_at is not null or through <= d.taken_through then return d; end if;
          perform pg_advisory_xact_lock(hashtext('integrity delivery'), hashtext(d.department_code));
          -- How many rows there are and of which kind decides how they are joined; what is in their texts does not. Without
          -- these a batch is thought to hold one row that has a number, and is compared with itself row by row.
          analyze staged_row (line, faults, subject_hmac, credit_code);
          select coalesce(max(c), 0) into turns from (
            select count(*) as c from staged_row where faults is null group by source_record_id) as same;
          if turns > 1 then
            update staged_row s set turn = w.turn from (
              select line, row_number() over (partition by source_record_id order by line) as turn
              from staged_row where faults is null) w
            where w.line = s.line and w.turn > 1;
          end if;
          -- Several versions of one record in a batch are taken one after the other.
          while this_turn <= turns loop
            perform take_turn(d, this_turn, turns, moment);
            this_turn := this_turn + 1;
          end loop;
          insert into quarantined_row (id, delivery_number, department_code, type_code, line, source_record_id, faults,
            quarantined_at)
          select d.id || '-' || line, d.number, d.department_code, d.type_code, line, source_record_id, faults, moment
          from staged_row where faults is not null;
          perform resolve_waiting(d, moment);
          update delivery set
            taken_through = through,
            row_count = d.row_count + n.rows,
            created_count = d.created_count + n.created,
            corrected_count = d.corrected_count + n.corrected,
            withdrawn_count = d.withdrawn_count + n.withdrawn,
            unchanged_count = d.unchanged_count + n.unchanged,
            outdated_count = d.outdated_count + n.outdated,
            quarantined_count = d.quarantined_count + n.quarantined
          from (
            select (select count(*) from staged_row) as rows,
              (select count(*) from staged_row where faults is not null) as quarantined,
              count(*) filter (where outcome = 'CREATED') as created,
              count(*) filter (where outcome = 'CORRECTED') as corrected,
              count(*) filter (where outcome = 'WITHDRAWN') as withdrawn,
              count(*) filter (where outcome = 'UNCHANGED') as unchanged,
              count(*) filter (where outcome = 'OUTDATED') as outdated
            from judged_row) as n
          where number = d.number returning delivery.* into d;
          delete from judged_row;
          delete from staged_row;
          return d;
        end $$
    `);
    // A row that waited is no longer waited for when its correction, or its record, is delivered again.
    this.addSql(`
      create function resolve_waiting(d delivery, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if not exists (select from quarantined_row q where q.department_code = d.department_code and q.resolved_at is null
            and q.delivery_number <> d.number) then return; end if;
          update quarantined_row q set resolved_at = moment, resolved_by = d.number
          from staged_row s
          where q.id = s.quarantine_id and q.department_code = d.department_code and q.type_code = d.type_code
            and q.resolved_at is null and q.delivery_number <> d.number;
          update quarantined_row q set resolved_at = moment, resolved_by = d.number
          from staged_row s
          where q.department_code = d.department_code and q.source_record_id = s.source_record_id
            and q.type_code = d.type_code and q.resolved_at is null and q.delivery_number <> d.number;
        end $$
    `);
    this.#versions();
    this.addSql('revoke all on function resolve_waiting(delivery, timestamptz) from public');
  }

  #versions(): void {
    this.addSql(`
      create or replace function write_versions(d delivery, this_turn integer, moment timestamptz) returns void
        language plpgsql security definer set search_path = integrity, pg_temp as $$
        declare t record_type;
        begin
          select * into strict t from record_type where code = d.type_code;
          insert into credit_record (id, version, recorded_at, department_code, source_record_id, content_hash, type_code,
            polarity, data_class, level, title, status, decided_on, valid_until, published_until, document_number,
            legal_basis, source_as_of, delivery_number, line)
          select j.record_id, 1, moment, d.department_code, s.source_record_id, s.content_hash, d.type_code, t.polarity,
            t.data_class, s.level, s.title, 'RECORDED', s.decided_on, s.valid_until, s.published_until, s.document_number,
            s.legal_basis, s.source_as_of, d.number, s.line
          from judged_row j join staged_row s using (line)
          where j.turn = this_turn and j.outcome = 'CREATED' order by j.record_id;
          if not exists (select from judged_row where turn = this_turn and outcome in ('CORRECTED', 'WITHDRAWN')) then
            return;
          end if;
          update credit_record c set superseded_at = moment from judged_row j
          where j.turn = this_turn and j.outcome in ('CORRECTED', 'WITHDRAWN') and c.id = j.record_id
            and c.version = j.version - 1;
          -- A department corrects what a record says; what became of it (disputed, repaired, sealed) stays.
          insert into credit_record (id, version, recorded_at, department_code, source_record_id, content_hash, type_code,
            polarity, data_class, level, title, status, decided_on, valid_until, published_until, repaired_on, sealed_on,
            document_number, legal_basis, source_as_of, delivery_number, line)
          select c.id, j.version, moment, c.department_code, c.source_record_id, s.content_hash, c.type_code, t.polarity,
            t.data_class, s.level, s.title, case when c.status in ('REVOKED', 'EXPIRED') then 'RECORDED' else c.status end,
            s.decided_on, s.valid_until, s.published_until, c.repaired_on, c.sealed_on, s.document_number, s.legal_basis,
            s.source_as_of, d.number, s.line
          from judged_row j join staged_row s using (line)
          join credit_record c on c.id = j.record_id and c.version = j.version - 1
          where j.turn = this_turn and j.outcome = 'CORRECTED'
          union all
          select c.id, j.version, moment, c.department_code, c.source_record_id, c.content_hash, c.type_code, c.polarity,
            c.data_class, c.level, c.title, case c.status when 'SEALED' then 'SEALED' else 'REVOKED' end, c.decided_on,
            c.valid_until, c.published_until, c.repaired_on, c.sealed_on, c.document_number, c.legal_basis,
            s.source_as_of, d.number, s.line
          from judged_row j join staged_row s using (line)
          join credit_record c on c.id = j.record_id and c.version = j.version - 1
          where j.turn = this_turn and j.outcome = 'WITHDRAWN';
        end $$
    `);
  }
}
