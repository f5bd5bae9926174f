import { Migration } from '@mikro-orm/migrations';

/**
 * Who may append may not choose where: a line stands in the chain of its person, or of its access, and what says of itself that it
 * is of credit or of a review is kept as long as those. Otherwise a writer could let evidence go after three years, or hide a
 * person's record from who looks for it in the person's chain. As `ledger-20261123.ts` but for the checks.
 */
export class Migration20261126CheckLines extends Migration {
  override up(): void {
    this.addSql(`
      create function assert_line_in_place(retention text, shard integer, content jsonb) returns void language plpgsql
        immutable set search_path = governance, pg_temp
        as $$
          declare
            own integer := get_byte(sha256(convert_to(coalesce(content ->> 'person', content ->> 'access'), 'UTF8')), 0) % 4;
            is_integrity boolean := content ->> 'purpose' = 'INTEGRITY_REVIEW'
              or jsonb_typeof(content -> 'classes') = 'array' and exists (
                select from jsonb_array_elements_text(content -> 'classes') as name
                where name ~ '^((CREDIT|RECORD|REVIEW|LINK)_|(VETO|REVIEW)$)');
          begin
            if retention is null or retention not in ('ACCESS', 'INTEGRITY') then
              raise 'expected ACCESS or INTEGRITY as what a line is kept as, found another' using errcode = '22023';
            end if;
            -- Acts over the rules themselves are kept as accesses are, whatever they are about.
            if (content ->> 'kind' = 'EVENT' and retention <> 'ACCESS')
              or (content ->> 'kind' <> 'EVENT' and is_integrity and retention <> 'INTEGRITY') then
              raise 'a line of access % is not to be kept as %', content ->> 'access', retention using errcode = '22023';
            end if;
            if shard is distinct from own then
              raise 'a line of access % belongs into chain %', content ->> 'access', own using errcode = '22023';
            end if;
          end
        $$
    `);
    this.addSql('revoke all on function assert_line_in_place(text, integer, jsonb) from public');
    this.addSql(`
      create or replace function append_to_ledger_at(moment timestamptz, retentions text[], shards integer[], bodies text[])
        returns void language plpgsql
        set search_path = governance, pg_temp
        as $$
          declare
            line record;
            head ledger_head;
            content jsonb;
            stamp timestamptz;
            sealed bytea;
          begin
            perform assert_line_in_place(retention, shard, body::jsonb)
              from unnest(retentions, shards, bodies) as given(retention, shard, body);
            for line in
              select distinct retention || '-' || to_char(moment at time zone 'UTC', 'YYYYMM') as part,
                retention || '-' || to_char(moment at time zone 'UTC', 'YYYYMM') || '-' || shard as chain
              from unnest(retentions, shards) as given(retention, shard)
              where not exists (select from ledger_head h
                where h.chain = retention || '-' || to_char(moment at time zone 'UTC', 'YYYYMM') || '-' || shard)
            loop
              perform begin_chain(line.part, line.chain);
            end loop;
            for line in
              select retention || '-' || to_char(moment at time zone 'UTC', 'YYYYMM') as part,
                retention || '-' || to_char(moment at time zone 'UTC', 'YYYYMM') || '-' || shard as chain, body
              from unnest(retentions, shards, bodies) with ordinality as given(retention, shard, body, place)
              order by 2, place
            loop
              if head.chain is distinct from line.chain then
                if head.chain is not null then
                  update ledger_head set seq = head.seq, hash = head.hash, at = head.at where chain = head.chain;
                end if;
                select * into strict head from ledger_head h where h.chain = line.chain for update;
                -- A clock that steps back does not take the chain with it.
                stamp := greatest(date_trunc('milliseconds', moment), head.at);
              end if;
              content := line.body::jsonb;
              head.seq := head.seq + 1;
              head.at := stamp;
              -- Canonical JSON: members in the order of their names, no white space.
              sealed := sha256(convert_to('{"at":"' || to_char(stamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                || '","body":' || line.body || ',"chain":"' || line.chain || '","prev":"' || encode(head.hash, 'hex')
                || '","seq":' || head.seq || '}', 'UTF8'));
              insert into ledger_record (part, chain, seq, at, prev, hash, body,
                  kind, access, person, actor, case_reference, classes)
                values (line.part, line.chain, head.seq, stamp, head.hash, sealed, convert_to(line.body, 'UTF8'),
                  content ->> 'kind', content ->> 'access', content ->> 'person', content #>> '{actor,id}',
                  content ->> 'case',
                  case when jsonb_typeof(content -> 'classes') = 'array' then array(select jsonb_array_elements_text(content -> 'classes')) end);
              head.hash := sealed;
            end loop;
            if head.chain is not null then
              update ledger_head set seq = head.seq, hash = head.hash, at = head.at where chain = head.chain;
            end if;
          end
        $$
    `);
  }
}
