import { createHash } from 'node:crypto';
import type { Row } from '../database/rows.ts';
import type { RecordType } from './catalogue.ts';

export type RecordStatus = 'RECORDED' | 'DISPUTED' | 'REPAIRED' | 'EXPIRED' | 'REVOKED' | 'SEALED';

/** What a department says of a subject, in one version. */
export interface RecordVersion {
  readonly recordedAt: string;
  readonly status: RecordStatus;
  readonly title: string;
  readonly repairedOn: string | null;
  readonly sealedOn: string | null;
}

/** A record with all of its versions, the first one first; the last one is current. */
export interface CreditRecord {
  readonly id: string;
  readonly subjectId: string;
  readonly type: RecordType;
  readonly level: 'MINOR' | 'GENERAL' | 'SERIOUS' | null;
  readonly decidedOn: string;
  readonly validUntil: string | null;
  readonly publishedUntil: string | null;
  readonly documentNumber: string | null;
  readonly versions: readonly RecordVersion[];
}

/** Number and name and birth date agree (access.md §7): the only method of the seeds. */
const certain = { method: 'CERTAIN', score: '1.000', linked_by: 'seeds' } as const;

const bases: Readonly<Record<string, string>> = {
  SXB: '《最高人民法院关于公布失信被执行人名单信息的若干规定》第一条',
  LIM: '《最高人民法院关于限制被执行人高消费及有关消费的若干规定》第一条',
  PEN: '《中华人民共和国行政处罚法》第四条',
  TRF: '《中华人民共和国道路交通安全法》第一百一十二条',
  VOL: '《志愿服务条例》第十九条',
  BRV: '《福建省奖励和保护见义勇为人员条例》(示例)',
};

/** A record's rows: its versions, each superseded by the next, the identifier it is kept under, the link to its subject. */
export function* recordRows(record: CreditRecord, subjectHmac: Buffer): Generator<Row> {
  for (const [index, version] of record.versions.entries()) {
    yield versionRow(record, version, index + 1, record.versions[index + 1]?.recordedAt ?? null);
  }
  yield {
    table: 'record_identity',
    columns: {
      record_id: record.id,
      department_code: record.type.departmentCode,
      subject_hmac: subjectHmac,
    },
  };
  yield {
    table: 'record_link',
    columns: {
      id: `${record.id}-link`,
      record_id: record.id,
      subject_id: record.subjectId,
      ...certain,
      linked_at: record.versions[0]?.recordedAt ?? null,
      unlinked_at: null,
      unlinked_by: null,
    },
  };
}

function versionRow(
  record: CreditRecord,
  version: RecordVersion,
  number: number,
  supersededAt: string | null,
): Row {
  const { id, type, level, decidedOn, validUntil, publishedUntil, documentNumber } = record;
  const { recordedAt, status, title, repairedOn, sealedOn } = version;
  const content = [
    type.code,
    level,
    title,
    status,
    decidedOn,
    validUntil,
    publishedUntil,
    repairedOn,
    sealedOn,
    documentNumber,
  ];
  return {
    table: 'credit_record',
    columns: {
      id,
      version: number,
      recorded_at: recordedAt,
      superseded_at: supersededAt,
      department_code: type.departmentCode,
      source_record_id: `SRC-${id}`,
      content_hash: createHash('sha256').update(JSON.stringify(content)).digest(),
      type_code: type.code,
      polarity: type.polarity,
      data_class: type.dataClass,
      level,
      title,
      status,
      decided_on: decidedOn,
      valid_until: validUntil,
      published_until: publishedUntil,
      repaired_on: repairedOn,
      sealed_on: sealedOn,
      document_number: documentNumber,
      legal_basis: bases[type.kind] ?? null,
    },
  };
}
