import { Migration } from '@mikro-orm/migrations';

/**
 * What happened to records, in the order in which it became true: seeds, deliveries and acts cannot forget to tell it,
 * because a trigger does. Read up to `xid < pg_snapshot_xmin(pg_current_snapshot())` and in the order of `position`: then
 * a reader never passes a transaction that is still open, and finds each change by going on from where he was.
 */
export class Migration20261124RecordChange extends Migration {
  override up(): void {
    // As text, because a cursor holds texts: padded to the longest number, texts stand in the order of the numbers.
    this.addSql(`
      create table record_change (
        seq bigint generated always as identity primary key,
        xid xid8 not null default pg_current_xact_id(),
        position text collate "C" not null
          generated always as (lpad(xid::text, 20, '0') || '-' || lpad(seq::text, 19, '0')) stored,
        at timestamptz not null default now(),
        record_id text collate "C" not null,
        version integer not null,
        change text not null check (change in ('RECORDED', 'CORRECTED', 'DISPUTED', 'REPAIRED', 'EXPIRED', 'REVOKED')),
        department_code text collate "C" not null
      )
    `);
    this.addSql('create unique index record_change_department on record_change (department_code, position)');
    // A sealed record looks like none (治安管理处罚法 §136). Already the table says REVOKED, so that nothing that reads it
    // can tell the two apart; to whoever keeps a copy both mean: take it out.
    this.addSql(`
      create function note_record_changes() returns trigger
        language plpgsql security definer set search_path = integrity, pg_temp as $$
        begin
          insert into record_change (record_id, version, change, department_code)
          select id, version,
            case when status = 'SEALED' then 'REVOKED' when status <> 'RECORDED' then status
              when version = 1 then 'RECORDED' else 'CORRECTED' end,
            department_code
          from added order by id, version;
          return null;
        end $$
    `);
    this.addSql('revoke all on function note_record_changes() from public');
    this.addSql(`
      create trigger credit_record_changed after insert on credit_record
        referencing new table as added for each statement execute function note_record_changes()
    `);
    // Records that were there before the feed was: a reader who begins at the beginning has them all.
    this.addSql(`
      insert into record_change (at, record_id, version, change, department_code)
      select recorded_at, id, version,
        case when status = 'SEALED' then 'REVOKED' when status <> 'RECORDED' then status
          when version = 1 then 'RECORDED' else 'CORRECTED' end,
        department_code
      from credit_record order by recorded_at, id, version
    `);
    // The third line: changes and records of the caller's own department.
    const isOwn = `department_code = (select nullif(current_setting('hub.department', true), ''))`;
    this.addSql('alter table record_change enable row level security');
    this.addSql(
      `create policy record_change_of_department on record_change for select to integrity_runtime using (${isOwn})`,
    );
    this.addSql(
      `create policy credit_record_of_department on credit_record for select to integrity_runtime using (${isOwn})`,
    );
  }
}
