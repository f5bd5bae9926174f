import { Migration } from '@mikro-orm/migrations';

/** How many rows wait is counted when it is asked (`feed-counts-20261126.ts`), so no feed keeps a count that nobody reads. */
export class Migration20261126FeedQuarantine extends Migration {
  override up(): void {
    this.addSql('alter table feed drop column quarantined_count');
    // All else is as in `type-freshness-20261126.ts`: a delivery that brought rows and no good one makes nothing fresher.
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
            record_count = record_count + d.created_count
          where department_code = d.department_code;
          return d;
        end $$
    `);
  }
}
