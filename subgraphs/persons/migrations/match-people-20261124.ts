import { Migration } from '@mikro-orm/migrations';

/**
 * What the register answers a department that delivers records: not who bears a number, but who of the register does,
 * whether name and date of birth agree with what the department wrote, and whether he is dead. Past row security, as the
 * owner, and for the owner of the integrity register only.
 */
export class Migration20261124MatchPeople extends Migration {
  override up(): void {
    // Names are compared without spaces, and with one of the several dots that part names of minorities.
    this.addSql(`
      create function name_key(name text) returns text language sql immutable parallel safe
        as $$ select regexp_replace(translate(normalize(name, NFKC), '•・‧∙．', '·····'), '\\s', '', 'g') $$
    `);
    this.addSql(`
      create function match_people(numbers bytea[], names text[], birth_dates date[])
        returns table ("position" bigint, person_id text, name_agrees boolean, birth_date_agrees boolean, is_deceased boolean)
        language sql stable security definer set search_path = persons, pg_temp
        as $$
          select w.position, p.id,
            coalesce(p.name = w.name or name_key(p.name) = w.name, false),
            coalesce(p.birth_date = w.birth_date, false),
            p.death_date is not null
          from unnest(numbers, names, birth_dates) with ordinality as w(number, name, birth_date, position)
          join person p on p.id_number_hmac = w.number
        $$
    `);
    // Five at most, the likeliest first: who has so many namesakes of one day is not found by name.
    this.addSql(`
      create function suggest_people(names text[], birth_dates date[], phones text[])
        returns table ("position" bigint, person_id text, phone_agrees boolean, is_deceased boolean)
        language sql stable security definer set search_path = persons, pg_temp
        as $$
          select w.position, p.id, p.phone_agrees, p.is_deceased
          from unnest(names, birth_dates, phones) with ordinality as w(name, birth_date, phone, position)
          cross join lateral (
            select id, coalesce(mobile = w.phone, false) as phone_agrees, death_date is not null as is_deceased
            from person where name collate "C" = w.name and birth_date = w.birth_date
            order by mobile = w.phone desc nulls last, id limit 5
          ) p
        $$
    `);
    // Whether the asking process makes its HMACs with this register's key.
    this.addSql(`
      create function is_identifier_key(asked bytea) returns boolean
        language sql stable security definer set search_path = persons, pg_temp
        as $$ select exists (select from identifier_key where fingerprint = asked) $$
    `);
    // Somebody and himself are of one household too.
    this.addSql(`
      create function are_of_one_household(one text, other text) returns boolean
        language sql stable security definer set search_path = persons, pg_temp
        as $$
          select one = other or exists (select from person a join person b on b.household_id = a.household_id
            where a.id = one and b.id = other)
        $$
    `);
    this.addSql(`
      create function name_of(asked text) returns text
        language sql stable security definer set search_path = persons, pg_temp
        as $$ select name from person where id = asked $$
    `);
    this.addSql('grant usage on schema persons to integrity_owner');
    for (const signature of [
      'match_people(bytea[], text[], date[])',
      'suggest_people(text[], date[], text[])',
      'is_identifier_key(bytea)',
      'are_of_one_household(text, text)',
      'name_of(text)',
    ]) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to integrity_owner`);
    }
  }
}
