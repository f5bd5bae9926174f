import { Migration } from '@mikro-orm/migrations';

/**
 * The ledger: records in chains, each linked to the one before it by SHA-256 over canonical JSON (RFC 8785). A chain lives
 * one month; months and kinds of retention are partitions, so that a whole one can go.
 */
export class Migration20261123Ledger extends Migration {
  override up(): void {
    this.#tables();
    this.#append();
    this.#rights();
  }

  #tables(): void {
    this.addSql(`
      create table ledger_record (
        part text collate "C" not null,
        chain text collate "C" not null,
        seq bigint not null,
        at timestamptz not null,
        prev bytea not null,
        hash bytea not null,
        body bytea not null,
        kind text not null,
        access text collate "C" not null,
        person text collate "C",
        actor text collate "C",
        case_reference text collate "C",
        classes text[],
        primary key (part, chain, seq)
      ) partition by list (part)
    `);
    // What the ledger is asked by. These columns repeat the body; verification compares them.
    for (const [name, columns] of Object.entries({
      person: '(person, at) where person is not null',
      actor: '(actor, at) where actor is not null',
      case: '(case_reference) where case_reference is not null',
      access: '(access)',
      at: '(at)',
    })) {
      this.addSql(`create index ledger_record_${name} on ledger_record ${columns}`);
    }
    this.addSql(`
      create table ledger_head (
        chain text collate "C" primary key,
        part text collate "C" not null,
        seq bigint not null,
        hash bytea not null,
        at timestamptz not null
      )
    `);
  }

  #append(): void {
    // A chain that does not exist yet. A partition made aside and attached holds up nobody who writes to another.
    this.addSql(`
      create function begin_chain(new_part text, new_chain text) returns void language plpgsql
        set search_path = governance, pg_temp
        as $$
          declare
            place text := 'ledger_record_' || lower(replace(new_part, '-', '_'));
          begin
            perform pg_advisory_xact_lock(hashtext('portrait-hub ledger partitions'));
            if to_regclass(place) is null then
              execute format('create table %I (like ledger_record including defaults including constraints)', place);
              execute format('alter table ledger_record attach partition %I for values in (%L)', place, new_part);
            end if;
            insert into ledger_head (chain, part, seq, hash, at)
              values (new_chain, new_part, 0, decode(repeat('00', 32), 'hex'), '-infinity')
              on conflict do nothing;
          end
        $$
    `);
    // Chains are taken in one order, so that two writers never wait for each other in a circle.
    this.addSql(`
      create function append_to_ledger_at(moment timestamptz, retentions text[], shards integer[], bodies text[])
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
    this.addSql(`
      create function append_to_ledger(retentions text[], shards integer[], bodies text[]) returns void
        language sql security definer set search_path = governance, pg_temp
        as $$ select append_to_ledger_at(clock_timestamp(), retentions, shards, bodies) $$
    `);
  }

  #rights(): void {
    for (const name of [
      'begin_chain(text, text)',
      'append_to_ledger_at(timestamptz, text[], integer[], text[])',
      'append_to_ledger(text[], integer[], text[])',
    ]) {
      this.addSql(`revoke all on function ${name} from public`);
    }
    // Who writes may do nothing else; not even read what he wrote.
    this.addSql(
      'grant execute on function append_to_ledger(text[], integer[], text[]) to governance_writer, governance_runtime',
    );
    this.addSql('grant usage on schema governance to governance_writer');
  }
}
