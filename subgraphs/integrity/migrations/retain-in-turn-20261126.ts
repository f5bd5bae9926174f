import { Migration } from '@mikro-orm/migrations';

/**
 * Retention, in turn with deliveries: beside one it could forget or end a record that was just being corrected, and one of the
 * two failed. What it does stands in `retain-rows-20261126.ts`.
 */
export class Migration20261126RetainInTurn extends Migration {
  override up(): void {
    this.addSql('alter function retain_records(date) rename to retain_records_in_turn');
    this.addSql(`
      create function retain_records(on_day date) returns table (expired bigint, forgotten bigint, blocks bigint)
        language plpgsql set search_path = integrity, pg_temp as $$
        begin
          perform pg_advisory_xact_lock(hashtext('integrity delivery'), hashtext(d.code))
          from (select code from department order by code) d;
          return query select * from retain_records_in_turn(on_day);
        end $$
    `);
    this.addSql('revoke all on function retain_records(date) from public');
  }
}
