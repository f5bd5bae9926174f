import { Migration } from '@mikro-orm/migrations';

/**
 * What is done to records after they came: each act makes the next version, and is written down with who, why and when. The
 * states from which an act may be done come from the table of `domain/record-life.ts`.
 */
export class Migration20261124RecordLife extends Migration {
  override up(): void {
    this.addSql(`
      create table record_act (
        id text collate "C" primary key,
        record_id text collate "C" not null,
        version integer not null,
        department_code text collate "C" not null,
        act text not null,
        actor text not null,
        person_id text collate "C",
        idempotency_key text not null,
        reason text not null,
        at timestamptz not null,
        due_on date,
        answered_at timestamptz,
        answered_by text collate "C" references record_act,
        answer text,
        unique (actor, idempotency_key)
      )
    `);
    this.addSql(
      "create index record_act_dispute on record_act (department_code, due_on, id) where act = 'DISPUTE' and answered_at is null",
    );
    this.addSql(
      "create index record_act_person on record_act (person_id, at desc, id desc) where act = 'DISPUTE'",
    );
    this.addSql('create index record_act_record on record_act (record_id)');
    this.addSql('alter table record_act enable row level security');
    this.addSql(`
      create policy record_act_of_those_concerned on record_act for select to integrity_runtime
        using (department_code = (select nullif(current_setting('hub.department', true), ''))
          or person_id = (select nullif(current_setting('hub.person', true), '')))
    `);
    // A citizen's own subjects are his to see wherever he asks from, and what is linked to them with them.
    this.addSql(`
      create policy subject_of_self on subject for select to integrity_runtime
        using (person_id = (select nullif(current_setting('hub.person', true), '')))
    `);
    this.addSql(`
      create view current_record with (security_invoker = true) as
        select * from credit_record where superseded_at is null
    `);
    this.addSql(`
      create function next_version(record text, expected integer, wanted text, moment timestamptz) returns integer
        language plpgsql security definer set search_path = integrity, pg_temp as $$
        begin
          update credit_record set superseded_at = moment
          where id = record and version = expected and superseded_at is null;
          if not found then return null; end if;
          insert into credit_record (id, version, recorded_at, department_code, source_record_id, content_hash, type_code,
            polarity, data_class, level, title, status, decided_on, valid_until, published_until, repaired_on, sealed_on,
            document_number, legal_basis, source_as_of, delivery_number, line)
          select id, version + 1, moment, department_code, source_record_id, content_hash, type_code, polarity, data_class,
            level, title, wanted, decided_on, valid_until, published_until,
            case wanted when 'REPAIRED' then (moment at time zone 'Asia/Shanghai')::date else repaired_on end,
            case wanted when 'SEALED' then (moment at time zone 'Asia/Shanghai')::date else sealed_on end,
            document_number, legal_basis, source_as_of, delivery_number, line
          from credit_record where id = record and version = expected;
          return expected + 1;
        end $$
    `);
    this.addSql('revoke all on function next_version(text, integer, text, timestamptz) from public');
    this.addSql(`
      create function act_on_record(asked_id text, record text, act_name text, from_states text[], wanted text, actor_id text,
        person text, key text, why text, due date) returns text language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare
          r credit_record;
          known record_act;
          moment timestamptz := now();
          department text := nullif(current_setting('hub.department', true), '');
          own_person text := nullif(current_setting('hub.person', true), '');
        begin
          select * into known from record_act where actor = actor_id and idempotency_key = key;
          if found then
            return case when known.record_id = record and known.act = act_name and known.reason = why then 'DONE'
              else 'KEY_ALREADY_USED' end;
          end if;
          select c.* into r from credit_record c
          where c.id = record and c.superseded_at is null
            and case when act_name = 'DISPUTE' then c.status in ('RECORDED', 'DISPUTED')
                and (c.valid_until is null or c.valid_until >= (moment at time zone 'Asia/Shanghai')::date)
                and exists (select from record_link l join subject s on s.id = l.subject_id
                  where l.record_id = c.id and l.unlinked_at is null and l.method in ('CERTAIN', 'CONFIRMED')
                    and s.person_id = own_person)
              else c.department_code = department end
          for update;
          if not found then return 'NOT_FOUND'; end if;
          if not (r.status = any(from_states)) then return 'NOT_NOW'; end if;
          if act_name <> 'DISPUTE' and exists (
            select from record_link l join subject s on s.id = l.subject_id
            where l.record_id = r.id and l.unlinked_at is null and s.person_id is not null
              and persons.are_of_one_household(s.person_id, person)) then return 'OWN_CASE'; end if;
          if next_version(record, r.version, wanted, moment) is null then return 'NOT_NOW'; end if;
          insert into record_act (id, record_id, version, department_code, act, actor, person_id, idempotency_key, reason, at,
            due_on)
          values (asked_id, record, r.version + 1, r.department_code, act_name, actor_id,
            case act_name when 'DISPUTE' then own_person end, key, why, moment, due);
          if act_name <> 'DISPUTE' then
            update record_act set answered_at = moment, answered_by = asked_id, answer = why
            where record_id = record and act = 'DISPUTE' and answered_at is null;
          end if;
          return 'DONE';
        exception when unique_violation then
          return 'KEY_ALREADY_USED';
        end $$
    `);
    const signature = 'act_on_record(text, text, text, text[], text, text, text, text, text, date)';
    this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to integrity_runtime`);
    this.addSql('grant select on current_record to integrity_runtime');
  }
}
