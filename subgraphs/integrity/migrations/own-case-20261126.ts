import { Migration } from '@mikro-orm/migrations';

/**
 * Who is missing of a review, as far as its cases are a reviewer's to see: told of all of them, the difference would tell
 * him how his own case stands.
 */
export class Migration20261126OwnCase extends Migration {
  override up(): void {
    this.addSql(`
      create function review_missing(asked text, reviewer text) returns text[] language plpgsql stable
        security definer set search_path = integrity, pg_temp as $$ begin
          if reviewer is null then return review_missing(asked); end if;
          return (
            with seen as (select s.id, s.state from review_subject s
              where s.review_id = asked and not is_own_review(s.id, reviewer))
            select case when exists (select from seen where state in ('DRAFT', 'REQUESTED'))
              then array(select d.code from department d order by 1)
              else array(select distinct a.department_code from seen s
                join review_answer a on a.review_subject_id = s.id and a.due_at is not null
                where s.state <> 'REVOKED' order by 1) end);
        end $$
    `);
    this.addSql('revoke all on function review_missing(text, text) from public');
    this.addSql('grant execute on function review_missing(text, text) to integrity_runtime');
  }
}
