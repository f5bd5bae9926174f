import { Migration } from '@mikro-orm/migrations';

/** What the call says of itself; null where there is none. */
const setting = (name: string): string => `(select nullif(current_setting('hub.${name}', true), ''))`;

const isSupervision = `${setting('purpose')} = 'SUPERVISION_AUDIT'`;

/** Who looks after emergencies: whose they were, and whether there was one (PIPL 51, 54). */
const isSupervisor = `(${isSupervision} and ${setting('role')} in ('CITY_CENTRE', 'AUDITOR'))`;

/** The department that is told of an emergency over its data. */
const toldDepartment = `(select case when current_setting('hub.role', true) = 'DEPARTMENT_REVIEWER'
  then nullif(current_setting('hub.own_department', true), '') end)`;

/** Of a citizen's own matter and of his children's: the persons that were admitted for this call. Staff have none here. */
const ownPersons = `coalesce((select case when current_setting('hub.person', true) <> ''
  then nullif(current_setting('hub.persons', true), '')::text[] end), '{}')`;

/**
 * The third line over the hub's own register: emergencies, the notices of them, delegations and the ledger. Each is seen by
 * who did it, by whom it concerns, and by who looks after it.
 */
export class Migration20261126RowSecurity extends Migration {
  override up(): void {
    this.#breakGlass();
    this.#notices();
    this.#delegations();
    this.#ledger();
  }

  #breakGlass(): void {
    this.addSql('create index notice_break_glass on notice (break_glass_id, department_code)');
    // Past row security, as the owner: notices and what they tell of could not ask each other.
    this.addSql(`
      create function is_told_of(asked text, department text) returns boolean
        language sql stable strict security definer set search_path = governance, pg_temp
        as $$ select exists (select from notice n where n.break_glass_id = asked and n.department_code = department) $$
    `);
    this.addSql('revoke all on function is_told_of(text, text) from public');
    this.addSql('grant execute on function is_told_of(text, text) to governance_runtime');
    this.addSql('alter table break_glass enable row level security');
    this.addSql(`
      create policy break_glass_of_actor on break_glass to governance_runtime using (actor = ${setting('actor')})
    `);
    for (const command of ['select', 'update'])
      this.addSql(`
        create policy break_glass_under_supervision_${command} on break_glass for ${command} to governance_runtime
          using ${isSupervisor}
      `);
    this.addSql(`
      create policy break_glass_told on break_glass for select to governance_runtime
        using (is_told_of(id, ${toldDepartment}))
    `);
    this.addSql(`
      create policy break_glass_of_person on break_glass for select to governance_runtime
        using (person_id = any(${ownPersons}))
    `);
  }

  #notices(): void {
    this.addSql('alter table notice enable row level security');
    this.addSql(`
      create policy notice_to_department on notice for select to governance_runtime
        using (department_code = ${toldDepartment} or ${isSupervisor})
    `);
    // Given by who opens, and read by him nevermore.
    this.addSql(`
      create policy notice_of_actor on notice for insert to governance_runtime
        with check (exists (select from break_glass g where g.id = break_glass_id and g.actor = ${setting('actor')}))
    `);
  }

  #delegations(): void {
    this.addSql('alter table delegation enable row level security');
    this.addSql(`
      create policy delegation_of_delegator on delegation to governance_runtime using (delegator = ${setting('actor')})
    `);
    this.addSql(`
      create policy delegation_of_delegate on delegation for select to governance_runtime
        using (delegate = ${setting('actor')})
    `);
  }

  #ledger(): void {
    this.addSql('alter table ledger_record enable row level security');
    this.addSql(`
      create policy ledger_record_of_person on ledger_record for select to governance_runtime
        using (person = any(${ownPersons}))
    `);
    // An auditor of an area looks into what was done by those who act in it.
    this.addSql(`
      create policy ledger_record_under_audit on ledger_record for select to governance_runtime
        using (${isSupervision} and ${setting('role')} = 'AUDITOR' and (${setting('is_city')} = 'true'
          or ((convert_from(body, 'UTF8')::jsonb #>> '{actor,area}') collate "C" >= ${setting('area_from')}
            and (convert_from(body, 'UTF8')::jsonb #>> '{actor,area}') collate "C" < ${setting('area_to')})))
    `);
    // Row security holds on the way through the table, so its partitions are open to nobody.
    this.addSql(`
      do $$ declare part regclass; begin
        for part in select inhrelid::regclass from pg_inherits where inhparent = 'ledger_record'::regclass loop
          execute format('revoke all on %s from governance_runtime', part);
        end loop;
      end $$
    `);
    this.addSql(`
      create or replace function begin_chain(new_part text, new_chain text) returns void language plpgsql
        set search_path = governance, pg_temp
        as $$
          declare
            place text := 'ledger_record_' || lower(replace(new_part, '-', '_'));
          begin
            perform pg_advisory_xact_lock(hashtext('portrait-hub ledger partitions'));
            if to_regclass(place) is null then
              execute format('create table %I (like ledger_record including defaults including constraints)', place);
              execute format('revoke all on %I from governance_runtime', place);
              execute format('alter table ledger_record attach partition %I for values in (%L)', place, new_part);
            end if;
            insert into ledger_head (chain, part, seq, hash, at)
              values (new_chain, new_part, 0, decode(repeat('00', 32), 'hex'), '-infinity')
              on conflict do nothing;
          end
        $$
    `);
  }
}
