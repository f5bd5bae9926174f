import { Migration } from '@mikro-orm/migrations';

/**
 * Reviews are kept ten years from the day their last subject was closed, thirty where one of them was vetoed (档案法), and then
 * forgotten as a whole: their archive packages are the archive's by then.
 */
export class Migration20261125RetainReviews extends Migration {
  override up(): void {
    this.addSql(`
      create function retain_reviews(on_day date) returns integer language plpgsql
        set search_path = integrity, pg_temp as $$
        declare gone integer;
        begin
          perform set_config('hub.emptying', 'yes', true);
          create temporary table leaving_review on commit drop as
            select s.review_id from review_subject s
            left join review_decision d on d.review_subject_id = s.id
            group by s.review_id
            having bool_and(s.state in ('SIGNED', 'UPHELD', 'OVERTURNED', 'EXPIRED', 'SUPERSEDED', 'REVOKED'))
              and max(s.acted_at) < on_day - case when bool_or(coalesce(d.outcome = 'VETO', false)) then interval '30 years'
                else interval '10 years' end;
          create temporary table leaving_subject on commit drop as
            select s.id from review_subject s join leaving_review r on r.review_id = s.review_id;
          delete from review_event where review_subject_id in (select id from leaving_subject);
          delete from review_appeal where review_subject_id in (select id from leaving_subject);
          delete from review_decision where review_subject_id in (select id from leaving_subject);
          delete from review_finding where review_subject_id in (select id from leaving_subject);
          delete from review_ground where review_subject_id in (select id from leaving_subject);
          delete from review_answer where review_subject_id in (select id from leaving_subject);
          delete from review_subject where id in (select id from leaving_subject);
          delete from review where id in (select review_id from leaving_review);
          get diagnostics gone = row_count;
          return gone;
        end $$
    `);
    this.addSql('revoke all on function retain_reviews(date) from public');
  }
}
