import { Migration } from '@mikro-orm/migrations';

/** What a department gave out, by ticket; every subgraph has the table. Written only, and not by anybody else. */
export class Migration20261123DisclosureRecord extends Migration {
  override up(): void {
    this.addSql(`
      create table disclosure_record (
        ticket text collate "C" primary key,
        at timestamptz not null,
        access text collate "C" not null,
        actor text not null,
        role text not null,
        department text,
        purpose text not null,
        case_reference text,
        policy text not null,
        response text not null,
        given jsonb not null
      )
    `);
    this.addSql('create index disclosure_record_at on disclosure_record (at)');
    this.addSql(`
      do $$ begin
        execute format('revoke all on disclosure_record from %I', current_schema() || '_runtime');
        execute format('grant insert on disclosure_record to %I', current_schema() || '_runtime');
      end $$
    `);
  }
}
