import { Migration } from '@mikro-orm/migrations';

/**
 * What `take-in-one-pass-20261126.ts` judged becomes versions of records: as in `take-delivery-at-pace-20261126.ts` and
 * `delivery-order-20261126.ts`, read from the judged rows alone.
 */
export class Migration20261126WriteInOnePass extends Migration {
  override up(): void {
    this.#create();
    this.#change();
    this.#confirm();
    this.#turn();
    for (const signature of [
      'create_records(delivery, integer, timestamptz)',
      'change_records(delivery, integer, timestamptz)',
      'take_turn(delivery, integer, timestamptz)',
    ])
      this.addSql(`revoke all on function ${signature} from public`);
  }

  #create(): void {
    // In the order in which they were staged, which is that of their ids: an index takes them at its end.
    this.addSql(`
      create function create_records(d delivery, this_turn integer, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare t record_type;
        begin
          select * into strict t from record_type where code = d.type_code;
          insert into credit_record (id, version, recorded_at, department_code, source_record_id, content_hash, type_code,
            polarity, data_class, level, title, status, decided_on, valid_until, published_until, document_number,
            legal_basis, source_as_of, delivery_number, line)
          select record_id, 1, moment, d.department_code, source_record_id, content_hash, d.type_code, t.polarity,
            t.data_class, level, title, 'RECORDED', decided_on, valid_until, published_until, document_number, legal_basis,
            source_as_of, d.number, line
          from judged_row where turn = this_turn and outcome = 'CREATED';
          insert into record_identity (record_id, department_code, subject_hmac, identity_hash, credit_code)
          select record_id, d.department_code, subject_hmac, identity_hash, credit_code
          from judged_row where turn = this_turn and outcome = 'CREATED';
        end $$
    `);
  }

  #change(): void {
    this.addSql(`
      create function change_records(d delivery, this_turn integer, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare
          t record_type;
          superseded bigint;
        begin
          select * into strict t from record_type where code = d.type_code;
          update credit_record c set superseded_at = moment from judged_row j
          where j.turn = this_turn and j.outcome in ('CORRECTED', 'WITHDRAWN') and c.id = j.record_id
            and c.version = j.version - 1 and c.superseded_at is null;
          get diagnostics superseded = row_count;
          -- Disputed, repaired or run out since it was judged, or forgotten: then nothing of it may be written.
          if superseded < (select count(*) from judged_row where turn = this_turn and outcome in ('CORRECTED', 'WITHDRAWN')) then
            raise serialization_failure using message = 'a record was changed while a delivery of it was taken in';
          end if;
          -- A department corrects what a record says; what became of it (disputed, repaired, sealed) stays.
          insert into credit_record (id, version, recorded_at, department_code, source_record_id, content_hash, type_code,
            polarity, data_class, level, title, status, decided_on, valid_until, published_until, repaired_on, sealed_on,
            document_number, legal_basis, source_as_of, delivery_number, line)
          select c.id, j.version, moment, c.department_code, c.source_record_id, j.content_hash, c.type_code, t.polarity,
            t.data_class, j.level, j.title, case when c.status in ('REVOKED', 'EXPIRED') then 'RECORDED' else c.status end,
            j.decided_on, j.valid_until, j.published_until, c.repaired_on, c.sealed_on, j.document_number, j.legal_basis,
            j.source_as_of, d.number, j.line
          from judged_row j join credit_record c on c.id = j.record_id and c.version = j.version - 1
          where j.turn = this_turn and j.outcome = 'CORRECTED'
          union all
          select c.id, j.version, moment, c.department_code, c.source_record_id, c.content_hash, c.type_code, c.polarity,
            c.data_class, c.level, c.title, case c.status when 'SEALED' then 'SEALED' else 'REVOKED' end, c.decided_on,
            c.valid_until, c.published_until, c.repaired_on, c.sealed_on, c.document_number, c.legal_basis,
            j.source_as_of, d.number, j.line
          from judged_row j join credit_record c on c.id = j.record_id and c.version = j.version - 1
          where j.turn = this_turn and j.outcome = 'WITHDRAWN';
        end $$
    `);
  }

  #confirm(): void {
    this.addSql(`
      create or replace function confirm_unchanged(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          update credit_record c set source_as_of = j.source_as_of
          from judged_row j
          where j.turn = this_turn and j.outcome = 'UNCHANGED' and c.id = j.record_id and c.version = j.version - 1
            and j.source_as_of > c.source_as_of;
        end $$
    `);
  }

  #turn(): void {
    // What is rare is done where there is some of it. Gives the delivery back with what the turn adds to its counts.
    this.addSql(`
      create function take_turn(d delivery, this_turn integer, moment timestamptz) returns delivery language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare n record;
        begin
          if (select count(*) from judged_row where turn = this_turn)
            < (select count(*) from staged_row where faults is null and coalesce(turn, 1) = this_turn) then
            perform judge_turn(d.department_code, d.type_code, this_turn, false);
          end if;
          -- What somebody made, changed or forgot meanwhile is judged as it is now, and held: who goes on changing records waits. What was locked is let go before.
          for attempt in 1 .. 3 loop
            begin
              perform create_records(d, this_turn, moment);
              select count(*) filter (where outcome = 'CREATED') as created,
                count(*) filter (where outcome = 'CORRECTED') as corrected,
                count(*) filter (where outcome = 'WITHDRAWN') as withdrawn,
                count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                count(*) filter (where outcome = 'OUTDATED') as outdated,
                count(*) filter (where outcome in ('UNKNOWN_RECORD', 'OTHER_TYPE')) as refused,
                count(*) filter (where is_named_anew and outcome = 'CORRECTED') as renamed,
                count(*) filter (where is_named_anew and method is distinct from 'CERTAIN') as uncertain
              into n from judged_row where turn = this_turn;
              if n.corrected + n.withdrawn > 0 then perform change_records(d, this_turn, moment); end if;
              exit;
            exception when unique_violation or serialization_failure or deadlock_detected then
              if attempt = 3 then raise; end if;
              perform from staged_row s cross join lateral (select from credit_record r
                where r.department_code = d.department_code and r.source_record_id = s.source_record_id
                  and r.superseded_at is null offset 0 for update) c
              where s.faults is null and coalesce(s.turn, 1) = this_turn;
              delete from judged_row where turn = this_turn;
              perform judge_turn(d.department_code, d.type_code, this_turn, false);
            end;
          end loop;
          if n.refused > 0 then perform refuse_turn(this_turn); end if;
          if n.unchanged > 0 then perform confirm_unchanged(this_turn); end if;
          if n.withdrawn > 0 then perform answer_withdrawn(this_turn, moment); end if;
          if n.renamed > 0 then perform name_anew(d, this_turn, moment); end if;
          if n.uncertain > 0 then perform gather_uncertain(this_turn); end if;
          perform write_links(d, this_turn, moment);
          d.created_count := d.created_count + n.created;
          d.corrected_count := d.corrected_count + n.corrected;
          d.withdrawn_count := d.withdrawn_count + n.withdrawn;
          d.unchanged_count := d.unchanged_count + n.unchanged;
          d.outdated_count := d.outdated_count + n.outdated;
          return d;
        end $$
    `);
  }
}
