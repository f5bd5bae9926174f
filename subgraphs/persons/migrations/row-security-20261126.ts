import { Migration } from '@mikro-orm/migrations';

/** The third line over comparisons of numbers: one's own, of people whom one may see. */
export class Migration20261126RowSecurity extends Migration {
  override up(): void {
    this.addSql('alter table identifier_try enable row level security');
    // Read and written under one condition. All of the key is in it, so no try of another's is ever met.
    this.addSql(`
      create policy identifier_try_of_actor on identifier_try to persons_runtime
        using (actor = (select sha256(convert_to(nullif(current_setting('hub.actor', true), ''), 'UTF8')))
          and exists (select from person p where p.id = person_id))
    `);
  }
}
