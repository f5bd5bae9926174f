import { Migration } from '@mikro-orm/migrations';

/** Who a subject of a review is among the subjects of the register: a person at whatever post, a unit, a region. */
const own = `
  select s.id as review_subject_id, o.id as subject_id from asked s join subject o on o.person_id = s.person_id
  union all
  select s.id, o.id from asked s join subject o on o.credit_code = s.credit_code where s.kind = 'UNIT' and o.kind = 'UNIT'
  union all
  select s.id, o.id from asked s join subject o on o.division_code = s.division_code
    where s.kind = 'REGION' and o.kind = 'REGION'`;

/** A record as an answer names it. */
const recordJson = `jsonb_build_object('id', c.id, 'version', c.version, 'type', c.type_code, 'level', c.level,
  'status', c.status, 'decidedOn', c.decided_on, 'validUntil', c.valid_until, 'method', l.method)`;

/**
 * The collection of answers from delivered records, for many subjects in one statement: each of the 42 departments gets a row,
 * and none of them is "no record" unless fresh data says so of somebody who is certainly the subject.
 */
export class Migration20261125CollectReviews extends Migration {
  override up(): void {
    this.addSql('create index subject_credit_code on subject (credit_code) where credit_code is not null');
    this.addSql('create index subject_division on subject (division_code) where division_code is not null');
    this.addSql(
      "create index link_candidate_person on link_candidate (person_id) where state in ('OPEN', 'PROPOSED')",
    );
    this.#collect();
    this.#snapshot();
  }

  #collect(): void {
    this.addSql(`
      create function collect_answers(ids text[], types text[], since date, level_from integer, why text, why_not text)
        returns void language plpgsql security definer set search_path = integrity, pg_temp as $$
        declare today date := (now() at time zone 'Asia/Shanghai')::date;
        begin
          insert into review_answer as a (review_subject_id, department_code, state, basis, data_as_of, due_at, answered_at,
            records, request_hash, response_hash)
          with asked as materialized (
            select s.*, r.as_of, r.deadline from review_subject s join review r on r.id = s.review_id where s.id = any(ids)
          ), own as materialized (${own}
          ), wanted as materialized (
            select t.department_code, bool_or(t.answer_mode = 'HUMAN_ONLY') as is_human,
              string_agg(t.code, ' ' order by t.code) as types
            from record_type t where t.code = any(types) group by 1
          ), doubted as materialized (
            select distinct s.id as review_subject_id, l.department_code from asked s
            join link_candidate l on l.person_id = s.person_id
            where l.state in ('OPEN', 'PROPOSED') and s.kind in ('LEADER', 'INDIVIDUAL')
            union
            select o.review_subject_id, l.department_code from own o join link_candidate l on l.subject_id = o.subject_id
            where l.state in ('OPEN', 'PROPOSED')
          ), held as materialized (
            select o.review_subject_id, c.department_code, count(*) as total,
              jsonb_agg(${recordJson} order by c.id) filter (where
                c.type_code = any(types) and c.polarity = 'NEGATIVE' and c.status in ('RECORDED', 'DISPUTED')
                and c.decided_on between since and s.as_of and (c.valid_until is null or c.valid_until >= s.as_of)
                and coalesce(array_position(array['MINOR', 'GENERAL', 'SERIOUS'], c.level), 2) >= level_from
                and not exists (select from link_candidate u where u.record_id = c.id and u.method = 'UNLINK'
                  and u.state = 'PROPOSED')) as records,
              bool_and(c.data_class = 'CREDIT_RESTRICTED') as is_restricted
            from own o join asked s on s.id = o.review_subject_id
            join record_link l on l.subject_id = o.subject_id and l.unlinked_at is null
              and l.method in ('CERTAIN', 'CONFIRMED')
            join credit_record c on c.id = l.record_id and c.superseded_at is null
            where c.department_code in (select department_code from wanted)
            group by 1, 2
          ), index_of as materialized (
            select distinct on (i.department_code) i.department_code, i.day from holding_index i
            where i.day between today - 2 and today and (i.as_of at time zone 'Asia/Shanghai')::date >= today - 2
            order by i.department_code, i.day desc
          ), judged as (
            select s.id, s.deadline, s.version, d.code, f.data_as_of, h.records,
              coalesce(w.types, '') as types, s.as_of,
              case
                when w.types is null then 'NOT_APPLICABLE'
                when w.is_human or f.data_as_of is null then 'NOT_ANSWERED'
                when f.max_age_hours is null or f.data_as_of < now() - make_interval(hours => f.max_age_hours) then 'STALE'
                when h.records is not null and s.is_minor and h.is_restricted then 'SUPPRESSED'
                when h.records is not null then 'ANSWERED_RECORD'
                when q.department_code is not null then 'IDENTITY_UNCERTAIN'
                when h.total is null and e.subject_hmac is not null then 'INVALID'
                else 'ANSWERED_NONE'
              end as state
            from asked s cross join department d
            left join wanted w on w.department_code = d.code
            left join feed f on f.department_code = d.code
            left join held h on h.review_subject_id = s.id and h.department_code = d.code
            left join doubted q on q.review_subject_id = s.id and q.department_code = d.code
            left join index_of i on i.department_code = d.code
            left join holding_entry e on e.department_code = d.code and e.day = i.day and e.subject_hmac = s.subject_hmac
          ), answered as (
            select j.*, case when j.state = 'ANSWERED_RECORD' then j.records else '[]' end as told,
              sha256(convert_to(concat_ws('|', j.id, j.code, j.types, since, j.as_of), 'UTF8')) as asked_hash
            from judged j
          )
          select id, code, state, case state when 'NOT_APPLICABLE' then why_not else why end,
            case when state in ('NOT_APPLICABLE', 'NOT_ANSWERED') then null else data_as_of end,
            case when state in ('ANSWERED_NONE', 'ANSWERED_RECORD', 'NOT_APPLICABLE', 'SUPPRESSED') then null
              else deadline end,
            case when state in ('ANSWERED_NONE', 'ANSWERED_RECORD', 'SUPPRESSED', 'INVALID') then now() end,
            told, asked_hash,
            case when state in ('ANSWERED_NONE', 'ANSWERED_RECORD', 'SUPPRESSED', 'INVALID') then
              sha256(asked_hash || convert_to(concat_ws('|', state, told, data_as_of), 'UTF8')) end
          from answered
          on conflict (review_subject_id, department_code) do update
            set state = excluded.state, basis = excluded.basis, data_as_of = excluded.data_as_of, due_at = excluded.due_at,
              answered_at = excluded.answered_at, records = excluded.records, request_hash = excluded.request_hash,
              response_hash = excluded.response_hash, opinion = null, reason = null, answered_by = null
            where (a.opinion is null and (a.state, a.records, a.data_as_of, a.due_at)
                is distinct from (excluded.state, excluded.records, excluded.data_as_of, excluded.due_at))
              -- What a reviewer said gives way to what his department's data says against it since.
              or (a.state in ('ANSWERED_NONE', 'NOT_APPLICABLE')
                and excluded.state in ('ANSWERED_RECORD', 'IDENTITY_UNCERTAIN', 'INVALID', 'SUPPRESSED'));
        end $$
    `);
    this.addSql(
      'revoke all on function collect_answers(text[], text[], date, integer, text, text) from public',
    );
    this.addSql(
      'grant execute on function collect_answers(text[], text[], date, integer, text, text) to integrity_runtime',
    );
  }

  #snapshot(): void {
    this.addSql(`
      create function instant(moment timestamptz) returns text language sql immutable
        as $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$
    `);
    this.addSql(`
      create function catalogue_hash(asked integer) returns text language sql stable set search_path = integrity, pg_temp as $$
        select encode(sha256(convert_to(coalesce(string_agg(to_jsonb(i)::text, ',' order by i.code), ''), 'UTF8')), 'hex')
        from catalogue_item i where i.version = asked
      $$
    `);
    this.addSql(`
      create function review_snapshots(ids text[], in_favour text[]) returns table (id text, snapshot jsonb)
        language sql stable security definer set search_path = integrity, pg_temp as $$
        with asked as materialized (
          select s.*, r.as_of from review_subject s join review r on r.id = s.review_id where s.id = any(ids)
        ), own as materialized (${own}
        ), veto_of as (
          select o.review_subject_id, v.*, 'SUBJECT' as of_whom from own o join veto v on v.subject_id = o.subject_id
          union
          select o.review_subject_id, v.*, 'LEADER' from own o join subject l on l.unit_id = o.subject_id and l.kind = 'LEADER'
          join subject p on p.person_id = l.person_id and p.kind = 'LEADER' join veto v on v.subject_id = p.id
        ), vetoes as (
          select v.review_subject_id, jsonb_agg(jsonb_build_object('id', v.id, 'of', v.of_whom, 'trigger', v.trigger,
            'effectiveFrom', v.effective_from, 'effectiveTo', v.effective_to, 'basisArticle', v.basis_article)
            order by v.id, v.of_whom) as list
          from veto_of v join asked s on s.id = v.review_subject_id
          where v.effective_from <= s.as_of and v.effective_to >= s.as_of
            and v.revoked_on is null
          group by 1
        ), favours as (
          select o.review_subject_id, jsonb_agg(${recordJson} order by c.id) as list
          from own o join asked s on s.id = o.review_subject_id
          join record_link l on l.subject_id = o.subject_id and l.unlinked_at is null and l.method in ('CERTAIN', 'CONFIRMED')
          join credit_record c on c.id = l.record_id and c.superseded_at is null
          where c.type_code = any(in_favour) and c.status = 'RECORDED' and c.decided_on <= s.as_of
            and (c.valid_until is null or c.valid_until >= s.as_of)
          group by 1
        ), hashes as materialized (
          select r.id, catalogue_hash(r.catalogue_version) as hash from review r where r.id in (select review_id from asked)
        ), answers as (
          select a.review_subject_id, jsonb_agg(jsonb_build_object('department', d.code, 'name', d.name, 'state', a.state,
            'basis', a.basis, 'dataAsOf', instant(a.data_as_of), 'dueAt', instant(a.due_at), 'opinion', a.opinion,
            'requestHash', encode(a.request_hash, 'hex'), 'responseHash', encode(a.response_hash, 'hex'),
            'records', a.records) order by d.code) as list
          from review_answer a join department d on d.code = a.department_code where a.review_subject_id = any(ids) group by 1
        )
        select s.id, jsonb_build_object(
          'review', jsonb_build_object('id', r.id, 'purpose', r.purpose, 'matter', r.matter, 'legalBasis', r.legal_basis,
            'asOf', r.as_of, 'requestedAt', instant(r.requested_at), 'deadline', instant(r.deadline)),
          'subject', jsonb_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'creditCode', s.credit_code,
            'division', s.division_code, 'post', s.post, 'person', s.person_id),
          'catalogue', jsonb_build_object('version', r.catalogue_version, 'hash', k.hash),
          'ruleVersion', r.rule_version,
          'answers', coalesce(a.list, '[]'), 'vetoes', coalesce(v.list, '[]'), 'positives', coalesce(f.list, '[]'))
        from asked s join review r on r.id = s.review_id
        join hashes k on k.id = r.id
        left join answers a on a.review_subject_id = s.id
        left join vetoes v on v.review_subject_id = s.id
        left join favours f on f.review_subject_id = s.id
        order by s.ordinal
      $$
    `);
    this.addSql('revoke all on function review_snapshots(text[], text[]) from public');
    this.addSql('grant execute on function review_snapshots(text[], text[]) to integrity_runtime');
  }
}
