import { Migration } from '@mikro-orm/migrations';

/** Since when the department logs what it gives out; every subgraph has the table, with its one row. */
export class Migration20261123DisclosureLog extends Migration {
  override up(): void {
    this.addSql('create table disclosure_log_state (began_at timestamptz not null default now())');
    this.addSql('create unique index disclosure_log_state_one on disclosure_log_state ((true))');
    this.addSql('insert into disclosure_log_state default values');
  }
}
