import { Migration } from '@mikro-orm/migrations';

/**
 * The doors of the pipeline: who opens a receipt, hands in rows and closes it. The run-time role may do so for the
 * department that calls and for no other.
 */
export class Migration20261124DeliveryDoors extends Migration {
  override up(): void {
    this.addSql(`
      create function assert_own_department(department text) returns void language plpgsql as $$
        begin
          if session_user = 'integrity_runtime'
            and department is distinct from nullif(current_setting('hub.department', true), '') then
            raise insufficient_privilege using message = 'a department delivers for itself';
          end if;
        end $$
    `);
    // The same key is the same delivery: the receipt that is there is given, whatever came with it.
    this.addSql(`
      create function begin_delivery(asked_id text, department text, type text, door text, key text, digest bytea,
        as_of timestamptz, actor text) returns delivery language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare d delivery;
        begin
          perform assert_own_department(department);
          insert into delivery (id, department_code, type_code, channel, idempotency_key, content_digest, data_as_of,
            delivered_by, begun_at)
          values (asked_id, department, type, door, key, digest, as_of, actor, now())
          on conflict (department_code, idempotency_key) do nothing;
          select * into strict d from delivery where department_code = department and idempotency_key = key;
          return d;
        end $$
    `);
    this.addSql(`
      create function deliver_rows(asked_number integer, rows jsonb, through integer, first integer,
        block bytea, block_digest bytea) returns delivery language plpgsql security definer set search_path = integrity, pg_temp as $$
        declare d delivery;
        begin
          select * into strict d from delivery where number = asked_number for update;
          perform assert_own_department(d.department_code);
          -- A part that came before is taken once; another part under its key is refused, for its rows would be lost.
          if d.ended_at is not null or through <= d.taken_through then
            if not exists (select from delivered_block b where b.delivery_number = asked_number
              and b.first_line = first and b.last_line = through and b.digest = block_digest) then
              return null;
            end if;
            return d;
          end if;
          if first <= d.taken_through then return null; end if;
          perform open_staging();
          insert into staged_row select * from jsonb_populate_recordset(null::staged_row, rows);
          update staged_row set faults = (faults #>> '{}')::jsonb where jsonb_typeof(faults) = 'string';
          insert into delivered_block values (asked_number, first, through, block, block_digest);
          return take_staged(asked_number, through);
        end $$
    `);
    // A delivery that brought rows and no good one makes no feed fresher.
    this.addSql(`
      create function finish_delivery(asked_number integer) returns delivery language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare d delivery;
        begin
          select * into strict d from delivery where number = asked_number;
          perform assert_own_department(d.department_code);
          update delivery set ended_at = now() where number = asked_number and ended_at is null returning * into d;
          if not found then select * into d from delivery where number = asked_number; return d; end if;
          update feed set
            data_as_of = case when d.row_count > 0 and d.row_count = d.quarantined_count then data_as_of
              else greatest(data_as_of, d.data_as_of) end,
            last_imported_at = d.ended_at,
            record_count = record_count + d.created_count,
            quarantined_count = (select count(*) from quarantined_row
              where department_code = d.department_code and resolved_at is null)
          where department_code = d.department_code;
          return d;
        end $$
    `);
    // The rows of a receipt as they came, for the department itself to look at or to take back and correct.
    this.addSql(`
      create function delivered_blocks(asked_number integer, lines integer[])
        returns table (first_line integer, last_line integer, sealed bytea) language plpgsql stable
        security definer set search_path = integrity, pg_temp as $$
        begin
          perform assert_own_department((select department_code from delivery where number = asked_number));
          return query select b.first_line, b.last_line, b.sealed from delivered_block b
            where b.delivery_number = asked_number and exists (
              select from unnest(lines) as l where l between b.first_line and b.last_line)
            order by b.first_line;
        end $$
    `);
    this.addSql(`
      create function is_identifier_key(asked bytea) returns boolean language plpgsql stable
        security definer set search_path = integrity, pg_temp as $$
        begin return persons.is_identifier_key(asked); end $$
    `);
    for (const signature of [
      'is_identifier_key(bytea)',
      'begin_delivery(text, text, text, text, text, bytea, timestamptz, text)',
      'deliver_rows(integer, jsonb, integer, integer, bytea, bytea)',
      'finish_delivery(integer)',
      'delivered_blocks(integer, integer[])',
    ]) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to integrity_runtime`);
    }
    this.addSql('revoke all on function assert_own_department(text) from public');
  }
}
