import { Migration } from '@mikro-orm/migrations';

/**
 * What the call says of itself; null where there is none. Not asked by a query of its own, as elsewhere: one read of a review
 * names these tables fifty times, and planning some hundreds of such queries took longer than reading.
 */
const setting = (name: string): string => `nullif(current_setting('hub.${name}', true), '')`;

const isRole = (...roles: readonly string[]): string =>
  `${setting('role')} in (${roles.map((role) => `'${role}'`).join(', ')})`;

/** The office that examines and decides, and who audits it; the register carries reviews on by itself between acts. */
const isOffice = isRole('VETO_REVIEWER', 'REVIEW_APPROVER', 'AUDITOR', 'REGISTER');
const isReviewer = isRole('DEPARTMENT_REVIEWER');
/** Asked before any function that looks for somebody: for nobody it would look through everything. */
const isSomebody = `${setting('person')} is not null`;

/**
 * The third line over reviews, narrower: an area, or the whole city, opened all reviews in it to whoever had one, a department's
 * reviewer included; whoever was told of one saw every subject of it. Now the office and the auditor see by area, a department
 * what it is asked, with its own answers, and a person himself.
 */
export class Migration20261126RowSecurity extends Migration {
  override up(): void {
    this.#asked();
    this.#reviews();
    this.#subjects();
    this.#parts();
    this.#units();
    this.#keys();
  }

  /**
   * Which departments a review asks: the same of all of its subjects, because it has one purpose. Found among the answers each
   * time, as before, it took a millisecond for each row that a department was shown.
   */
  #asked(): void {
    this.addSql(`
      create table review_asked (
        review_id text collate "C" not null references review on delete cascade,
        department_code text collate "C" not null,
        primary key (review_id, department_code)
      )
    `);
    // Only what is not there yet, in one order: two that carry on the same review do not wait for each other in a circle.
    const asking = (answers: string): string => `
      insert into review_asked select distinct s.review_id, a.department_code
      from ${answers} a join review_subject s on s.id = a.review_subject_id
      where (a.state <> 'NOT_APPLICABLE' or a.opinion is not null) and not exists (select from review_asked k
        where k.review_id = s.review_id and k.department_code = a.department_code)
      order by 1, 2 on conflict do nothing`;
    this.addSql(asking('review_answer'));
    this.addSql(`
      create function note_asked() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$ begin ${asking('added')}; return null; end $$
    `);
    this.addSql('revoke all on function note_asked() from public');
    for (const event of ['insert', 'update'])
      this.addSql(`
        create trigger review_answer_asked_${event} after ${event} on review_answer referencing new table as added
          for each statement execute function note_asked()
      `);
    this.addSql('alter table review_asked enable row level security');
    this.addSql(`
      create policy review_asked_of_department on review_asked for select to integrity_runtime
        using (department_code = ${setting('own_department')})
    `);
    this.addSql(`
      create or replace function review_asks(review text, department text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from review_asked a where a.review_id = review and a.department_code = department)
        $$
    `);
  }

  #reviews(): void {
    this.addSql('drop policy review_of_those_concerned on review');
    this.addSql(`
      create policy review_of_those_concerned on review to integrity_runtime
        using ((${isOffice} and (${setting('is_city')} = 'true'
            or (area_code >= ${setting('area_from')} and area_code < ${setting('area_to')})))
          or (${isReviewer} and exists (select from review_asked a where a.review_id = id))
          or (${isSomebody} and review_tells(id, ${setting('person')})))
    `);
    // A key that somebody has used himself is in his way also where he does not see the review any more.
    this.addSql(`
      create function review_under_key(key text) returns table (id text, request_hash bytea) language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select r.id, r.request_hash from review r where r.actor = ${setting('actor')} and r.idempotency_key = key
        $$
    `);
    this.addSql('revoke all on function review_under_key(text) from public');
    this.addSql('grant execute on function review_under_key(text) to integrity_runtime');
  }

  #subjects(): void {
    this.addSql('drop policy review_subject_of_review on review_subject');
    this.addSql(`
      create policy review_subject_of_those_concerned on review_subject to integrity_runtime
        using (((${isOffice} or ${isReviewer}) and exists (select from review r where r.id = review_id))
          or (${isSomebody} and id in (select own_review_subjects(${setting('person')}))))
    `);
    // How far a review has come is told of all of its subjects, whichever of them one sees, but a reviewer's own.
    this.addSql(`
      create function review_progress(asked text, reviewer text) returns table (state text, count integer)
        language sql stable security definer set search_path = integrity, pg_temp as $$
          select s.state, count(*)::integer from review_subject s
          where s.review_id = asked and (reviewer is null or not is_own_review(s.id, reviewer)) group by s.state
        $$
    `);
    this.addSql('revoke all on function review_progress(text, text) from public');
    this.addSql('grant execute on function review_progress(text, text) to integrity_runtime');
  }

  #parts(): void {
    const isOfSubject = 'exists (select from review_subject s where s.id = review_subject_id)';
    const narrow = (part: string, condition: string): void => {
      this.addSql(`drop policy review_${part}_of_subject on review_${part}`);
      this.addSql(`
        create policy review_${part}_of_subject on review_${part} to integrity_runtime
          using (${isOfSubject} and (${condition}))
      `);
    };
    narrow('answer', `not coalesce(${isReviewer}, false) or department_code = ${setting('own_department')}`);
    narrow('event', isOffice);
    // What is proposed and not signed is nobody's decision yet: its subject does not see it.
    narrow('decision', `countersigned_at is not null or not ${isSomebody}`);
    // As with reviews: a key that one has used himself.
    this.addSql(`
      create policy review_appeal_of_actor on review_appeal for select to integrity_runtime
        using (actor = ${setting('actor')})
    `);
  }

  /** Units and regions are nobody's personal data, and seen in any call; outside of one there is nothing to see. */
  #units(): void {
    this.addSql('drop policy subject_of_admitted on subject');
    this.addSql(`
      create policy subject_of_admitted on subject for select to integrity_runtime
        using ((person_id is null and ${setting('purpose')} is not null)
          or person_id = any(coalesce((select nullif(current_setting('hub.persons', true), '')::text[]), '{}')))
    `);
  }

  /**
   * A unique key tells whether a row is there that one does not see. So whoever writes keys binds them to himself, and no key
   * is ever written again.
   */
  #keys(): void {
    const asked = { review: isOffice, review_appeal: 'true' };
    for (const [table, condition] of Object.entries(asked))
      this.addSql(`
        create policy ${table}_by_actor on ${table} as restrictive for insert to integrity_runtime
          with check (actor = ${setting('actor')} and ${condition})
      `);
    const written = {
      review: 'cancelled_at, cancel_reason',
      review_subject: `state, version, proposal, missing, notice_until, statement, stated_at, effective_to, snapshot,
        snapshot_hash, ground_hash, needs_collection, act, actor, acted_at, details`,
      review_answer: `state, basis, data_as_of, due_at, reminded_at, answered_at, answered_by, opinion, reason, records,
        response_hash`,
      review_decision: `countersigned_by, countersigned_role, countersigned_person, countersigned_at, expires_on, veto_id, ended_at, snapshot,
        snapshot_hash, signed_version, payload, jws, headline`,
      review_appeal: 'outcome, answered_by, answer, answered_at',
    };
    for (const [table, columns] of Object.entries(written)) {
      this.addSql(`revoke update on ${table} from integrity_runtime`);
      this.addSql(`grant update (${columns}) on ${table} to integrity_runtime`);
    }
    // It looks at the subject past row security, so it speaks after it: before, it told a subject that is hidden from none.
    this.addSql('drop trigger review_decision_outcome on review_decision');
    this.addSql(`
      create trigger review_decision_outcome after insert or update of outcome, review_subject_id on review_decision
        for each row execute function check_outcome()
    `);
  }
}
