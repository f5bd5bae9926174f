import { Migration } from '@mikro-orm/migrations';

/**
 * The catalogue (政务信息资源目录) by versions, so that whoever used it can name the one he used. `record_type` is what holds
 * now; a type that a later version leaves out stays there for the records it has.
 */
export class Migration20261124Catalogue extends Migration {
  override up(): void {
    this.addSql(`
      alter table record_type add column answer_mode text not null default 'FULL', add column legal_basis text,
        add column max_age_hours integer, add column look_back_months integer
    `);
    this.addSql(`
      update record_type t set answer_mode = d.answer_mode from department d where d.code = t.department_code
    `);
    this.addSql(`
      create table catalogue_version (version integer primary key, published_on date not null, note text not null)
    `);
    this.addSql(`
      create table catalogue_item (
        version integer not null references catalogue_version,
        code text collate "C" not null,
        department_code text collate "C" not null,
        kind text not null,
        name text not null,
        sharing text not null,
        polarity text not null,
        data_class text not null,
        answer_mode text not null,
        legal_basis text,
        max_age_hours integer,
        look_back_months integer,
        primary key (version, code)
      )
    `);
    this.addSql(`
      create function publish_catalogue(items jsonb, what text) returns integer language plpgsql
        set search_path = integrity, pg_temp as $$
        declare made integer;
        begin
          perform pg_advisory_xact_lock(hashtext('integrity catalogue'));
          select coalesce(max(version), 0) + 1 into made from catalogue_version;
          insert into catalogue_version values (made, (now() at time zone 'Asia/Shanghai')::date, what);
          insert into catalogue_item
          select made, i.code, i.department_code, i.kind, i.name, i.sharing, i.polarity, i.data_class, i.answer_mode,
            i.legal_basis, i.max_age_hours, i.look_back_months
          from jsonb_populate_recordset(null::catalogue_item, items) i;
          insert into record_type (code, department_code, kind, name, sharing, polarity, data_class, answer_mode,
            legal_basis, max_age_hours, look_back_months)
          select code, department_code, kind, name, sharing, polarity, data_class, answer_mode, legal_basis, max_age_hours,
            look_back_months from catalogue_item where version = made
          on conflict (code) do update set name = excluded.name, sharing = excluded.sharing, polarity = excluded.polarity,
            data_class = excluded.data_class, answer_mode = excluded.answer_mode, legal_basis = excluded.legal_basis,
            max_age_hours = excluded.max_age_hours, look_back_months = excluded.look_back_months;
          return made;
        end $$
    `);
    this.addSql('revoke all on function publish_catalogue(jsonb, text) from public');
  }
}
