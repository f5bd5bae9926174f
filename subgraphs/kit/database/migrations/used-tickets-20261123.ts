import { Migration } from '@mikro-orm/migrations';

/** Where writes book the single use of their tickets; every subgraph has the table. */
export class Migration20261123UsedTickets extends Migration {
  override up(): void {
    this.addSql(
      'create table used_ticket (jti text collate "C" primary key, expires_at timestamptz not null)',
    );
    this.addSql('create index used_ticket_end on used_ticket (expires_at)');
    this.addSql(`
      do $$ begin
        execute format('grant select, insert, delete on used_ticket to %I', current_schema() || '_runtime');
      end $$
    `);
  }
}
