import { Migration } from '@mikro-orm/migrations';

/** The household of somebody of age, 18 on a day (民法典 §17): only then are its minors his to answer for. */
export class Migration20261123Guardians extends Migration {
  override up(): void {
    this.addSql(`
      create function household_of_adult(person text, day date) returns text
        language sql stable strict security definer set search_path = persons, pg_temp
        as 'select p.household_id from person p where p.id = person and p.birth_date <= day - make_interval(years => 18)'
    `);
    this.addSql('revoke all on function household_of_adult(text, date) from public');
    this.addSql('grant execute on function household_of_adult(text, date) to persons_runtime');
  }
}
