import { Migration } from '@mikro-orm/migrations';

/** The doors to `take-in-one-pass-20261126.ts`: an import's own connection, and the register's, which serves others after. */
export class Migration20261126DoorsInOnePass extends Migration {
  override up(): void {
    // A crash of the server costs a batch, which the next run repeats. Two runs of one file do not take the same lines twice:
    // the one that comes second ends, and goes on from there when it is started again.
    this.addSql(`
      create function take_block(asked_number integer, first integer, through integer, block bytea, block_digest bytea)
        returns delivery language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          perform set_config('synchronous_commit', 'off', true);
          perform from delivery where number = asked_number and ended_at is null and taken_through < first for update;
          if not found then
            raise object_not_in_prerequisite_state using message = 'these lines were taken in meanwhile';
          end if;
          insert into delivered_block values (asked_number, first, through, block, block_digest);
          return take_staged(asked_number, through);
        end $$
    `);
    this.addSql('revoke all on function take_block(integer, integer, integer, bytea, bytea) from public');
    // As in `delivery-doors-20261124.ts`, and what names people does not stay with the connection.
    this.addSql(`
      create or replace function deliver_rows(asked_number integer, rows jsonb, through integer, first integer,
        block bytea, block_digest bytea) returns delivery language plpgsql
        security definer set search_path = integrity, pg_temp as $$
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
          perform prepare_staged(d.department_code, d.type_code);
          d := take_staged(asked_number, through);
          truncate staged_row, matched_row, judged_row, suggested_row, linking_row;
          return d;
        end $$
    `);
  }
}
