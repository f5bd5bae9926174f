import { Migration } from '@mikro-orm/migrations';

/** The first tables. */
export class Migration20261101Begin extends Migration {
  override up(): void {
    this.addSql(`
      create table code_value (
        code_table text not null,
        code text not null,
        label text not null,
        primary key (code_table, code)
      )
    `);
    // One row: an HMAC that tells whether a process holds the key of id_number_hmac.
    this.addSql('create table identifier_key (fingerprint bytea primary key)');
    this.addSql(`
      create table household (
        id text collate "C" primary key,
        address text not null,
        registered_area text not null,
        is_law_abiding boolean not null
      )
    `);
    this.addSql(`
      create table person (
        id text collate "C" primary key,
        name text not null,
        id_number char(18) not null,
        id_number_hmac bytea not null unique,
        is_synthetic boolean not null,
        sex text not null,
        birth_date date not null,
        death_date date,
        ethnicity text not null,
        education text not null,
        marital_status text not null,
        political_status text not null,
        occupation text,
        workplace text,
        mobile text,
        registered_address text not null,
        residence_address text,
        population_kind text not null,
        household_id text collate "C" references household,
        relation_to_head text,
        member_order smallint,
        grid_code text collate "C",
        resides_since date
      )
    `);
    this.addSql('create index person_grid on person (grid_code, id)');
    this.addSql(
      'create index person_household on person (household_id, member_order, id) where household_id is not null',
    );
    this.addSql('create index person_population_kind on person (population_kind, id)');
    this.addSql('create index person_name on person (name collate "C", id)');
    this.addSql(`
      create table population_registration (
        person_id text collate "C" primary key references person,
        kind text not null,
        is_residence_consistent boolean,
        registered_on date,
        expires_on date,
        inflow_reason text,
        left_behind_kind text
      )
    `);
    this.addSql(`
      create table care_need (
        id text collate "C" primary key,
        person_id text collate "C" not null references person,
        kind text not null,
        level text not null,
        status text not null,
        opened_at timestamptz not null
      )
    `);
    this.addSql('create index care_need_person on care_need (person_id, opened_at desc, id)');
    this.addSql(`
      create table service_register (
        id text collate "C" primary key,
        person_id text collate "C" not null references person,
        kind text not null,
        since date not null,
        until date
      )
    `);
    this.addSql('create index service_register_person on service_register (person_id, since desc, id)');
  }
}
