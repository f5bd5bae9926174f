import { Migration } from '@mikro-orm/migrations';

/** Reviews whose subject is whom a link is of, for their departments' "none" and as far as the review asked. */
const contradicted = (of: string): string => `
  select r.id as review_subject_id, c.id as record_id, c.department_code
  from added a join credit_record c on c.id = a.record_id and c.superseded_at is null
  join subject o on o.id = a.subject_id join review_subject r on ${of}
  join review v on v.id = r.review_id
  join review_answer w on w.review_subject_id = r.id and w.department_code = c.department_code and w.state = 'ANSWERED_NONE'
  where a.unlinked_at is null and a.method in ('CERTAIN', 'CONFIRMED') and r.state in ('DECIDED', 'SIGNED', 'APPEALED', 'UPHELD')
    and c.polarity = 'NEGATIVE' and c.status = 'RECORDED' and c.type_code = any(v.asked_types)
    and c.decided_on between v.asked_since and v.as_of and (c.valid_until is null or c.valid_until >= v.as_of)
    and coalesce(array_position(array['MINOR', 'GENERAL', 'SERIOUS'], c.level), 2) >= v.asked_level`;

const all = [
  'r.person_id = o.person_id',
  `r.credit_code = o.credit_code and r.kind = 'UNIT' and o.kind = 'UNIT'`,
  `r.division_code = o.division_code and r.kind = 'REGION' and o.kind = 'REGION'`,
]
  .map(contradicted)
  .join(' union ');

/**
 * A record that was there on the day asked about and is delivered only after the signature: the
 * department's "none" was not true. People are told, and decide whether the case is opened; nothing that nobody corrected undoes
 * a decision by itself. Reviews from before do not know what they asked, and tell nothing.
 */
export class Migration20261126LaterRecords extends Migration {
  override up(): void {
    this.addSql(`
      alter table review add column asked_types text[], add column asked_since date, add column asked_level integer
    `);
    this.addSql(`
      create table review_later_record (
        review_subject_id text collate "C" not null references review_subject on delete cascade,
        record_id text collate "C" not null,
        department_code text collate "C" not null,
        noticed_at timestamptz not null,
        primary key (review_subject_id, record_id)
      )
    `);
    this.addSql('alter table review_later_record enable row level security');
    this.addSql(`
      create policy review_later_record_of_subject on review_later_record to integrity_runtime
        using (exists (select from review_subject s where s.id = review_subject_id))
    `);
    this.addSql(`
      insert into review_transition (act, from_state, to_state)
      select 'NOTICE', state, state from unnest(array['SIGNED', 'APPEALED', 'UPHELD']) state
    `);
    this.#notice();
    this.#standing();
  }

  #notice(): void {
    this.addSql(`
      create function notice_later_records() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare hit text[];
        begin
          if not exists (select from review_subject) then return null; end if;
          select array_agg(distinct review_subject_id) into hit from (${all}) found;
          if hit is null then return null; end if;
          -- Behind whoever is signing just now, who has not seen this record.
          perform from review_subject s where s.id = any(hit) order by s.id for update;
          with told as (
            insert into review_later_record (review_subject_id, record_id, department_code, noticed_at)
            select f.review_subject_id, f.record_id, f.department_code, now() from (${all}) f
            join review_subject s on s.id = f.review_subject_id and s.state in ('SIGNED', 'APPEALED', 'UPHELD')
            join review_decision d on d.review_subject_id = s.id and d.ended_at is null and d.outcome <> 'VETO'
            on conflict do nothing returning review_subject_id, department_code
          )
          update review_subject s set act = 'NOTICE', actor = 'system', acted_at = now(), version = s.version + 1,
            details = jsonb_build_object('cause', 'LATER_RECORD', 'departments', t.departments)
          from (select review_subject_id, array_agg(distinct department_code) as departments from told group by 1) t
          where s.id = t.review_subject_id;
          return null;
        end $$
    `);
    this.addSql('revoke all on function notice_later_records() from public');
    this.addSql(`
      create trigger record_link_noticed after insert on record_link referencing new table as added
        for each statement execute function notice_later_records()
    `);
  }

  /** What was repaired, sealed, taken back or unlinked since is told no more. */
  #standing(): void {
    this.addSql(`
      create function later_departments(asked text) returns table (department_code text, noticed_at timestamptz)
        language sql stable security definer set search_path = integrity, pg_temp as $$
          select n.department_code, min(n.noticed_at) from review_later_record n
          join review_subject s on s.id = n.review_subject_id and s.state in ('SIGNED', 'APPEALED', 'UPHELD')
          join credit_record c on c.id = n.record_id and c.superseded_at is null and c.status = 'RECORDED'
          where n.review_subject_id = asked and exists (select from record_link l
            where l.record_id = n.record_id and l.unlinked_at is null)
          group by 1
        $$
    `);
    this.addSql('revoke all on function later_departments(text) from public');
    this.addSql('grant execute on function later_departments(text) to integrity_runtime');
  }
}
