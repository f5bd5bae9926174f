import { Migration } from '@mikro-orm/migrations';

/**
 * That the register has become another: somebody was registered, or is called otherwise. Who waits for somebody asks this
 * instead of looking for everybody again and again. Rows and not a counter: whoever takes them takes what was committed, no
 * writer waits for another, and what is committed meanwhile is there the next time.
 */
export class Migration20261126RegisterNews extends Migration {
  override up(): void {
    this.addSql(
      'create table register_news (number bigint generated always as identity primary key, at timestamptz not null default now())',
    );
    this.addSql('revoke all on register_news from persons_runtime');
    this.addSql(`
      create function note_register_news() returns trigger language plpgsql
        security definer set search_path = persons, pg_temp as $$
        begin
          insert into register_news default values;
          return null;
        end $$
    `);
    this.addSql('revoke all on function note_register_news() from public');
    // A statement each, however many people it is about.
    this.addSql(`
      create trigger person_registered after insert or update of id_number_hmac, name, birth_date, mobile, death_date on person
        for each statement execute function note_register_news()
    `);
    this.addSql(`
      create function take_register_news() returns boolean language plpgsql
        security definer set search_path = persons, pg_temp as $$
        begin
          delete from register_news;
          return found;
        end $$
    `);
    this.addSql('revoke all on function take_register_news() from public');
    this.addSql('grant execute on function take_register_news() to integrity_owner');
  }
}
