import { Migration } from '@mikro-orm/migrations';

/**
 * A change's position is reckoned when it is read. Kept as a text of forty characters in the table and in its index it was
 * what cost most of all that is written of a record; the two numbers that it is made of stand in the same order.
 */
export class Migration20261126TellChanges extends Migration {
  override up(): void {
    this.addSql('alter table record_change drop column position');
    this.addSql('create unique index record_change_department on record_change (department_code, xid, seq)');
  }
}
