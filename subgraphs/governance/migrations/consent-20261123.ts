import { Migration } from '@mikro-orm/migrations';

/** Receipts of consent, and the one question that departments may ask about them. */
export class Migration20261123Consent extends Migration {
  override up(): void {
    this.addSql(`
      create table consent_receipt (
        id text collate "C" primary key,
        person_id text collate "C" not null,
        idempotency_key text not null,
        classes text[] not null,
        purpose text not null,
        recipients text[] not null,
        valid_from timestamptz not null,
        valid_to timestamptz not null check (valid_to > valid_from),
        evidence text not null,
        granted_at timestamptz not null,
        granted_by text not null,
        withdrawn_at timestamptz,
        unique (person_id, idempotency_key)
      )
    `);
    this.addSql(
      'create index consent_receipt_person on consent_receipt (person_id, granted_at desc, id desc)',
    );
    // Nothing is ever deleted, and nothing changed but the withdrawal.
    this.addSql('grant insert on consent_receipt to governance_runtime');
    this.addSql('grant update (withdrawn_at) on consent_receipt to governance_runtime');
    this.addSql('alter table consent_receipt enable row level security');
    this.addSql(`
      create policy consent_of_the_person on consent_receipt to governance_runtime
        using (person_id = (select nullif(current_setting('hub.person', true), '')))
        with check (person_id = (select nullif(current_setting('hub.person', true), '')))
    `);
    // Past row security, as the owner: a department learns of one person which of the classes it asks about are open to
    // this caller now, and nothing else; and cannot read the table.
    this.addSql(`
      create function consented_classes(person text, wanted text[], wanted_purpose text, role text, department text)
        returns text[] language sql stable security definer set search_path = governance, pg_temp
        as $$
          select coalesce(array_agg(distinct class), '{}')
          from consent_receipt r cross join unnest(r.classes) as class
          where r.person_id = person and class = any(wanted) and r.purpose = wanted_purpose
            and (role = any(r.recipients) or department = any(r.recipients))
            and r.withdrawn_at is null and now() >= r.valid_from and now() < r.valid_to
        $$
    `);
    this.addSql('revoke all on function consented_classes(text, text[], text, text, text) from public');
    this.addSql('grant usage on schema governance to persons_runtime, psych_runtime');
    this.addSql(
      'grant execute on function consented_classes(text, text[], text, text, text) to persons_runtime, psych_runtime',
    );
    // The gateway asks again before an answer leaves.
    this.addSql(
      'grant execute on function consented_classes(text, text[], text, text, text) to governance_runtime',
    );
  }
}
