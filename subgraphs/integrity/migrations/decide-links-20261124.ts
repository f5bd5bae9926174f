import { Migration } from '@mikro-orm/migrations';

/**
 * What people decide about links: one proposes, another decides, and neither about himself or his household. A confirmed link
 * says so, and what it rests on; links are ended and never changed.
 */
export class Migration20261124DecideLinks extends Migration {
  override up(): void {
    this.addSql('alter table record_link add column basis text, add column confirmed_by text[]');
    this.addSql(`
      create function is_own_case(candidate link_candidate, person text) returns boolean language plpgsql stable
        security definer set search_path = integrity, pg_temp as $$ begin
          return exists (
            select from (
              select candidate.person_id as id
              union all select s.person_id from record_link l join subject s on s.id = l.subject_id
                where l.record_id = candidate.record_id and l.unlinked_at is null) p
            where p.id is not null and persons.are_of_one_household(p.id, person));
        end $$
    `);
    this.addSql(`
      create function propose_link(candidate text, actor text, person text, why text) returns text language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare c link_candidate;
        begin
          select * into c from link_candidate where id = candidate
            and department_code = nullif(current_setting('hub.department', true), '') for update;
          if not found or c.method = 'UNLINK' then return 'NOT_FOUND'; end if;
          if c.state = 'PROPOSED' and c.proposed_by = actor and c.proposal_reason = why then return 'DONE'; end if;
          if c.state <> 'OPEN' then return 'NOT_OPEN'; end if;
          if c.person_id is null and c.subject_id is null then return 'NOBODY_TO_LINK'; end if;
          if is_own_case(c, person) then return 'OWN_CASE'; end if;
          update link_candidate set state = 'PROPOSED', proposed_by = actor, proposed_at = now(), proposal_reason = why
          where id = candidate;
          return 'DONE';
        end $$
    `);
    // To end a link is proposed and decided like a link.
    this.addSql(`
      create function propose_unlink(record text, actor text, person text, why text) returns text language plpgsql
        security definer set search_path = integrity, pg_temp as $$
        declare
          c link_candidate;
          made text;
        begin
          select record || '-unlink-' || (count(*) + 1) into made from link_candidate
            where record_id = record and method = 'UNLINK' and state in ('CONFIRMED', 'REJECTED', 'SUPERSEDED');
          select made, r.id, r.version, r.department_code, coalesce(r.delivery_number, 0), coalesce(r.line, 0), 'UNLINK',
            'PROPOSED_BY_REVIEWER', s.person_id, l.subject_id, l.score, null, null, null, null, 'PROPOSED', now(), actor,
            now(), why, null, null, null
          into c
          from credit_record r join record_link l on l.record_id = r.id and l.unlinked_at is null
          join subject s on s.id = l.subject_id
          where r.id = record and r.superseded_at is null
            and r.department_code = nullif(current_setting('hub.department', true), '');
          if not found then return 'NOT_FOUND'; end if;
          if is_own_case(c, person) then return 'OWN_CASE'; end if;
          insert into link_candidate select c.* on conflict do nothing;
          return made;
        end $$
    `);
    this.addSql(`
      create function decide_link(candidate text, is_confirmed boolean, actor text, person text, why text) returns text
        language plpgsql security definer set search_path = integrity, pg_temp as $$
        declare
          c link_candidate;
          target text;
          wanted text := case when is_confirmed then 'CONFIRMED' else 'REJECTED' end;
        begin
          select * into c from link_candidate where id = candidate
            and department_code = nullif(current_setting('hub.department', true), '') for update;
          if not found then return 'NOT_FOUND'; end if;
          if c.state = wanted and c.decided_by = actor then return 'DONE'; end if;
          if c.state <> 'PROPOSED' then return 'NOT_PROPOSED'; end if;
          if c.proposed_by = actor then return 'SAME_PERSON'; end if;
          if is_own_case(c, person) then return 'OWN_CASE'; end if;
          update link_candidate set state = wanted, decided_by = actor, decided_at = now(), decision_reason = why
          where id = candidate;
          if not is_confirmed then return 'DONE'; end if;
          update record_link set unlinked_at = now(), unlinked_by = candidate
          where record_id = c.record_id and unlinked_at is null;
          update link_candidate set state = 'SUPERSEDED', decided_at = now(), decided_by = candidate
          where record_id = c.record_id and id <> candidate and state in ('OPEN', 'PROPOSED');
          if c.method = 'UNLINK' then return 'DONE'; end if;
          insert into subject (id, kind, person_id, name)
          select 'subject-' || gen_random_uuid(), 'INDIVIDUAL', c.person_id, persons.name_of(c.person_id)
          where c.person_id is not null on conflict do nothing;
          select coalesce(c.subject_id, s.id) into target from (select 1) one
            left join subject s on s.person_id = c.person_id and s.kind = 'INDIVIDUAL';
          insert into record_link (id, record_id, subject_id, method, score, linked_by, linked_at, basis, confirmed_by)
          values (candidate || '-link', c.record_id, target, 'CONFIRMED', c.score, candidate, now(), c.method,
            array[c.proposed_by, actor]);
          return 'DONE';
        end $$
    `);
    for (const signature of [
      'propose_link(text, text, text, text)',
      'propose_unlink(text, text, text, text)',
      'decide_link(text, boolean, text, text, text)',
    ]) {
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to integrity_runtime`);
    }
    this.addSql('revoke all on function is_own_case(link_candidate, text) from public');
  }
}
