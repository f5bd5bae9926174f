import { Migration } from '@mikro-orm/migrations';

/** Break-glass with its review, the notices of it, and delegations. Nothing is ever deleted. */
export class Migration20261123BreakGlass extends Migration {
  override up(): void {
    this.addSql(`
      create table break_glass (
        id text collate "C" primary key,
        actor text collate "C" not null,
        idempotency_key text not null,
        role text not null,
        purpose text not null,
        person_id text collate "C" not null,
        classes text[] not null,
        minutes integer not null check (minutes between 1 and 60),
        reason_code text not null,
        reason text not null,
        opened_at timestamptz not null,
        ends_at timestamptz not null check (ends_at <= opened_at + interval '60 minutes'),
        review_due_on date not null,
        version integer not null default 1,
        reviewed_at timestamptz,
        reviewer text check (reviewer <> actor),
        is_justified boolean,
        review_note text,
        unique (actor, idempotency_key)
      )
    `);
    this.addSql('create index break_glass_actor on break_glass (actor, opened_at desc, id desc)');
    this.addSql('create index break_glass_opened on break_glass (opened_at desc, id desc)');
    this.addSql(
      'create index break_glass_unreviewed on break_glass (actor, ends_at) where reviewed_at is null',
    );
    this.addSql('grant insert on break_glass to governance_runtime');
    this.addSql(
      'grant update (ends_at, version, reviewed_at, reviewer, is_justified, review_note) on break_glass to governance_runtime',
    );
    this.addSql(`
      create table notice (
        id text collate "C" primary key,
        break_glass_id text collate "C" not null references break_glass,
        department_code text collate "C",
        classes text[] not null,
        noted_at timestamptz not null
      )
    `);
    this.addSql('create index notice_department on notice (department_code, noted_at desc, id desc)');
    this.addSql('create index notice_noted on notice (noted_at desc, id desc)');
    this.addSql('grant insert on notice to governance_runtime');
    this.addSql(`
      create table delegation (
        id text collate "C" primary key,
        delegator text collate "C" not null,
        idempotency_key text not null,
        delegate text collate "C" not null check (delegate <> delegator),
        role text not null,
        department_code text collate "C",
        area_code text collate "C",
        purposes text[] not null,
        classes text[],
        valid_from timestamptz not null,
        valid_to timestamptz not null check (valid_to > valid_from and valid_to <= valid_from + interval '30 days'),
        granted_at timestamptz not null,
        ended_at timestamptz,
        unique (delegator, idempotency_key)
      )
    `);
    this.addSql('create index delegation_delegator on delegation (delegator, granted_at desc, id desc)');
    this.addSql('create index delegation_delegate on delegation (delegate, granted_at desc, id desc)');
    this.addSql('grant insert on delegation to governance_runtime');
    this.addSql('grant update (ended_at) on delegation to governance_runtime');
  }
}
