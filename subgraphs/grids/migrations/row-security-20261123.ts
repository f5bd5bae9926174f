import { Migration } from '@mikro-orm/migrations';

/**
 * The third line: visits, which name people, are seen for grids of the caller's area only.
 */
export class Migration20261123RowSecurity extends Migration {
  override up(): void {
    this.addSql('alter table visit enable row level security');
    this.addSql(`
      create policy visit_in_scope on visit for select to grids_runtime using (
        (select current_setting('hub.is_city', true)) = 'true'
        or (grid_code >= (select nullif(current_setting('hub.area_from', true), ''))
          and grid_code < (select nullif(current_setting('hub.area_to', true), '')))
      )
    `);
  }
}
