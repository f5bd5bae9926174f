import { Migration } from '@mikro-orm/migrations';

/** The first tables. */
export class Migration20261101Begin extends Migration {
  override up(): void {
    this.addSql(`
      create table provider (
        id text collate "C" primary key,
        name text not null,
        kind text not null
      )
    `);
    this.addSql(`
      create table station (
        code text collate "C" primary key,
        name text not null,
        kind text not null,
        phone text not null,
        opening_hours text not null,
        is_demonstration boolean not null,
        accepted_on date,
        requirements_met text[] not null,
        provider_id text collate "C" not null references provider,
        division_code text collate "C" not null
      )
    `);
    this.addSql('create index station_division on station (division_code, code)');
    this.addSql(`
      create table counsellor (
        id text collate "C" primary key,
        name text not null,
        languages text[] not null,
        is_full_time boolean not null,
        is_on_hotline boolean not null
      )
    `);
    this.addSql(`
      create table slot (
        station_code text collate "C" not null references station,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        counsellor_id text collate "C" not null references counsellor,
        primary key (station_code, starts_at)
      )
    `);
    this.addSql(`
      create table appointment (
        id text collate "C" primary key,
        person_id text collate "C" not null,
        channel text not null,
        kind text not null,
        status text not null,
        starts_at timestamptz not null,
        station_code text collate "C" references station
      )
    `);
    this.addSql('create index appointment_person on appointment (person_id, starts_at desc, id desc)');
    this.addSql(`
      create table follow_up (
        person_id text collate "C" primary key,
        requested_at timestamptz not null,
        until date not null
      )
    `);
  }
}
