import { Migration } from '@mikro-orm/migrations';

/** Types whose term is a sentence, as in `domain/retention.ts`. */
const types = `'D08-JUD', 'D10-CRI'`;

/**
 * Retention, again: it counted twice what an open delivery had brought, left disputes unanswered over records that ran out, which
 * nobody could answer then, and knew nothing of whom rows in quarantine may mean. All else is as in `retain-records-20261124.ts`.
 */
export class Migration20261126RetainRows extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function retain_records(on_day date) returns table (expired bigint, forgotten bigint, blocks bigint)
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
          -- What a delivery that is under way has brought is added when it ends.
          update feed f set record_count = (select count(*) from credit_record r
              where r.department_code = f.department_code and r.superseded_at is null)
            - (select coalesce(sum(d.created_count), 0) from delivery d
              where d.department_code = f.department_code and d.ended_at is null)
          where forgotten > 0;
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
          -- Nobody has to answer a dispute over what can be no ground of anything any more.
          update record_act a set answered_at = moment, answer = '该记录的有效期已届满' from ending e
          where a.record_id = e.id and a.act = 'DISPUTE' and a.answered_at is null;
          -- What came five years ago was decided before, so all that it says against anybody is forgotten.
          delete from delivered_block b using delivery d
          where d.number = b.delivery_number and d.begun_at < on_day - interval '5 years'
            and d.type_code not in (${types});
          get diagnostics blocks = row_count;
          -- Nobody can correct such a row any more, so it casts no doubt on whoever it may have meant.
          delete from quarantined_subject n using quarantined_row q join delivery d on d.number = q.delivery_number
          where q.id = n.quarantined_row_id and d.begun_at < on_day - interval '5 years'
            and d.type_code not in (${types});
          return next;
        end $$
    `);
  }
}
