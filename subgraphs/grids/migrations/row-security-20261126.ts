import { Migration } from '@mikro-orm/migrations';

/**
 * The third line over those on duty. Who works in which grid, with his telephone, is known to all who are served and to all
 * who serve (平安建设条例; `LOC` in the policy), so whoever calls sees them, and outside of a call there is nobody. Who a worker is
 * in the register of persons is nobody's to read at all: the run-time role has no right to the column.
 */
export class Migration20261126RowSecurity extends Migration {
  override up(): void {
    this.addSql('revoke select on grid_worker from grids_runtime');
    this.addSql('grant select (id, name, phone, is_full_time) on grid_worker to grids_runtime');
    for (const table of ['grid_worker', 'grid_assignment']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`
        create policy ${table}_in_a_call on ${table} for select to grids_runtime
          using (current_setting('hub.purpose', true) <> '')
      `);
    }
  }
}
