import { Migration } from '@mikro-orm/migrations';

/**
 * The third line: rows of the persons that were admitted for this call, and of nobody else. Claims and memberships name a
 * volunteer by an opaque id and are counted over everybody, so they stay without: who the volunteer is, is not to be seen.
 */
export class Migration20261123RowSecurity extends Migration {
  override up(): void {
    this.addSql('alter table volunteer enable row level security');
    this.addSql(`
      create policy volunteer_of_admitted on volunteer for select to volunteers_runtime
        using (person_id = any(coalesce((select nullif(current_setting('hub.persons', true), '')::text[]), '{}')))
    `);
    for (const table of ['point_entry', 'peace_household_head']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`
        create policy ${table}_of_admitted on ${table} for select to volunteers_runtime
          using (exists (select from volunteer v where v.id = volunteer_id))
      `);
    }
  }
}
