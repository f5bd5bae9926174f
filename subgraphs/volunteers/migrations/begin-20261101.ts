import { Migration } from '@mikro-orm/migrations';

/** The first tables. */
export class Migration20261101Begin extends Migration {
  override up(): void {
    this.addSql(`
      create table team (
        id text collate "C" primary key,
        name text not null,
        brand text,
        kind text not null,
        division_code text collate "C" not null
      )
    `);
    this.addSql(`
      create table volunteer (
        id text collate "C" primary key,
        person_id text collate "C" not null unique,
        number text not null unique,
        registered_on date not null,
        star smallint not null,
        total_hours numeric(8,1) not null,
        skills text[] not null,
        has_publicity_consent boolean not null
      )
    `);
    this.addSql(`
      create table team_member (
        team_id text collate "C" not null references team,
        volunteer_id text collate "C" not null references volunteer,
        joined_on date not null,
        left_on date,
        primary key (team_id, volunteer_id, joined_on)
      )
    `);
    this.addSql('create index team_member_volunteer on team_member (volunteer_id, joined_on, team_id)');
    this.addSql(`
      create table peace_household_head (
        volunteer_id text collate "C" primary key references volunteer,
        division_code text collate "C" not null,
        household_count integer not null
      )
    `);
    this.addSql(`
      create table task_type (
        code text collate "C" primary key,
        name text not null,
        points integer not null,
        is_reviewed boolean not null
      )
    `);
    this.addSql(`
      create table task (
        id text collate "C" primary key,
        type_code text collate "C" not null references task_type,
        mode text not null,
        state text not null,
        division_code text collate "C" not null,
        slot_count integer not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null
      )
    `);
    this.addSql('create index task_division on task (division_code, starts_at desc, id desc)');
    this.addSql('create index task_start on task (starts_at desc, id desc)');
    this.addSql(`
      create table claim (
        id text collate "C" primary key,
        task_id text collate "C" not null references task,
        volunteer_id text collate "C" not null references volunteer,
        state text not null,
        points integer,
        claimed_at timestamptz not null,
        version integer not null default 1,
        unique (task_id, volunteer_id)
      )
    `);
    this.addSql('create index claim_volunteer on claim (volunteer_id, claimed_at desc, id desc)');
    this.addSql(`
      create table point_entry (
        id text collate "C" primary key,
        volunteer_id text collate "C" not null references volunteer,
        delta integer not null,
        balance integer not null,
        reason text not null,
        task_id text collate "C" references task,
        booked_at timestamptz not null
      )
    `);
    this.addSql('create index point_entry_volunteer on point_entry (volunteer_id, booked_at desc, id desc)');
  }
}
