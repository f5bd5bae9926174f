import { Migration } from '@mikro-orm/migrations';

/** How long the sets of past days are kept, in days; their counts and digests stay. */
const daysKept = 31;

/**
 * Whom each department holds something against, day by day, as keyed hashes: what an answer that never came would have
 * been, and which "none" cannot be true. It opens nothing and is asked one hash at a time.
 */
export class Migration20261124Holdings extends Migration {
  override up(): void {
    this.addSql(`
      create table holding_index (
        department_code text collate "C" not null,
        day date not null,
        as_of timestamptz not null,
        holding_count integer not null,
        digest bytea not null,
        source text not null check (source in ('DELIVERED', 'COMPUTED')),
        primary key (department_code, day)
      )
    `);
    this.addSql(`
      create table holding_entry (
        department_code text collate "C" not null,
        day date not null,
        subject_hmac bytea not null,
        primary key (department_code, day, subject_hmac)
      )
    `);
    this.addSql(`
      create table holding_list (
        department_code text collate "C" not null,
        list_key text not null,
        as_of timestamptz not null,
        completed_at timestamptz,
        primary key (department_code, list_key)
      )
    `);
    this.addSql(`
      create table holding_list_entry (
        department_code text collate "C" not null,
        list_key text not null,
        subject_hmac bytea not null,
        primary key (department_code, list_key, subject_hmac),
        foreign key (department_code, list_key) references holding_list on delete cascade
      )
    `);
    this.addSql('revoke all on holding_entry, holding_list, holding_list_entry from integrity_runtime');
    this.addSql(`
      create function put_holding_index(of_department text, on_day date, true_at timestamptz, from_source text)
        returns void language sql set search_path = integrity, pg_temp
        as $$
          insert into holding_index (department_code, day, as_of, holding_count, digest, source)
          select of_department, on_day, true_at, count(*), sha256(coalesce(string_agg(subject_hmac, '' order by subject_hmac), '')),
            from_source
          from holding_entry where department_code = of_department and day = on_day
          on conflict (department_code, day) do update
            set as_of = excluded.as_of, holding_count = excluded.holding_count, digest = excluded.digest, source = excluded.source
        $$
    `);
    this.addSql('revoke all on function put_holding_index(text, date, timestamptz, text) from public');
    this.#build();
    this.#deliver();
    // Three-valued: null where no index of the last two days can say it. A gap is never "no".
    this.addSql(`
      create function holds(of_department text, hmac bytea, on_day date)
        returns boolean language sql stable security definer set search_path = integrity, pg_temp
        as $$
          select exists (select from holding_entry e
            where e.department_code = i.department_code and e.day = i.day and e.subject_hmac = hmac)
          from holding_index i
          where i.department_code = of_department and i.day between on_day - 2 and on_day
            and (i.as_of at time zone 'Asia/Shanghai')::date >= on_day - 2
            and i.day > (now() at time zone 'Asia/Shanghai')::date - ${daysKept}
          order by i.day desc limit 1
        $$
    `);
    this.addSql('revoke all on function holds(text, bytea, date) from public');
    this.addSql('grant execute on function holds(text, bytea, date) to integrity_runtime');
  }

  /** From what was delivered, for departments that answer reviews and have delivered no list of the day themselves. */
  #build(): void {
    this.addSql(`
      create function build_holdings(on_day date) returns integer
        language plpgsql set search_path = integrity, pg_temp as $$
        declare one record; built integer := 0;
        begin
          perform pg_advisory_xact_lock(hashtext('integrity holdings'));
          for one in
            select d.code, f.data_as_of from department d join feed f on f.department_code = d.code
            where d.answer_mode <> 'NONE' and f.data_as_of is not null and not exists (select from holding_index i
              where i.department_code = d.code and i.day = on_day and i.source = 'DELIVERED')
          loop
            delete from holding_entry where department_code = one.code and day = on_day;
            insert into holding_entry (department_code, day, subject_hmac)
            select distinct one.code, on_day, i.subject_hmac
            from credit_record r join record_identity i on i.record_id = r.id
            where r.department_code = one.code and r.superseded_at is null and r.polarity = 'NEGATIVE'
              and r.status = 'RECORDED' and (r.valid_until is null or r.valid_until >= on_day)
              and i.subject_hmac is not null;
            perform put_holding_index(one.code, on_day, one.data_as_of, 'COMPUTED');
            built := built + 1;
          end loop;
          delete from holding_entry where day <= on_day - ${daysKept};
          delete from holding_list where as_of < now() - interval '3 days';
          return built;
        end $$
    `);
    this.addSql('revoke all on function build_holdings(date) from public');
  }

  /** Calls of one list add to it; the one that completes it puts it in force, whole. Sent again, each changes nothing. */
  #deliver(): void {
    this.addSql(`
      create function deliver_holdings(of_department text, of_list text, true_at timestamptz, hmacs bytea[], is_complete boolean)
        returns table (outcome text, collected integer)
        language plpgsql security definer set search_path = integrity, pg_temp as $$
        declare known holding_list; on_day date := (true_at at time zone 'Asia/Shanghai')::date;
        begin
          if of_department is distinct from nullif(current_setting('hub.department', true), '') then
            raise insufficient_privilege using message = 'holdings are delivered by their own department';
          end if;
          perform pg_advisory_xact_lock(hashtext('integrity holdings'));
          if not exists (select from department d where d.code = of_department and d.answer_mode <> 'NONE') then
            return query select 'ANSWERS_NO_REVIEW', 0;
            return;
          end if;
          insert into holding_list (department_code, list_key, as_of) values (of_department, of_list, true_at)
            on conflict do nothing;
          select * into known from holding_list l where l.department_code = of_department and l.list_key = of_list;
          if known.as_of <> true_at then
            return query select 'KEY_ALREADY_USED', 0;
            return;
          end if;
          if known.completed_at is null then
            insert into holding_list_entry (department_code, list_key, subject_hmac)
            select of_department, of_list, hmac from unnest(hmacs) as hmac on conflict do nothing;
          elsif exists (select from unnest(hmacs) as hmac where not exists (select from holding_list_entry e
              where e.department_code = of_department and e.list_key = of_list and e.subject_hmac = hmac)) then
            return query select 'LIST_IS_COMPLETE', 0;
            return;
          end if;
          if is_complete and known.completed_at is null then
            update holding_list l set completed_at = now()
            where l.department_code = of_department and l.list_key = of_list;
            -- A list of a later moment of the same day stands.
            if not exists (select from holding_index i where i.department_code = of_department and i.day = on_day
                and i.source = 'DELIVERED' and i.as_of > true_at) then
              delete from holding_entry e where e.department_code = of_department and e.day = on_day;
              insert into holding_entry (department_code, day, subject_hmac)
              select of_department, on_day, e.subject_hmac from holding_list_entry e
              where e.department_code = of_department and e.list_key = of_list;
              perform put_holding_index(of_department, on_day, true_at, 'DELIVERED');
            end if;
          end if;
          return query select 'DONE', count(*)::integer from holding_list_entry e
            where e.department_code = of_department and e.list_key = of_list;
        end $$
    `);
    const signature = 'deliver_holdings(text, text, timestamptz, bytea[], boolean)';
    this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to integrity_runtime`);
  }
}
