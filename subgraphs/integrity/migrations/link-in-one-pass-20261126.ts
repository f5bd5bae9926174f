import { Migration } from '@mikro-orm/migrations';

/**
 * The ids of candidates of some records, found by the index over records and changed by their own, whatever is known of the
 * table: in the middle of a large delivery that is nothing yet, and for each record all candidates that are open were gone
 * through. Whoever changes them asks once more whether somebody has decided meanwhile.
 */
const candidatesOf = (records: string, recordId: string, condition: string): string => `array(
            select k.id from ${records} cross join lateral (
              select l.id, l.state, l.decided_by from link_candidate l where l.record_id = ${recordId} offset 0) k
            where ${condition})`;

/**
 * Who is certain was told when a row was judged (`take-in-one-pass-20261126.ts`), and is linked from there. All others are
 * gathered first: by the rules of `link-delivery-20261124.ts` and `delivery-order-20261126.ts`, with one question to the
 * population register about all of whom only name, day of birth and telephone are known.
 */
export class Migration20261126LinkInOnePass extends Migration {
  override up(): void {
    for (const signature of [
      'link_versions(delivery, integer, timestamptz)',
      'match_numbers(integer)',
      'match_second_numbers(integer)',
      'match_names(integer)',
      'write_links(delivery, timestamptz)',
    ])
      this.addSql(`drop function ${signature}`);
    this.#nameAnew();
    this.#settle();
    this.#gather();
    this.#units();
    this.#write();
    for (const signature of [
      'gather_uncertain(integer)',
      'gather_persons(integer)',
      'write_links(delivery, integer, timestamptz)',
    ])
      this.addSql(`revoke all on function ${signature} from public`);
  }

  #nameAnew(): void {
    this.addSql(`
      create or replace function name_anew(d delivery, this_turn integer, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare doubts text[];
        begin
          -- What a department no longer says of somebody does not stand.
          update record_link l set unlinked_at = moment, unlinked_by = d.id from judged_row j
          where j.turn = this_turn and j.is_named_anew and j.outcome = 'CORRECTED' and l.record_id = j.record_id
            and l.unlinked_at is null;
          doubts := ${candidatesOf(
            'judged_row j',
            'j.record_id',
            `j.turn = this_turn and j.is_named_anew and j.outcome = 'CORRECTED' and k.state in ('OPEN', 'PROPOSED')`,
          )};
          update link_candidate set state = 'SUPERSEDED', decided_at = moment, decided_by = d.id
          where id = any(doubts) and decided_at is null;
          insert into record_identity (record_id, department_code, subject_hmac, identity_hash, credit_code)
          select record_id, d.department_code, subject_hmac, identity_hash, credit_code
          from judged_row where turn = this_turn and is_named_anew and outcome = 'CORRECTED'
          on conflict (record_id) do update set subject_hmac = excluded.subject_hmac,
            identity_hash = excluded.identity_hash, credit_code = excluded.credit_code;
        end $$
    `);
  }

  /** As in `settle-candidates-20261126.ts`. */
  #settle(): void {
    this.addSql(`
      create or replace function settle_candidates() returns trigger language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare doubts text[];
        begin
          -- Nothing can be in doubt about the first version of a record.
          if not exists (select from added where version > 1) then return null; end if;
          doubts := ${candidatesOf(
            'added a',
            'a.id',
            `a.status in ('REPAIRED', 'EXPIRED', 'REVOKED', 'SEALED') and k.state in ('OPEN', 'PROPOSED')`,
          )};
          update link_candidate set state = 'SUPERSEDED', decided_at = now(), decided_by = 'record'
          where id = any(doubts) and decided_at is null;
          doubts := ${candidatesOf(
            'added a',
            'a.id',
            `a.status in ('RECORDED', 'DISPUTED') and k.state = 'SUPERSEDED' and k.decided_by = 'record'`,
          )};
          update link_candidate set state = case when proposed_by is null then 'OPEN' else 'PROPOSED' end,
            decided_at = null, decided_by = null
          where id = any(doubts) and decided_by = 'record';
          return null;
        end $$
    `);
  }

  #gather(): void {
    this.addSql(`
      create function gather_uncertain(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          delete from suggested_row;
          -- Of a row without number, and of one whose number is nobody's: that may be a second number of somebody, or a namesake
          -- of the same day. People decide, and until then a review knows that it is uncertain who he is.
          insert into suggested_row
          select w.lines[m.position], m.person_id, m.phone_agrees, m.is_deceased
          from (select array_agg(line) as lines, array_agg(name) as names, array_agg(birth_date) as birth_dates,
              array_agg(phone) as phones
            from judged_row where turn = this_turn and is_named_anew
              and (subject_hmac is null or reason = 'NUMBER_UNKNOWN')) w
          cross join lateral persons.suggest_people(w.names, w.birth_dates, w.phones) m;
          perform gather_persons(this_turn);
          perform match_units(this_turn);
        end $$
    `);
    this.addSql(`
      create function gather_persons(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp set enable_nestloop = off set jit = off as $$
        begin
          insert into linking_row
          select j.line, j.record_id, j.version, v.method, v.reason,
            case v.method when 'NAME_MISMATCH' then 0.5 when 'PROBABLE' then case when s.phone_agrees then 0.9 else 0.6 end
              else 0 end,
            coalesce(s.person_id, j.person_id), null, j.name, case when v.is_by_name then s.person_id is not null else j.name_agrees end,
            case when v.is_by_name then s.person_id is not null else j.birth_date_agrees end, s.phone_agrees,
            coalesce(s.is_deceased, j.is_deceased)
          from judged_row j left join suggested_row s on s.line = j.line
          cross join lateral (select
            case when j.reason = 'NUMBER_UNKNOWN' and s.person_id is not null then 'CONFLICT'
              when j.method is not null then j.method when s.person_id is null then 'NO_MATCH' else 'PROBABLE' end as method,
            case when j.reason is not null then j.reason when s.person_id is null then 'NAME_UNKNOWN'
              when s.phone_agrees then 'NAME_BIRTH_DATE_PHONE' else 'NAME_BIRTH_DATE' end as reason,
            j.method is null or s.person_id is not null as is_by_name) v
          where j.turn = this_turn and j.is_named_anew and j.credit_code is null and j.method is distinct from 'CERTAIN';
        end $$
    `);
  }

  #units(): void {
    // Of a unit that is known under the very name nothing is folded: that cost more than all else about it.
    this.addSql(`
      create or replace function match_units(this_turn integer) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          if not exists (select from judged_row where turn = this_turn and credit_code is not null) then return; end if;
          insert into subject (id, kind, credit_code, name)
          select 'unit-' || id_in_order(), 'UNIT', j.credit_code, min(j.name) from judged_row j
          where j.turn = this_turn and j.is_named_anew and j.credit_code is not null and j.name is not null
            and not exists (select from subject u where u.kind = 'UNIT' and u.credit_code = j.credit_code)
          group by j.credit_code on conflict do nothing;
          insert into linking_row
          select j.line, j.record_id, j.version, v.method, v.reason, case v.method when 'CERTAIN' then 1 else 0.5 end,
            null, u.id, j.name, v.agrees, null, null, null
          from judged_row j
          left join lateral (select k.id, k.name from subject k
            where k.kind = 'UNIT' and k.credit_code = j.credit_code offset 0) u on true
          cross join lateral (select coalesce(u.name = j.name or name_key(u.name) = j.name, false) as agrees) n
          cross join lateral (select n.agrees,
            case when u.id is null then 'NO_MATCH' when j.former_hmac <> j.subject_hmac then 'CONFLICT'
              when n.agrees then 'CERTAIN' else 'NAME_MISMATCH' end as method,
            case when u.id is null then 'NUMBER_UNKNOWN' when j.former_hmac <> j.subject_hmac then 'NUMBER_CHANGED'
              when n.agrees then 'ALL_AGREE' else 'NAME_DIFFERS' end as reason) v
          where j.turn = this_turn and j.is_named_anew and j.credit_code is not null;
        end $$
    `);
  }

  #write(): void {
    // Who was found to have a subject ahead is not looked up again. New ones get ids in the order of their making.
    this.addSql(`
      create function write_links(d delivery, this_turn integer, moment timestamptz) returns void language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        begin
          insert into subject (id, kind, person_id, name)
          select 'subject-' || id_in_order(), 'INDIVIDUAL', j.person_id, min(j.name) from judged_row j
          where j.turn = this_turn and j.method = 'CERTAIN' and j.subject_id is null
            and not exists (select from subject s where s.person_id = j.person_id and s.kind = 'INDIVIDUAL')
          group by j.person_id on conflict do nothing;
          insert into record_link (id, record_id, subject_id, method, score, linked_by, linked_at)
          select j.record_id || '-link-' || j.version, j.record_id, coalesce(j.subject_id, s.id), 'CERTAIN', 1, d.id, moment
          from judged_row j
          left join lateral (select u.id from subject u
            where u.person_id = case when j.subject_id is null then j.person_id end and u.kind = 'INDIVIDUAL' offset 0) s on true
          where j.turn = this_turn and j.method = 'CERTAIN';
          if not exists (select from linking_row) then return; end if;
          insert into record_link (id, record_id, subject_id, method, score, linked_by, linked_at)
          select l.record_id || '-link-' || l.version, l.record_id, l.subject_id, l.method, l.score, d.id, moment
          from linking_row l where l.method = 'CERTAIN';
          insert into link_candidate (id, record_id, record_version, department_code, delivery_number, line, method, reason,
            person_id, subject_id, score, name_agrees, birth_date_agrees, phone_agrees, is_deceased, created_at)
          select l.record_id || '-candidate-' || l.version || '-' || row_number() over (partition by l.record_id
              order by l.score desc, l.person_id), l.record_id, l.version, d.department_code, d.number, l.line, l.method,
            l.reason, l.person_id, l.subject_id, l.score, l.name_agrees, l.birth_date_agrees, l.phone_agrees, l.is_deceased,
            moment
          from linking_row l where l.method <> 'CERTAIN';
          delete from linking_row;
        end $$
    `);
  }
}
