import { Migration } from '@mikro-orm/migrations';

/** A row as it was staged, without what only its judging needs. Of the register's types: an index is used by its own alone. */
export const payload = `source_record_id text, content_hash bytea, subject_hmac bytea, credit_code char(18), identity_hash bytea, name text,
  birth_date date, phone text, title text, level text, decided_on date, valid_until date, published_until date,
  document_number text, legal_basis text, source_as_of timestamptz`;
const payloadColumns = payload.split(',').map((column) => column.trim().split(' ')[0]);

/**
 * A batch is judged in one pass: a row is joined once with whom the register knows it by and what is held of it, and everything
 * after reads what was judged and joins it with nothing. It is judged ahead, beside the batch before, as far as nothing is held
 * of its rows: what came meanwhile, the unique index of current records tells, and then all is judged anew. What becomes of a
 * row is judged as in `delivery-order-20261126.ts`.
 */
export class Migration20261126TakeInOnePass extends Migration {
  override up(): void {
    for (const signature of [
      'match_staged()',
      'take_turn(delivery, integer, integer, timestamptz)',
      'write_versions(delivery, integer, timestamptz)',
    ])
      this.addSql(`drop function ${signature}`);
    this.#prepare();
    this.#judge();
    this.#refuse();
    this.#take();
    for (const signature of [
      'prepare_staged(text, text)',
      'judge_turn(text, text, integer, boolean)',
      'refuse_turn(integer)',
    ])
      this.addSql(`revoke all on function ${signature} from public`);
  }

  #prepare(): void {
    // Every row with the number of somebody in the register has one in matched_row, with his subject where he has one already.
    this.addSql(`
      create function prepare_staged(of_department text, of_type text) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if (select coalesce(max(c), 0) > 1 from (
            select count(*) as c from staged_row where faults is null group by source_record_id) as same) then
            update staged_row s set turn = w.turn from (
              select ctid as place, row_number() over (partition by source_record_id order by line) as turn
              from staged_row where faults is null) w
            where w.place = s.ctid and w.turn > 1;
          end if;
          insert into matched_row
          select w.lines[m.position], m.person_id, s.id, m.name_agrees, m.birth_date_agrees, m.is_deceased
          from (select array_agg(line) as lines, array_agg(subject_hmac) as numbers, array_agg(name) as names,
              array_agg(birth_date) as birth_dates
            from staged_row where faults is null and subject_hmac is not null and credit_code is null) w
          cross join lateral persons.match_people(w.numbers, w.names, w.birth_dates) m
          left join lateral (select u.id from subject u
            where u.person_id = m.person_id and u.kind = 'INDIVIDUAL' offset 0) s on true;
          perform judge_turn(of_department, of_type, 1, true);
        end $$
    `);
  }

  #judge(): void {
    // Of rows that were not judged yet: ahead only those that make a record. Each row looks its record up by the index: a join
    // over the whole register would cost more the larger it is. Nothing is known of a table that was filled just now, so loops
    // over whole ones are ruled out.
    this.addSql(`
      create function judge_turn(of_department text, of_type text, this_turn integer, is_ahead boolean) returns void
        language plpgsql
        security definer set search_path = integrity, pg_temp set enable_nestloop = off set jit = off as $$
        begin
          insert into judged_row
          select n.line, this_turn, n.record, n.version, n.outcome, n.is_named_anew, n.former_hmac,
            case when not n.is_named_anew or n.subject_hmac is null or n.credit_code is not null then null
              when n.person_id is null then 'NO_MATCH' when n.former_hmac <> n.subject_hmac or n.is_deceased then 'CONFLICT'
              when n.name_agrees and n.birth_date_agrees then 'CERTAIN' else 'NAME_MISMATCH' end,
            case when not n.is_named_anew or n.subject_hmac is null or n.credit_code is not null then null
              when n.person_id is null then 'NUMBER_UNKNOWN' when n.former_hmac <> n.subject_hmac then 'NUMBER_CHANGED'
              when n.is_deceased then 'DECEASED' when n.name_agrees and n.birth_date_agrees then 'ALL_AGREE'
              when not n.name_agrees then 'NAME_DIFFERS' else 'BIRTH_DATE_DIFFERS' end,
            n.person_id, n.subject_id, n.name_agrees, n.birth_date_agrees, n.is_deceased,
            ${payloadColumns.map((column) => `n.${column}`).join(', ')}
          from (
            select v.*, v.outcome in ('CREATED', 'CORRECTED') and v.identity_hash is distinct from v.former_hash as is_named_anew
            from (
              select s.*, m.person_id, m.subject_id, m.name_agrees, m.birth_date_agrees, m.is_deceased,
                coalesce(c.id, s.record_id) as record, coalesce(c.version, 0) + 1 as version, c.former_hash, c.former_hmac,
                case
                  when c.id is null then case when s.operation = 'WITHDRAW' then 'UNKNOWN_RECORD' else 'CREATED' end
                  when c.type_code <> of_type then 'OTHER_TYPE'
                  -- What is older than what is held undoes nothing, whenever it comes.
                  when s.source_as_of < c.source_as_of then 'OUTDATED'
                  when s.operation = 'WITHDRAW' then case when c.status = 'REVOKED' then 'UNCHANGED' else 'WITHDRAWN' end
                  -- What was withdrawn and is delivered again later holds again; what somebody took back does not.
                  when s.content_hash = c.content_hash and c.status = 'REVOKED' and s.source_as_of > c.source_as_of
                    and not exists (select from record_act a where a.record_id = c.id and a.version = c.version
                      and a.act = 'REVOKE') then 'CORRECTED'
                  when s.content_hash = c.content_hash then 'UNCHANGED'
                  else 'CORRECTED'
                end as outcome
              from staged_row s
              left join judged_row k on k.line = s.line
              left join matched_row m on m.line = s.line
              left join lateral (select r.id, r.version, r.type_code, r.status, r.source_as_of, r.content_hash,
                  i.identity_hash as former_hash, i.subject_hmac as former_hmac
                from credit_record r left join lateral (select k.identity_hash, k.subject_hmac from record_identity k
                  where k.record_id = r.id offset 0) i on true
                where r.department_code = of_department and r.source_record_id = s.source_record_id
                  and r.superseded_at is null offset 0) c on true
              where s.faults is null and coalesce(s.turn, 1) = this_turn and k.line is null offset 0) v
            where not is_ahead or v.outcome = 'CREATED' offset 0) n;
        end $$
    `);
  }

  #refuse(): void {
    this.addSql(`
      create function refuse_turn(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp set enable_nestloop = off set jit = off as $$
        begin
          update staged_row s set faults = jsonb_build_array(jsonb_build_object('column', 'source_id', 'reason', j.outcome,
            'expected', case j.outcome when 'UNKNOWN_RECORD' then 'the id of a record that was delivered before'
              else 'the record type that this id was delivered under' end,
            'found', case j.outcome when 'UNKNOWN_RECORD' then 'an id that is not known' else 'another record type' end))
          from judged_row j
          where j.line = s.line and j.turn = this_turn and j.outcome in ('UNKNOWN_RECORD', 'OTHER_TYPE');
          delete from judged_row where turn = this_turn and outcome in ('UNKNOWN_RECORD', 'OTHER_TYPE');
        end $$
    `);
  }

  #take(): void {
    // Takes what was staged and prepared.
    this.addSql(`
      create or replace function take_staged(asked_number integer, through integer) returns delivery language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare
          d delivery;
          moment timestamptz;
          turns integer;
        begin
          select * into strict d from delivery where number = asked_number for update;
          if d.ended_at is not null or through <= d.taken_through then return d; end if;
          perform pg_advisory_xact_lock(hashtext('integrity delivery'), hashtext(d.department_code));
          -- Not before its turn: what was written while this waited was recorded before.
          moment := clock_timestamp();
          -- Several versions of one record in a batch are taken one after the other.
          select case when count(*) > 0 then coalesce(max(turn), 1) else 0 end into turns from staged_row where faults is null;
          for this_turn in 1 .. turns loop
            d := take_turn(d, this_turn, moment);
          end loop;
          insert into quarantined_row (id, delivery_number, department_code, type_code, line, source_record_id, faults,
            quarantined_at)
          select d.id || '-' || line, d.number, d.department_code, d.type_code, line, source_record_id, faults, moment
          from staged_row where faults is not null;
          perform resolve_waiting(d, moment);
          update delivery set
            taken_through = through,
            row_count = d.row_count + n.rows,
            created_count = d.created_count,
            corrected_count = d.corrected_count,
            withdrawn_count = d.withdrawn_count,
            unchanged_count = d.unchanged_count,
            outdated_count = d.outdated_count,
            quarantined_count = d.quarantined_count + n.quarantined
          from (select count(*) as rows, count(faults) as quarantined from staged_row) as n
          where number = d.number returning delivery.* into d;
          return d;
        end $$
    `);
  }
}
