import { Migration } from '@mikro-orm/migrations';

/**
 * A record that is sealed, taken back, repaired or has run out leaves no doubt behind: in no queue, and in no review, where
 * "uncertain who" would tell a sealed record from none (治安管理处罚法 §136). Comes it back, its doubts come back as they were.
 */
export class Migration20261126SettleCandidates extends Migration {
  override up(): void {
    this.addSql(`
      create function settle_candidates() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          -- Nothing can be in doubt about the first version of a record.
          if not exists (select from added where version > 1) then return null; end if;
          update link_candidate k set state = 'SUPERSEDED', decided_at = now(), decided_by = 'record' from added a
          where k.record_id = a.id and a.status in ('REPAIRED', 'EXPIRED', 'REVOKED', 'SEALED')
            and k.state in ('OPEN', 'PROPOSED');
          update link_candidate k set state = case when k.proposed_by is null then 'OPEN' else 'PROPOSED' end,
            decided_at = null, decided_by = null
          from added a
          where k.record_id = a.id and a.status in ('RECORDED', 'DISPUTED') and k.state = 'SUPERSEDED'
            and k.decided_by = 'record';
          return null;
        end $$
    `);
    this.addSql('revoke all on function settle_candidates() from public');
    this.addSql(`
      create trigger credit_record_settled after insert on credit_record referencing new table as added
        for each statement execute function settle_candidates()
    `);
    this.addSql(`
      update link_candidate k set state = 'SUPERSEDED', decided_at = now(), decided_by = 'record' from credit_record c
      where c.id = k.record_id and c.superseded_at is null and c.status in ('REPAIRED', 'EXPIRED', 'REVOKED', 'SEALED')
        and k.state in ('OPEN', 'PROPOSED')
    `);
  }
}
