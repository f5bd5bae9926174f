import { Migration } from '@mikro-orm/migrations';

/** The links of `link-delivery-20261124.ts`, at the pace of `take-delivery-at-pace-20261126.ts`; matched as `delivery-order-20261126.ts` says. */
export class Migration20261126LinkDeliveryAtPace extends Migration {
  override up(): void {
    this.addSql(`
      create function name_anew(d delivery, this_turn integer, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          -- What a department no longer says of somebody does not stand.
          update record_link l set unlinked_at = moment, unlinked_by = d.id from judged_row j
          where j.turn = this_turn and j.is_named_anew and j.outcome = 'CORRECTED' and l.record_id = j.record_id
            and l.unlinked_at is null;
          update link_candidate c set state = 'SUPERSEDED', decided_at = moment, decided_by = d.id from judged_row j
          where j.turn = this_turn and j.is_named_anew and j.outcome = 'CORRECTED' and c.record_id = j.record_id
            and c.state in ('OPEN', 'PROPOSED');
          insert into record_identity (record_id, department_code, subject_hmac, identity_hash, credit_code)
          select j.record_id, d.department_code, s.subject_hmac, s.identity_hash, s.credit_code
          from judged_row j join staged_row s using (line)
          where j.turn = this_turn and j.is_named_anew and j.outcome = 'CORRECTED'
          on conflict (record_id) do update set subject_hmac = excluded.subject_hmac,
            identity_hash = excluded.identity_hash, credit_code = excluded.credit_code;
        end $$
    `);
    this.addSql(`
      create or replace function write_links(d delivery, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          insert into subject (id, kind, person_id, name)
          select 'subject-' || gen_random_uuid(), 'INDIVIDUAL', l.person_id, min(l.name) from linking_row l
          where l.method = 'CERTAIN' and l.person_id is not null
            and not exists (select from subject s where s.person_id = l.person_id and s.kind = 'INDIVIDUAL')
          group by l.person_id on conflict do nothing;
          insert into record_link (id, record_id, subject_id, method, score, linked_by, linked_at)
          select l.record_id || '-link-' || l.version, l.record_id, coalesce(l.subject_id, s.id), l.method, l.score, d.id,
            moment
          from linking_row l left join subject s on s.person_id = l.person_id and s.kind = 'INDIVIDUAL'
          where l.method = 'CERTAIN' order by l.record_id;
          insert into link_candidate (id, record_id, record_version, department_code, delivery_number, line, method, reason,
            person_id, subject_id, score, name_agrees, birth_date_agrees, phone_agrees, is_deceased, created_at)
          select l.record_id || '-candidate-' || l.version || '-' || row_number() over (partition by l.record_id
              order by l.score desc, l.person_id), l.record_id, l.version, d.department_code, d.number, l.line, l.method,
            l.reason, l.person_id, l.subject_id, l.score, l.name_agrees, l.birth_date_agrees, l.phone_agrees, l.is_deceased,
            moment
          from linking_row l where l.method <> 'CERTAIN';
        end $$
    `);
    this.#indexes();
    this.addSql('revoke all on function name_anew(delivery, integer, timestamptz) from public');
  }

  /** A third of what writing a row cost went into indexes that nobody read. */
  #indexes(): void {
    // A change's position ends in its number, and is unique by an index of its own.
    this.addSql('alter table record_change drop constraint record_change_pkey');
    // Links are found by record and by subject. Their ids are made of the record's and its version's.
    this.addSql('alter table record_link drop constraint record_link_pkey');
    // Whoever asks for somebody's links asks how they were made too, so the rows are read all the same; without the record
    // in it the index holds each subject once.
    this.addSql('drop index record_link_subject');
    this.addSql('create index record_link_subject on record_link (subject_id) where unlinked_at is null');
  }
}
