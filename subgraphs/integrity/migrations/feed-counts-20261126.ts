import { Migration } from '@mikro-orm/migrations';

/**
 * What a feed counts is what is there at the moment: rows of a delivery that is under way, or was killed and waits to go on,
 * too. Records that were sealed or taken back are not counted (治安管理处罚法 §136): both alike, because the feed of changes tells
 * of either that it was taken out, and a count that knew one from the other would say which was sealed.
 */
export class Migration20261126FeedCounts extends Migration {
  override up(): void {
    this.addSql(`
      create index credit_record_hidden on credit_record (department_code)
        where superseded_at is null and status in ('SEALED', 'REVOKED')
    `);
    this.addSql(
      'create index delivery_under_way on delivery (department_code) where ended_at is null and created_count > 0',
    );
    // Past row security, which parts departments: a count says nothing of any row.
    this.addSql(`
      create function feed_record_count(department text, finished integer) returns integer language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select finished
            + coalesce((select sum(d.created_count) from delivery d where d.department_code = department
              and d.ended_at is null and d.created_count > 0), 0)::integer
            - (select count(*) from credit_record r where r.department_code = department and r.superseded_at is null
              and r.status in ('SEALED', 'REVOKED'))::integer
        $$
    `);
    this.addSql(`
      create function feed_quarantined_count(department text) returns integer language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select count(*)::integer from quarantined_row q where q.department_code = department and q.resolved_at is null
        $$
    `);
    for (const signature of ['feed_record_count(text, integer)', 'feed_quarantined_count(text)']) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to integrity_runtime`);
    }
  }
}
