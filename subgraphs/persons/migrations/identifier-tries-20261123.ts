import { Migration } from '@mikro-orm/migrations';

/** How often a caller compared somebody's number on a day; of who the caller is, a digest. */
export class Migration20261123IdentifierTries extends Migration {
  override up(): void {
    this.addSql(`
      create table identifier_try (
        actor bytea not null,
        person_id text collate "C" not null,
        tried_on date not null,
        tries smallint not null check (tries between 1 and 3),
        primary key (actor, person_id, tried_on)
      )
    `);
    this.addSql('grant insert, update (tries) on identifier_try to persons_runtime');
  }
}
