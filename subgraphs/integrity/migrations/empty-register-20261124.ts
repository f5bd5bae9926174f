import { Migration } from '@mikro-orm/migrations';

/** Whoever empties the records empties what was delivered, decided and told about them: it would speak of nothing. */
export class Migration20261124EmptyRegister extends Migration {
  override up(): void {
    this.addSql(`
      create function empty_with_records() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          truncate delivery, delivered_block, quarantined_row, link_candidate, record_act, record_change, holding_index,
            holding_entry, holding_list, holding_list_entry;
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
