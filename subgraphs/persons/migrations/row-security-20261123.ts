import { Migration } from '@mikro-orm/migrations';

/**
 * The third line: whatever a read forgets, the run-time role sees people of the caller's area and, for a citizen, himself
 * and his household. After a transaction a setting of `set local` is '', not NULL, and neither lets anybody be seen.
 */
export class Migration20261123RowSecurity extends Migration {
  override up(): void {
    // Reads past row security, as the owner, and tells one thing: for a policy could not ask its own table.
    this.addSql(`
      create function household_of(person text) returns text
        language sql stable strict security definer set search_path = persons, pg_temp
        as 'select p.household_id from person p where p.id = person'
    `);
    this.addSql('revoke all on function household_of(text) from public');
    this.addSql('grant execute on function household_of(text) to persons_runtime');
    this.addSql('alter table person enable row level security');
    this.addSql(`
      create policy person_in_scope on person for select to persons_runtime using (
        (select current_setting('hub.is_city', true)) = 'true'
        or (grid_code >= (select nullif(current_setting('hub.area_from', true), ''))
          and grid_code < (select nullif(current_setting('hub.area_to', true), '')))
        or id = (select nullif(current_setting('hub.person', true), ''))
        or household_id = (select household_of(nullif(current_setting('hub.person', true), '')))
      )
    `);
    for (const table of ['population_registration', 'care_need', 'service_register']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`
        create policy ${table}_in_scope on ${table} for select to persons_runtime
          using (exists (select from person p where p.id = person_id))
      `);
    }
    this.addSql('alter table household enable row level security');
    this.addSql(`
      create policy household_in_scope on household for select to persons_runtime
        using (exists (select from person p where p.household_id = household.id))
    `);
  }
}
