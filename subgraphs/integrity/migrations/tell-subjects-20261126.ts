import { Migration } from '@mikro-orm/migrations';

/**
 * The first events of a review are written for all of its subjects at once: one by one, those of 5,000 took longer than a
 * caller waits.
 */
export class Migration20261126TellSubjects extends Migration {
  override up(): void {
    this.addSql(`drop trigger review_subject_tells on review_subject`);
    this.addSql(`
      create trigger review_subject_tells after update on review_subject
        for each row execute function write_review_event()
    `);
    this.addSql(`
      create function write_first_review_events() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          insert into review_event
          select (e).review_subject_id, (e).version, (e).at, (e).act, (e).from_state, (e).to_state, (e).actor, (e).details,
            review_event_hash(null, e)
          from (select row(s.id, s.version, s.acted_at, s.act, null, s.state, s.actor, s.details, '')::review_event as e
            from begun s) as events;
          return null;
        end $$
    `);
    this.addSql(`
      create trigger review_subjects_begin after insert on review_subject referencing new table as begun
        for each statement execute function write_first_review_events()
    `);
  }
}
