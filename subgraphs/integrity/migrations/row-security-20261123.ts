import { Migration } from '@mikro-orm/migrations';

/**
 * The third line: subjects, links, records and vetoes of the persons that were admitted for this call, and of units.
 */
export class Migration20261123RowSecurity extends Migration {
  override up(): void {
    this.addSql('alter table subject enable row level security');
    this.addSql(`
      create policy subject_of_admitted on subject for select to integrity_runtime
        using (person_id is null or person_id = any(coalesce((select nullif(current_setting('hub.persons', true), '')::text[]), '{}')))
    `);
    this.addSql('alter table record_link enable row level security');
    this.addSql(`
      create policy record_link_of_admitted on record_link for select to integrity_runtime
        using (exists (select from subject s where s.id = subject_id))
    `);
    this.addSql('alter table veto enable row level security');
    this.addSql(`
      create policy veto_of_admitted on veto for select to integrity_runtime
        using (exists (select from subject s where s.id = subject_id))
    `);
    this.addSql('alter table credit_record enable row level security');
    this.addSql(
      'create index record_link_current on record_link (record_id, subject_id) where unlinked_at is null',
    );
    this.addSql(`
      create policy credit_record_of_admitted on credit_record for select to integrity_runtime
        using (exists (select from record_link l where l.record_id = credit_record.id and l.unlinked_at is null))
    `);
  }
}
