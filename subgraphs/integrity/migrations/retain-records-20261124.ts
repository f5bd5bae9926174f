import { Migration } from '@mikro-orm/migrations';

/** Types whose term is a sentence, as in `domain/retention.ts`. */
const types = `'D08-JUD', 'D10-CRI'`;

/** What has run out is marked, and what speaks against somebody is forgotten five years after the decision. */
export class Migration20261124RetainRecords extends Migration {
  override up(): void {
    this.addSql(`
      create function is_forgotten(r credit_record, on_day date) returns boolean language sql immutable
        as $$ select r.polarity = 'NEGATIVE' and case when r.type_code in (${types})
          then r.valid_until < on_day - interval '5 years' else r.decided_on < on_day - interval '5 years' end $$
    `);
    this.addSql(`
      create function retain_records(on_day date) returns table (expired bigint, forgotten bigint, blocks bigint)
        language plpgsql set search_path = integrity, pg_temp as $$
        declare moment timestamptz := now();
        begin
          create temporary table leaving on commit drop as
            select id, version from credit_record r
            where superseded_at is null and is_forgotten(r, on_day);
          delete from record_link l using leaving g where l.record_id = g.id;
          delete from link_candidate c using leaving g where c.record_id = g.id;
          delete from record_act a using leaving g where a.record_id = g.id;
          delete from record_identity i using leaving g where i.record_id = g.id;
          delete from credit_record r using leaving g where r.id = g.id;
          select count(*) into forgotten from leaving;
          update feed f set record_count = (select count(*) from credit_record r
            where r.department_code = f.department_code and r.superseded_at is null) where forgotten > 0;
          create temporary table ending on commit drop as
            select * from credit_record
            where superseded_at is null and status in ('RECORDED', 'DISPUTED') and valid_until < on_day;
          update credit_record r set superseded_at = moment from ending e
          where r.id = e.id and r.version = e.version;
          insert into credit_record (id, version, recorded_at, department_code, source_record_id, content_hash, type_code,
            polarity, data_class, level, title, status, decided_on, valid_until, published_until, repaired_on, sealed_on,
            document_number, legal_basis, source_as_of, delivery_number, line)
          select id, version + 1, moment, department_code, source_record_id, content_hash, type_code, polarity, data_class,
            level, title, 'EXPIRED', decided_on, valid_until, published_until, repaired_on, sealed_on, document_number,
            legal_basis, source_as_of, delivery_number, line from ending;
          select count(*) into expired from ending;
          -- What came five years ago was decided before, so all that it says against anybody is forgotten.
          delete from delivered_block b using delivery d
          where d.number = b.delivery_number and d.begun_at < on_day - interval '5 years'
            and d.type_code not in (${types});
          get diagnostics blocks = row_count;
          return next;
        end $$
    `);
    this.addSql('revoke all on function retain_records(date) from public');
    this.addSql('revoke all on function is_forgotten(credit_record, date) from public');
  }
}
