import { Migration } from '@mikro-orm/migrations';
import { transitions } from '../domain/review/subject-state.ts';

/** What is done to a subject and leaves it where it stands. */
const staying = ['ANSWER', 'WITHDRAW', 'STATE_CASE', 'REMIND'];

/**
 * What happens to a subject of a review: only what the table of transitions has, each with an event chained to the one before
 * by a hash; and which decisions no proposal allows. The database refuses the rest, whoever asks.
 */
export class Migration20261125ReviewEvents extends Migration {
  override up(): void {
    this.#transitions();
    this.#events();
    this.#outcomes();
  }

  #transitions(): void {
    this.addSql(`
      create table review_transition (act text not null, from_state text not null, to_state text not null,
        primary key (act, from_state))
    `);
    const moves = Object.entries(transitions).flatMap(([act, { from, to }]) =>
      from.map((state) => [act, state, to]),
    );
    const states = [...new Set(Object.values(transitions).flatMap(({ from, to }) => [...from, to]))];
    const stays = staying.flatMap((act) => states.map((state) => [act, state, state]));
    const rows = [...moves, ...stays].map((row) => `(${row.map((text) => `'${text}'`).join(', ')})`);
    this.addSql(`insert into review_transition (act, from_state, to_state) values ${rows.join(', ')}`);
    this.addSql(`
      create function check_review_act() returns trigger language plpgsql set search_path = integrity, pg_temp as $$
        begin
          if new.version <> old.version + 1 or not exists (select from review_transition t
            where t.act = new.act and t.from_state = old.state and t.to_state = new.state) then
            raise check_violation using message = format('%s leads not from %s to %s', new.act, old.state, new.state);
          end if;
          return new;
        end $$
    `);
    this.addSql(`
      create trigger review_subject_acts before update on review_subject for each row execute function check_review_act()
    `);
  }

  #events(): void {
    this.addSql(`
      create table review_event (
        review_subject_id text collate "C" not null references review_subject,
        version integer not null,
        at timestamptz not null,
        act text not null,
        from_state text,
        to_state text not null,
        actor text not null,
        details jsonb not null,
        hash bytea not null,
        primary key (review_subject_id, version)
      )
    `);
    this.addSql(`
      create function review_event_hash(before bytea, e review_event) returns bytea language sql immutable as $$
          select sha256(coalesce(before, '') || convert_to(jsonb_build_array(e.review_subject_id, e.version,
            extract(epoch from e.at)::text, e.act, e.from_state, e.to_state, e.actor, e.details)::text, 'UTF8'))
        $$
    `);
    this.addSql(`
      create function write_review_event() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare e review_event;
        begin
          e := (new.id, new.version, new.acted_at, new.act, case tg_op when 'UPDATE' then old.state end, new.state, new.actor,
            new.details, '');
          e.hash := review_event_hash((select p.hash from review_event p
            where p.review_subject_id = new.id and p.version = new.version - 1), e);
          insert into review_event select e.*;
          return null;
        end $$
    `);
    this.addSql(`
      create trigger review_subject_tells after insert or update on review_subject
        for each row execute function write_review_event()
    `);
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql as $$
        begin raise insufficient_privilege using message = 'what happened is never changed'; end $$
    `);
    this.addSql(`
      create trigger review_event_stands before update or delete on review_event
        for each row when (current_setting('hub.emptying', true) is distinct from 'yes') execute function refuse_change()
    `);
  }

  #outcomes(): void {
    this.addSql(`
      create function check_outcome() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare s review_subject;
        begin
          select * into s from review_subject where id = new.review_subject_id;
          if not coalesce(case new.outcome
            when 'OPINION' then s.kind = 'INDIVIDUAL'
            when 'DEFER' then s.kind <> 'INDIVIDUAL'
            when 'VETO' then s.kind <> 'INDIVIDUAL' and s.proposal = 'VETO'
            when 'PROVISIONAL' then s.kind <> 'INDIVIDUAL' and s.proposal = 'UNDETERMINED'
            when 'NO_VETO' then s.kind <> 'INDIVIDUAL'
              and (s.proposal = 'PASS' or (s.proposal = 'VETO' and s.missing = '{}')) end, false) then
            raise check_violation using message = format('%s is no decision on %s', new.outcome, s.proposal);
          end if;
          return new;
        end $$
    `);
    this.addSql(`
      create trigger review_decision_outcome before insert or update of outcome, review_subject_id on review_decision
        for each row execute function check_outcome()
    `);
  }
}
