import { Migration } from '@mikro-orm/migrations';
import { payload } from './take-in-one-pass-20261126.ts';

/** A batch on its way: as it was staged, whom the register knows of it, what became of it, and who is not certain. */
const tables = {
  staged_row: `line integer not null, record_id text collate "C", operation text, quarantine_id text, faults jsonb, turn integer,
    ${payload}`,
  matched_row: `line integer not null, person_id text collate "C", subject_id text collate "C", name_agrees boolean,
    birth_date_agrees boolean, is_deceased boolean`,
  judged_row: `line integer not null, turn integer not null, record_id text collate "C" not null, version integer not null,
    outcome text not null, is_named_anew boolean not null, former_hmac bytea, method text, reason text,
    person_id text collate "C", subject_id text collate "C", name_agrees boolean, birth_date_agrees boolean,
    is_deceased boolean, ${payload}`,
  suggested_row: `line integer not null, person_id text collate "C" not null, phone_agrees boolean, is_deceased boolean`,
  linking_row: `line integer not null, record_id text collate "C" not null, version integer not null, method text not null,
    reason text not null, score numeric(4,3) not null, person_id text collate "C", subject_id text collate "C",
    name text, name_agrees boolean, birth_date_agrees boolean, phone_agrees boolean, is_deceased boolean`,
};
const names = Object.keys(tables);

/** The doors to `take-in-one-pass-20261126.ts`: an import's own connection, and the register's, which serves others after. */
export class Migration20261126DoorsInOnePass extends Migration {
  override up(): void {
    this.#stage();
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
    // As in `delivery-doors-20261124.ts`.
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
          perform open_staging(false);
          insert into staged_row select * from jsonb_populate_recordset(null::staged_row, rows);
          update staged_row set faults = (faults #>> '{}')::jsonb where jsonb_typeof(faults) = 'string';
          insert into delivered_block values (asked_number, first, through, block, block_digest);
          perform prepare_staged(d.department_code, d.type_code);
          return take_staged(asked_number, through);
        end $$
    `);
  }

  #stage(): void {
    // An import's batch outlives the transaction that stages it, and is taken in by another that is a single statement: nothing
    // that others wait for waits for the client. What names people does not stay with a connection that serves others after.
    this.addSql('drop function open_staging()');
    this.addSql(`
      create function open_staging(outlives_transaction boolean) returns void language plpgsql security definer
        set search_path = integrity, pg_temp set client_min_messages = error as $$
        declare fate text := case when outlives_transaction then 'preserve' else 'delete' end;
        begin
          ${Object.entries(tables)
            .map(
              ([name, columns]) =>
                `execute format('create temporary table if not exists ${name} (${columns}) on commit %s rows', fate);`,
            )
            .join('\n          ')}
          if outlives_transaction then
            truncate ${names.join(', ')};
          else
            ${names.map((name) => `delete from ${name};`).join(' ')}
          end if;
        end $$
    `);
    this.addSql('revoke all on function open_staging(boolean) from public');
  }
}
