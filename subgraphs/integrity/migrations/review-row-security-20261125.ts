import { Migration } from '@mikro-orm/migrations';

/**
 * The third line over reviews: staff by the area of who asked for them, departments those that are asked, a person those about
 * himself once he has been told.
 */
export class Migration20261125ReviewRowSecurity extends Migration {
  override up(): void {
    const setting = (name: string): string => `(select nullif(current_setting('hub.${name}', true), ''))`;
    this.addSql(`
      create function review_asks(review text, department text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from review_subject s join review_answer a on a.review_subject_id = s.id
            where s.review_id = review and a.department_code = department and a.state <> 'NOT_APPLICABLE')
        $$
    `);
    // A unit's responsible leaders speak for it.
    this.addSql(`
      create function speaks_for(asked text, person text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from review_subject s where s.id = asked and (s.person_id = person or exists (
            select from subject l join subject u on u.id = l.unit_id
            where l.person_id = person and l.kind = 'LEADER' and s.kind = 'UNIT' and u.credit_code = s.credit_code)))
        $$
    `);
    this.addSql(`
      create function is_told(s review_subject) returns boolean language sql immutable
        as $$ select s.state not in ('DRAFT', 'REQUESTED', 'COLLECTING', 'COLLECTED', 'INCOMPLETE', 'EVALUATED') $$
    `);
    this.addSql(`
      create function review_tells(review text, person text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from review_subject s where s.review_id = review and is_told(s) and speaks_for(s.id, person))
        $$
    `);
    this.addSql(`
      create function own_review_subjects(person text) returns setof text language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select s.id from review_subject s where is_told(s) and (s.person_id = person or (s.kind = 'UNIT' and s.credit_code in (
            select u.credit_code from subject l join subject u on u.id = l.unit_id
            where l.person_id = person and l.kind = 'LEADER')))
        $$
    `);
    this.addSql(`
      create function review_missing(asked text) returns text[] language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select case when exists (select from review_subject s where s.review_id = asked and s.state in ('DRAFT', 'REQUESTED'))
            then array(select d.code from department d order by 1)
            else array(select distinct a.department_code from review_subject s
              join review_answer a on a.review_subject_id = s.id and a.due_at is not null
              where s.review_id = asked and s.state <> 'REVOKED' order by 1) end
        $$
    `);
    // Where a department answers by the class alone, the class is all that is told.
    this.addSql(`
      create function review_record_title(record text, asked integer) returns text language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select c.title from credit_record c join record_type t on t.code = c.type_code
          where c.id = record and c.version = asked and t.answer_mode <> 'CLASS_ONLY'
            and exists (select from review_ground g where g.record_id = record)
            and not exists (select from credit_record n where n.id = record and n.superseded_at is null
              and n.status = 'SEALED')
        $$
    `);
    this.addSql(`
      create function review_record_of(subject text, record text, asked integer) returns setof record language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select c.id, c.version, c.type_code, c.level, c.status, c.decided_on, c.valid_until, ''::text
          from credit_record c where c.id = record and c.version = asked
            and exists (select from review_ground g where g.record_id = record and g.review_subject_id = subject)
            and not exists (select from credit_record n where n.id = record and n.superseded_at is null
              and n.status = 'SEALED')
        $$
    `);
    this.addSql('alter table review enable row level security');
    this.addSql(`
      create policy review_of_those_concerned on review to integrity_runtime
        using (${setting('is_city')} = 'true'
          or (area_code >= ${setting('area_from')} and area_code < ${setting('area_to')})
          or review_asks(id, ${setting('own_department')}) or review_tells(id, ${setting('person')}))
    `);
    this.addSql('alter table review_subject enable row level security');
    this.addSql(`
      create policy review_subject_of_review on review_subject to integrity_runtime
        using (exists (select from review r where r.id = review_id))
    `);
    for (const table of ['answer', 'finding', 'decision', 'appeal', 'event', 'ground']) {
      this.addSql(`alter table review_${table} enable row level security`);
      this.addSql(`
        create policy review_${table}_of_subject on review_${table} to integrity_runtime
          using (exists (select from review_subject s where s.id = review_subject_id))
      `);
    }
    this.addSql(
      'grant insert on review, review_subject, review_decision, review_appeal to integrity_runtime',
    );
    this.addSql(
      'grant update on review, review_subject, review_answer, review_decision, review_appeal to integrity_runtime',
    );
    this.addSql('grant insert, delete on review_finding, review_ground to integrity_runtime');
    for (const signature of [
      'review_asks(text, text)',
      'speaks_for(text, text)',
      'review_tells(text, text)',
      'own_review_subjects(text)',
      'review_missing(text)',
      'review_record_title(text, integer)',
      'review_record_of(text, text, integer)',
    ]) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to integrity_runtime`);
    }
    // Whoever empties the subjects empties the reviews of them.
    this.addSql(`
      create function empty_with_subjects() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          perform set_config('hub.emptying', 'yes', true);
          delete from review_event; delete from review_appeal; delete from review_decision; delete from review_finding;
          delete from review_ground; delete from review_answer; delete from review_subject; delete from review;
          return null;
        end $$
    `);
    this.addSql('revoke all on function empty_with_subjects() from public');
    this.addSql(`
      create trigger subject_emptied after truncate on subject for each statement execute function empty_with_subjects()
    `);
  }
}
