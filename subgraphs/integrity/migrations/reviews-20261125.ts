import { Migration } from '@mikro-orm/migrations';

/**
 * Reviews (联审): the request, each subject with where it stands, each department's answer as a row with a typed state, and what people
 * decided.
 */
export class Migration20261125Reviews extends Migration {
  override up(): void {
    this.#requests();
    this.#answers();
    this.#decisions();
  }

  #requests(): void {
    this.addSql(`
      create table review (
        id text collate "C" primary key,
        actor text not null,
        idempotency_key text not null,
        request_hash bytea not null,
        purpose text not null,
        matter text not null,
        legal_basis text not null,
        as_of date not null,
        deadline timestamptz not null,
        rule_version integer not null,
        catalogue_version integer not null,
        area_code text collate "C",
        requested_at timestamptz not null,
        subject_count integer not null,
        cancelled_at timestamptz,
        cancel_reason text,
        unique (actor, idempotency_key)
      )
    `);
    this.addSql('create index review_newest on review (requested_at desc, id desc)');
    // The case key is what makes two requests one: the same subject in the same matter under the same rules.
    this.addSql(`
      create table review_subject (
        id text collate "C" primary key,
        review_id text collate "C" not null references review,
        ordinal integer not null,
        kind text not null check (kind in ('REGION', 'UNIT', 'LEADER', 'INDIVIDUAL')),
        person_id text collate "C",
        credit_code char(18),
        division_code text collate "C",
        post text,
        name text not null,
        subject_hmac bytea,
        is_minor boolean not null,
        case_key bytea not null,
        state text not null,
        version integer not null,
        proposal text check (proposal in ('VETO', 'PASS', 'UNDETERMINED')),
        missing text[] not null default '{}',
        notice_until date,
        statement text,
        stated_at timestamptz,
        effective_to date,
        snapshot text,
        snapshot_hash bytea,
        ground_hash bytea,
        needs_collection boolean not null default true,
        act text not null,
        actor text not null,
        acted_at timestamptz not null,
        details jsonb not null default '{}',
        unique (review_id, ordinal)
      )
    `);
    this.addSql(`
      create unique index review_subject_case on review_subject (case_key)
        where state not in ('REVOKED', 'SUPERSEDED', 'EXPIRED')
    `);
    this.addSql(
      'create index review_subject_person on review_subject (person_id) where person_id is not null',
    );
    this.addSql(
      'create index review_subject_work on review_subject (review_id, ordinal) where needs_collection',
    );
    this.addSql(
      "create index review_subject_open on review_subject (state) where state in ('COLLECTING', 'SIGNED', 'UPHELD')",
    );
  }

  #answers(): void {
    this.addSql(`
      create table review_answer (
        review_subject_id text collate "C" not null references review_subject,
        department_code text collate "C" not null,
        state text not null check (state in ('ANSWERED_NONE', 'ANSWERED_RECORD', 'NOT_APPLICABLE', 'REFUSED', 'NOT_ANSWERED',
          'STALE', 'IDENTITY_UNCERTAIN', 'INVALID', 'SUPPRESSED', 'WITHDRAWN')),
        basis text not null,
        data_as_of timestamptz,
        due_at timestamptz,
        reminded_at timestamptz,
        answered_at timestamptz,
        answered_by text,
        opinion text check (opinion in ('NO_OBJECTION', 'OBJECTION', 'RECUSED', 'NOT_APPLICABLE', 'REFUSED')),
        reason text,
        records jsonb not null default '[]',
        request_hash bytea not null,
        response_hash bytea,
        primary key (review_subject_id, department_code)
      )
    `);
    this.addSql(`
      create index review_answer_due on review_answer (department_code, due_at, review_subject_id) where due_at is not null
    `);
    // Who has settled his answer owes none, so what is missing is found without looking at what is there.
    this.addSql(`
      create index review_answer_missing on review_answer (review_subject_id, department_code) where due_at is not null
    `);
    this.addSql(`
      create table review_ground (
        record_id text collate "C" not null,
        review_subject_id text collate "C" not null references review_subject,
        primary key (record_id, review_subject_id)
      )
    `);
    this.addSql('create index review_ground_subject on review_ground (review_subject_id)');
    this.addSql(`
      create table review_finding (
        review_subject_id text collate "C" not null references review_subject,
        place integer not null,
        rule text not null,
        record_id text collate "C",
        record_version integer,
        veto_id text collate "C",
        effect text not null,
        basis_article text not null,
        effective_from date,
        effective_to date,
        primary key (review_subject_id, place)
      )
    `);
  }

  #decisions(): void {
    this.addSql(`
      create table review_decision (
        id text collate "C" primary key,
        review_subject_id text collate "C" not null references review_subject,
        outcome text not null check (outcome in ('VETO', 'NO_VETO', 'DEFER', 'PROVISIONAL', 'OPINION')),
        reason text not null,
        meeting_reference text not null,
        missing text[] not null,
        proposed_by text not null,
        proposed_role text not null,
        proposed_person text,
        proposed_at timestamptz not null,
        countersigned_by text check (countersigned_by <> proposed_by),
        countersigned_role text,
        countersigned_at timestamptz,
        expires_on date,
        veto_id text collate "C",
        ended_at timestamptz,
        snapshot text,
        snapshot_hash bytea,
        signed_version integer,
        payload text,
        jws text,
        headline text
      )
    `);
    this.addSql(
      'create unique index review_decision_current on review_decision (review_subject_id) where ended_at is null',
    );
    this.addSql(`
      create table review_appeal (
        id text collate "C" primary key,
        review_subject_id text collate "C" not null references review_subject,
        decision_id text collate "C" not null references review_decision,
        actor text not null,
        idempotency_key text not null,
        reason text not null,
        raised_at timestamptz not null,
        outcome text check (outcome in ('UPHELD', 'OVERTURNED')),
        answered_by text,
        answer text,
        answered_at timestamptz,
        unique (actor, idempotency_key)
      )
    `);
    this.addSql('create unique index review_appeal_once on review_appeal (decision_id)');
  }
}
