import { Migration } from '@mikro-orm/migrations';

/** What the register answers about people under review: who they are and what they are held by, for the integrity register only. */
export class Migration20261125ReviewPeople extends Migration {
  override up(): void {
    this.addSql(`
      create function people_under_review(ids text[])
        returns table (person_id text, name text, area_code text, subject_hmac bytea, birth_date date, is_deceased boolean)
        language sql stable security definer set search_path = persons, pg_temp
        as $$
          select p.id, p.name, p.grid_code, p.id_number_hmac, p.birth_date, p.death_date is not null from person p where p.id = any(ids)
        $$
    `);
    this.addSql('revoke all on function people_under_review(text[]) from public');
    this.addSql('grant execute on function people_under_review(text[]) to integrity_owner');
  }
}
