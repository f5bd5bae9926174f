import { Migration } from '@mikro-orm/migrations';

/**
 * Until when a case may be decided under reserve: as long as the first such decision on it ran, in whatever review of the same
 * matter. Signed again and again, it would be the pass that nobody may make of what is undetermined.
 */
export class Migration20261126ReserveOnce extends Migration {
  override up(): void {
    this.addSql('create index review_subject_cases on review_subject (case_key)');
    this.addSql(`
      create function reserve_until(asked text) returns date language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select min(d.expires_on) from review_subject s join review_subject o on o.case_key = s.case_key
          join review_decision d on d.review_subject_id = o.id
          where s.id = asked and d.outcome = 'PROVISIONAL' and d.countersigned_at is not null
        $$
    `);
    this.addSql('revoke all on function reserve_until(text) from public');
    this.addSql('grant execute on function reserve_until(text) to integrity_runtime');
  }
}
