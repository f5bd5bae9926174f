import { Migration } from '@mikro-orm/migrations';

/**
 * Each record type knows the moment its deliveries speak of, and a department is as fresh as the oldest of them. While one moment
 * stood for all types, a delivery of any of them, an empty one too, made a review believe in the absence of records of the others.
 */
export class Migration20261126TypeFreshness extends Migration {
  override up(): void {
    this.addSql('alter table record_type add column data_as_of timestamptz');
    this.addSql(`
      update record_type t set data_as_of = f.data_as_of from feed f where f.department_code = t.department_code
    `);
    // A delivery that brought rows and no good one makes nothing fresher.
    this.addSql(`
      create or replace function finish_delivery(asked_number integer) returns delivery language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare d delivery;
        begin
          select * into strict d from delivery where number = asked_number;
          perform assert_own_department(d.department_code);
          update delivery set ended_at = now() where number = asked_number and ended_at is null returning * into d;
          if not found then select * into d from delivery where number = asked_number; return d; end if;
          if d.row_count = 0 or d.row_count > d.quarantined_count then
            update record_type set data_as_of = greatest(data_as_of, d.data_as_of) where code = d.type_code;
          end if;
          update feed set
            data_as_of = (select min(t.data_as_of) from record_type t where t.department_code = d.department_code),
            last_imported_at = d.ended_at,
            record_count = record_count + d.created_count,
            quarantined_count = (select count(*) from quarantined_row
              where department_code = d.department_code and resolved_at is null)
          where department_code = d.department_code;
          return d;
        end $$
    `);
  }
}
