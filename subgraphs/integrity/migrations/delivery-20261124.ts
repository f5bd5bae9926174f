import { Migration } from '@mikro-orm/migrations';

/**
 * What departments deliver, how it was taken in, what waits in quarantine, and which links wait for people to decide. Row
 * security parts departments: each sees its own deliveries.
 */
export class Migration20261124Delivery extends Migration {
  override up(): void {
    // One receipt. The check is the law of the door: each row is accounted for, exactly once.
    this.addSql(`
      create table delivery (
        number integer generated always as identity primary key,
        id text collate "C" not null unique,
        department_code text collate "C" not null,
        type_code text collate "C" not null,
        channel text not null,
        idempotency_key text not null,
        content_digest bytea,
        data_as_of timestamptz not null,
        delivered_by text not null,
        begun_at timestamptz not null,
        ended_at timestamptz,
        taken_through integer not null default 0,
        row_count integer not null default 0,
        created_count integer not null default 0,
        corrected_count integer not null default 0,
        withdrawn_count integer not null default 0,
        unchanged_count integer not null default 0,
        outdated_count integer not null default 0,
        quarantined_count integer not null default 0,
        unique (department_code, idempotency_key),
        check (row_count = created_count + corrected_count + withdrawn_count + unchanged_count + outdated_count
          + quarantined_count)
      )
    `);
    this.addSql('create index delivery_department on delivery (department_code, begun_at desc, id desc)');
    // The rows as they came, compressed and sealed with the identifier key: they name people.
    this.addSql(`
      create table delivered_block (
        delivery_number integer not null references delivery,
        first_line integer not null,
        last_line integer not null,
        sealed bytea not null,
        digest bytea not null,
        primary key (delivery_number, first_line)
      )
    `);
    this.addSql(`
      create table quarantined_row (
        id text collate "C" primary key,
        delivery_number integer not null references delivery,
        department_code text collate "C" not null,
        type_code text collate "C" not null,
        line integer not null,
        source_record_id text,
        faults jsonb not null,
        quarantined_at timestamptz not null,
        resolved_at timestamptz,
        resolved_by integer references delivery
      )
    `);
    this.addSql(
      'create index quarantined_row_open on quarantined_row (department_code, quarantined_at desc, id desc) where resolved_at is null',
    );
    this.addSql(
      'create index quarantined_row_source on quarantined_row (department_code, source_record_id) where resolved_at is null',
    );
    this.addSql('create index quarantined_row_delivery on quarantined_row (delivery_number, line)');
    // Each version knows its receipt and line; records that were there before deliveries have none.
    this.addSql(`
      alter table credit_record add column source_as_of timestamptz, add column delivery_number integer,
        add column line integer
    `);
    // References are checked once a statement, over all of its rows: row by row they cost more than writing the rows.
    this.addSql(`
      alter table credit_record drop constraint credit_record_department_code_fkey,
        drop constraint credit_record_type_code_fkey
    `);
    this.addSql('alter table record_link drop constraint record_link_subject_id_fkey');
    this.addSql(`
      create function assert_types_exist() returns trigger language plpgsql
        set search_path = integrity, pg_temp as $$
        begin
          if exists (select from added a where not exists (select from record_type t
            where t.code = a.type_code and t.department_code = a.department_code)) then
            raise foreign_key_violation using message = 'a record is of a type that its department does not have';
          end if;
          return null;
        end $$
    `);
    this.addSql(`
      create trigger credit_record_types_exist after insert on credit_record referencing new table as added
        for each statement execute function assert_types_exist()
    `);
    this.addSql(`
      create function assert_subjects_exist() returns trigger language plpgsql
        set search_path = integrity, pg_temp as $$
        begin
          if exists (select from added a where not exists (select from subject s where s.id = a.subject_id)) then
            raise foreign_key_violation using message = 'a link leads to a subject that is not there';
          end if;
          return null;
        end $$
    `);
    this.addSql(`
      create trigger record_link_subjects_exist after insert on record_link referencing new table as added
        for each statement execute function assert_subjects_exist()
    `);
    // One index holds what two did: a source's record has one current version, and a record one link that stands.
    this.addSql(
      'drop index credit_record_current, credit_record_source, record_link_record, record_link_current',
    );
    this.addSql(
      'create unique index credit_record_current on credit_record (department_code, source_record_id) where superseded_at is null',
    );
    this.addSql(
      'create unique index record_link_current on record_link (record_id) include (subject_id) where unlinked_at is null',
    );
    this.addSql(
      'alter table record_identity add column identity_hash bytea, add column credit_code char(18)',
    );
    this.addSql(`
      create table link_candidate (
        id text collate "C" primary key,
        record_id text collate "C" not null,
        record_version integer not null,
        department_code text collate "C" not null,
        delivery_number integer not null,
        line integer not null,
        method text not null,
        reason text not null,
        person_id text collate "C",
        subject_id text collate "C",
        score numeric(4,3) not null,
        name_agrees boolean,
        birth_date_agrees boolean,
        phone_agrees boolean,
        is_deceased boolean,
        state text not null default 'OPEN',
        created_at timestamptz not null,
        proposed_by text,
        proposed_at timestamptz,
        proposal_reason text,
        decided_by text,
        decided_at timestamptz,
        decision_reason text,
        check (decided_by is null or state = 'SUPERSEDED' or decided_by <> proposed_by)
      )
    `);
    this.addSql(
      "create index link_candidate_open on link_candidate (department_code, created_at desc, id desc) where state in ('OPEN', 'PROPOSED')",
    );
    this.addSql('create index link_candidate_record on link_candidate (record_id)');
    // One subject for each person and each unit, so that two deliveries at once cannot make two.
    this.addSql("create unique index subject_individual on subject (person_id) where kind = 'INDIVIDUAL'");
    this.addSql("create unique index subject_unit on subject (credit_code) where kind = 'UNIT'");
    // Candidates are records that nobody is linked to yet, so row security would hide what they are.
    this.addSql(`
      create function record_title(record text) returns text language sql stable
        security definer set search_path = integrity, pg_temp as $$
          select title from credit_record where id = record and superseded_at is null
            and department_code = nullif(current_setting('hub.department', true), '')
        $$
    `);
    this.addSql('revoke all on function record_title(text) from public');
    this.addSql('grant execute on function record_title(text) to integrity_runtime');
    for (const table of ['delivered_block', 'delivery', 'quarantined_row', 'link_candidate'])
      this.addSql(`revoke all on ${table} from integrity_runtime`);
    for (const table of ['delivery', 'quarantined_row', 'link_candidate']) {
      this.addSql(`grant select on ${table} to integrity_runtime`);
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`
        create policy ${table}_of_the_department on ${table} for select to integrity_runtime
          using (department_code = (select nullif(current_setting('hub.department', true), '')))
      `);
    }
  }
}
