/**
 * Writes a version of each of `count` records of D33 as a delivery would, the records' names beginning with `$1`.
 * Parameters: name, count, version, status.
 */
export const insertRecords = `
  insert into integrity.credit_record (id, version, recorded_at, department_code, source_record_id, content_hash,
    type_code, polarity, data_class, level, title, status, decided_on)
  select $1 || '-' || n, $3, now(), 'D33', 'SRC-' || $1 || '-' || n, sha256($1::bytea), 'D33-PEN', 'NEGATIVE',
    'CREDIT_PUBLIC', 'MINOR', '示例处罚', $4, '2026-10-01'
  from generate_series(1, $2::integer) n`;

/** Ends what was current of the same records, as the next version does. */
export const supersedeRecords = `update integrity.credit_record set superseded_at = now()
  where id like $1 || '-%' and superseded_at is null`;

/** Links them to the first unit of the seeds. */
export const linkRecordsToUnit = `
  insert into integrity.record_link (id, record_id, subject_id, method, score, linked_by, linked_at)
  select id || '-link', id, (select min(id) from integrity.subject where kind = 'UNIT'), 'CERTAIN', 1, 'tests', now()
  from integrity.credit_record where id like $1 || '-%' and version = 1`;
