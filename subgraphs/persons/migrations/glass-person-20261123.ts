import { Migration } from '@mikro-orm/migrations';

/** The third line lets the one person through that a break-glass of the caller is in force for, and nobody of his household. */
export class Migration20261123GlassPerson extends Migration {
  override up(): void {
    this.addSql(`
      create policy person_by_break_glass on person for select to persons_runtime
        using (id = (select nullif(current_setting('hub.glass_person', true), '')))
    `);
  }
}
