import { Migration } from '@mikro-orm/migrations';

/** The first tables. */
export class Migration20261101Begin extends Migration {
  override up(): void {
    this.addSql(`
      create table division (
        code text collate "C" primary key,
        name text not null,
        level text not null,
        parent_code text collate "C" references division
      )
    `);
    this.addSql('create index division_parent on division (parent_code, code)');
    this.addSql(`
      create table grid (
        code text collate "C" primary key,
        name text not null,
        kind text not null,
        household_count integer not null,
        division_code text collate "C" not null references division
      )
    `);
    this.addSql(`
      create table grid_worker (
        id text collate "C" primary key,
        name text not null,
        phone text not null,
        is_full_time boolean not null,
        person_id text collate "C"
      )
    `);
    this.addSql(`
      create table grid_assignment (
        grid_code text collate "C" not null references grid,
        worker_id text collate "C" not null references grid_worker,
        position text not null,
        since date not null,
        until date,
        primary key (grid_code, worker_id, since)
      )
    `);
    this.addSql('create index grid_assignment_worker on grid_assignment (worker_id)');
    this.addSql(`
      create table duty_item (
        code text collate "C" primary key,
        title text not null,
        category text not null,
        frequency text not null
      )
    `);
    this.addSql(`
      create table visit (
        id text collate "C" primary key,
        grid_code text collate "C" not null references grid,
        worker_id text collate "C" not null references grid_worker,
        person_id text collate "C",
        visited_at timestamptz not null,
        kind text not null
      )
    `);
    this.addSql('create index visit_grid on visit (grid_code, visited_at desc, id desc)');
  }
}
