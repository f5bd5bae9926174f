import { Migration } from '@mikro-orm/migrations';

/** The first tables. */
export class Migration20261101Begin extends Migration {
  override up(): void {
    this.addSql(`
      create table department (
        code text collate "C" primary key,
        name text not null,
        answer_mode text not null,
        credit_code char(18) not null
      )
    `);
    this.addSql(`
      create table record_type (
        code text collate "C" primary key,
        department_code text collate "C" not null references department,
        kind text not null,
        name text not null,
        sharing text not null,
        polarity text not null,
        data_class text not null
      )
    `);
    this.addSql('create index record_type_department on record_type (department_code, code)');
    this.addSql(`
      create table feed (
        department_code text collate "C" primary key references department,
        data_as_of timestamptz,
        max_age_hours integer,
        last_imported_at timestamptz,
        quarantined_count integer not null,
        record_count integer not null
      )
    `);
    this.addSql(`
      create table subject (
        id text collate "C" primary key,
        kind text not null,
        person_id text collate "C",
        credit_code char(18),
        division_code text collate "C",
        post text,
        unit_id text collate "C" references subject,
        name text not null
      )
    `);
    this.addSql('create index subject_person on subject (person_id, id) where person_id is not null');
    this.addSql(`
      create table credit_record (
        id text collate "C" not null,
        version integer not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        department_code text collate "C" not null references department,
        source_record_id text not null,
        content_hash bytea not null,
        type_code text collate "C" not null references record_type,
        polarity text not null,
        data_class text not null,
        level text,
        title text not null,
        status text not null,
        decided_on date not null,
        valid_until date,
        published_until date,
        repaired_on date,
        sealed_on date,
        document_number text,
        legal_basis text,
        primary key (id, version)
      )
    `);
    this.addSql(
      'create unique index credit_record_current on credit_record (id) where superseded_at is null',
    );
    this.addSql(
      'create index credit_record_source on credit_record (department_code, source_record_id, version)',
    );
    this.addSql(`
      create table record_link (
        id text collate "C" primary key,
        record_id text collate "C" not null,
        subject_id text collate "C" not null references subject,
        method text not null,
        score numeric(4,3) not null,
        linked_by text not null,
        linked_at timestamptz not null,
        unlinked_at timestamptz,
        unlinked_by text
      )
    `);
    this.addSql(
      'create index record_link_subject on record_link (subject_id, record_id) where unlinked_at is null',
    );
    this.addSql(
      'create unique index record_link_record on record_link (record_id) where unlinked_at is null',
    );
    this.addSql(`
      create table veto (
        id text collate "C" primary key,
        subject_id text collate "C" not null references subject,
        trigger text not null,
        decided_on date not null,
        meeting_reference text not null,
        effective_from date not null,
        effective_to date not null,
        basis_article text not null,
        revoked_on date
      )
    `);
    this.addSql('create index veto_subject on veto (subject_id)');
  }
}
