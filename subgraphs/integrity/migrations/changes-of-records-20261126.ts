import { Migration } from '@mikro-orm/migrations';

/**
 * A change of a record is a version of it, so `record_change` is a view of the versions: as a table of its own, written by a
 * trigger, it said nothing that they did not and cost a seventh of taking a record in. Versions keep the transaction that wrote
 * them. The order is `(xid, version, record_id)`: that of `record-change-20261124.ts`, with what is settled told by `xid` still.
 * Whose record is forgotten has no changes any more.
 */
export class Migration20261126ChangesOfRecords extends Migration {
  override up(): void {
    this.addSql('alter table credit_record add column xid xid8 not null default pg_current_xact_id()');
    // Whoever has read up to a change goes on from there.
    this.addSql(`
      update credit_record r set xid = c.xid from record_change c where c.record_id = r.id and c.version = r.version
    `);
    this.addSql('drop trigger credit_record_changed on credit_record');
    this.addSql('drop function note_record_changes()');
    this.addSql('drop table record_change');
    this.addSql(
      'create unique index credit_record_change on credit_record (department_code, xid, version, id)',
    );
    // Changes of the caller's department only, whatever records he may see besides. A sealed record looks like none
    // (治安管理处罚法 §136): to whoever keeps a copy both mean that it is to be taken out.
    this.addSql(`
      create view record_change with (security_invoker = true) as
        select xid, version, id as record_id, recorded_at as at, department_code, source_record_id,
          case when status = 'SEALED' then 'REVOKED' when status <> 'RECORDED' then status
            when version = 1 then 'RECORDED' else 'CORRECTED' end as change
        from credit_record where department_code = (select nullif(current_setting('hub.department', true), ''))
    `);
    this.addSql('grant select on record_change to integrity_runtime');
    this.#empty();
  }

  /** As in `empty-register-20261124.ts`, but for the changes, which go with the records. */
  #empty(): void {
    this.addSql(`
      create or replace function empty_with_records() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          -- Deleted, not truncated: one statement may empty these tables and the records together.
          delete from holding_list_entry;
          delete from holding_list;
          delete from holding_entry;
          delete from holding_index;
          delete from record_act;
          delete from link_candidate;
          delete from quarantined_row;
          delete from delivered_block;
          delete from delivery;
          return null;
        end $$
    `);
  }
}
