import { Migration } from '@mikro-orm/migrations';

/**
 * Under which identifier a department keeps a record, as far as the hub holds it: an HMAC of the citizen number or credit
 * code, never the number. It says nothing about who that is: links do.
 */
export class Migration20261124RecordIdentity extends Migration {
  override up(): void {
    this.addSql(`
      create table record_identity (
        record_id text collate "C" primary key,
        department_code text collate "C" not null,
        subject_hmac bytea
      )
    `);
    // Nobody who answers queries needs it.
    this.addSql('revoke all on record_identity from integrity_runtime');
  }
}
