import { Migration } from '@mikro-orm/migrations';

/**
 * The third line: rows of the persons that were admitted for this call, and of nobody else.
 */
export class Migration20261123RowSecurity extends Migration {
  override up(): void {
    for (const table of ['appointment', 'follow_up']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`
        create policy ${table}_of_admitted on ${table} for select to psych_runtime
          using (person_id = any(coalesce((select nullif(current_setting('hub.persons', true), '')::text[]), '{}')))
      `);
    }
  }
}
