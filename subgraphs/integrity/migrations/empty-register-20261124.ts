import { Migration } from '@mikro-orm/migrations';

/** Whoever empties the records empties what was delivered, decided and told about them: it would speak of nothing. */
export class Migration20261124EmptyRegister extends Migration {
  override up(): void {
    this.addSql(`
      create function empty_with_records() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          -- Deleted, not truncated: one statement may empty these tables and the records together.
          delete from holding_list_entry;
          delete from holding_list;
          delete from holding_entry;
          delete from holding_index;
          delete from record_change;
          delete from record_act;
          delete from link_candidate;
          delete from quarantined_row;
          delete from delivered_block;
          delete from delivery;
          return null;
        end $$
    `);
    this.addSql('revoke all on function empty_with_records() from public');
    this.addSql(`
      create trigger credit_record_emptied after truncate on credit_record
        for each statement execute function empty_with_records()
    `);
  }
}
