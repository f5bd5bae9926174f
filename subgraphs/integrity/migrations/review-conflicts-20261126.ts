import { Migration } from '@mikro-orm/migrations';

/** The leaders of a unit or a region are concerned by what is decided about it, as a person is by what is decided about him. */
const ledBy = (subject: string): string => `
  select l.person_id as id from subject u join subject l on l.unit_id = u.id and l.kind = 'LEADER'
  where u.kind = ${subject}.kind and ((u.kind = 'UNIT' and u.credit_code = ${subject}.credit_code)
    or (u.kind = 'REGION' and u.division_code = ${subject}.division_code))`;

/**
 * Who is concerned by a case, again: what leads a region was forgotten, an official of whom nobody knew who he is was taken for a
 * stranger, and one without a department for one of none that complains.
 */
export class Migration20261126ReviewConflicts extends Migration {
  override up(): void {
    this.#whoLeads();
    this.#conflicts();
    this.#signers();
  }

  #whoLeads(): void {
    this.addSql(`
      create or replace function is_own_review(asked text, person text) returns boolean language plpgsql stable
        security definer set search_path = integrity, pg_temp as $$ begin
          return exists (
            select from review_subject s, lateral (select s.person_id as id union all ${ledBy('s')}) p
            where s.id = asked and p.id is not null and persons.are_of_one_household(p.id, person));
        end $$
    `);
    this.addSql(`
      create or replace function speaks_for(asked text, person text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from review_subject s
            where s.id = asked and person in (select s.person_id union all ${ledBy('s')}))
        $$
    `);
    this.addSql(`
      create or replace function own_review_subjects(person text) returns setof text language sql stable
        security definer set search_path = integrity, pg_temp as $$
          with led as (select u.kind, u.credit_code, u.division_code from subject l join subject u on u.id = l.unit_id
            where l.person_id = person and l.kind = 'LEADER')
          select s.id from review_subject s where is_told(s) and (s.person_id = person
            or (s.kind = 'UNIT' and s.credit_code in (select credit_code from led where led.kind = 'UNIT'))
            or (s.kind = 'REGION' and s.division_code in (select division_code from led where led.kind = 'REGION')))
        $$
    `);
  }

  /** All that speaks against somebody's acting in cases, in one row. Who is not given, or not found among the living, is unknown. */
  #conflicts(): void {
    this.addSql(`
      create function review_conflicts(asked text[], actor text, person text, department text)
        returns table (is_registered boolean, is_own boolean, has_handed_in boolean, is_complained_of boolean,
          is_complaining boolean)
        language plpgsql stable security definer set search_path = integrity, pg_temp as $$ begin
          return query select
            exists (select from persons.people_under_review(array[person]) p where not p.is_deceased),
            person is not null and exists (select from unnest(asked) as c(id) where is_own_review(c.id, person)),
            exists (select from review_event e where e.review_subject_id = any(asked) and e.act = 'STATE_CASE'
              and e.actor = review_conflicts.actor),
            count(a.department_code) > 0,
            coalesce(bool_or(a.department_code = department), false)
          from review_answer a where a.review_subject_id = any(asked) and a.state in ('ANSWERED_RECORD', 'SUPPRESSED');
        end $$
    `);
    this.addSql('revoke all on function review_conflicts(text[], text, text, text) from public');
    this.addSql('grant execute on function review_conflicts(text[], text, text, text) to integrity_runtime');
  }

  /** What was signed before either was kept stays as it is. */
  #signers(): void {
    this.addSql('alter table review_decision add column countersigned_person text');
    this.addSql(`
      alter table review_decision add constraint review_decision_signers check (countersigned_at is null
        or (coalesce(proposed_person, countersigned_person) is not null
          and proposed_person is distinct from countersigned_person)) not valid
    `);
  }
}
