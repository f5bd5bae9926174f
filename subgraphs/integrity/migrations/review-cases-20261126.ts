import { Migration } from '@mikro-orm/migrations';

/**
 * Three things that a caller's own sight of reviews got wrong: who has the case already, whether a department may come back to its
 * "not applicable", and what closed reviews still say of a record that has been sealed since.
 */
export class Migration20261126ReviewCases extends Migration {
  override up(): void {
    // One subject in one matter is one case in the whole city, whoever may see it.
    this.addSql(`
      create function open_review_cases(keys text[]) returns table (review_id text, key text, subject_count integer,
        subject_id text, is_outdone boolean) language sql stable security definer set search_path = integrity, pg_temp as $$
          select s.review_id, encode(s.case_key, 'hex'), r.subject_count, s.id,
            -- Put off, signed under reserve, or overturned: a later review takes its place.
            s.state = 'OVERTURNED' or (s.state in ('SIGNED', 'UPHELD') and exists (select from review_decision d
              where d.review_subject_id = s.id and d.ended_at is null and d.outcome in ('DEFER', 'PROVISIONAL')))
          from review_subject s join review r on r.id = s.review_id
          where s.case_key = any(array(select decode(k, 'hex') from unnest(keys) k))
            and s.state not in ('REVOKED', 'SUPERSEDED', 'EXPIRED')
        $$
    `);
    this.addSql(`
      create or replace function review_asks(review text, department text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from review_subject s join review_answer a on a.review_subject_id = s.id
            where s.review_id = review and a.department_code = department
              and (a.state <> 'NOT_APPLICABLE' or a.opinion is not null))
        $$
    `);
    // 治安管理处罚法 §136: a sealed record looks like none, in what is closed as well.
    this.addSql(`
      create function is_sealed_record(record text) returns boolean language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select exists (select from credit_record n where n.id = record and n.superseded_at is null and n.status = 'SEALED')
        $$
    `);
    this.addSql(`
      create function unsealed_state(state text, records jsonb) returns text language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select case when state = 'ANSWERED_RECORD' and records <> '[]' and not exists (select from
            jsonb_array_elements(records) r where not is_sealed_record(r ->> 'id')) then 'ANSWERED_NONE' else state end
        $$
    `);
    for (const signature of [
      'open_review_cases(text[])',
      'is_sealed_record(text)',
      'unsealed_state(text, jsonb)',
    ]) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to integrity_runtime`);
    }
  }
}
