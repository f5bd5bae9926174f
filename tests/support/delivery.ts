import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../gateway/config.ts';
import { importFile, type ImportReceipt } from '../../subgraphs/integrity/delivery/import-file.ts';
import { deriveUrls } from '../../subgraphs/kit/database/urls.ts';
import { loadIdentifierKey } from '../../subgraphs/kit/identifier.ts';
import { askDatabase, createTestDatabase } from './database.ts';
import { hostileToday, type HostilePerson } from './hostile-recipes.ts';

/** A seeded register of a test's own that takes in files. */
export interface TestRegister {
  readonly config: Config;
  readonly ownerUrl: string;
  readonly identifierKey: Buffer;
  readonly people: readonly HostilePerson[];
  readonly importText: (
    text: string | Buffer,
    given?: {
      readonly format?: 'CSV' | 'NDJSON';
      readonly isDry?: boolean;
      readonly type?: string;
      readonly dataAsOf?: Date;
    },
  ) => Promise<ImportReceipt>;
}

export async function createTestRegister(): Promise<TestRegister> {
  const config = await createTestDatabase();
  const urls = await deriveUrls(config.databaseUrl ?? '', new Map(), config.dataDir);
  const identifierKey = await loadIdentifierKey(config);
  const ownerUrl = urls.ownerOf('integrity');
  const people = await askDatabase<HostilePerson & Record<string, unknown>>(
    config,
    `select id as "personId", name, id_number as number, to_char(birth_date, 'YYYY-MM-DD') as "birthDate", mobile,
       death_date is not null as "isDeceased" from persons.person
     where birth_date < '2005-01-01' order by id limit 4000`,
  );
  return {
    config,
    ownerUrl,
    identifierKey,
    people,
    importText: async (
      text,
      {
        format = 'CSV',
        isDry = false,
        type = 'D33-PEN',
        dataAsOf = new Date('2026-10-31T00:00:00+08:00'),
      } = {},
    ) => {
      const file = await writeTemporary(text, format);
      return importFile({
        ownerUrl,
        identifierKey,
        department: type.slice(0, 3),
        type,
        file,
        format,
        encoding: 'AUTO',
        dataAsOf,
        isDry,
        actor: 'tests',
        today: hostileToday,
        onProgress: () => undefined,
      });
    },
  };
}

export async function writeTemporary(text: string | Buffer, format: string): Promise<string> {
  const file = join(tmpdir(), `delivery-${randomBytes(6).toString('hex')}.${format.toLowerCase()}`);
  await writeFile(file, text);
  return file;
}

/** Everything that deliveries wrote, without what differs from run to run: ids and moments. */
const stateQueries: readonly string[] = [
  `select source_record_id, version, superseded_at is null as current, encode(content_hash, 'hex'), type_code, polarity, data_class,
     level, title, status, decided_on, valid_until, published_until, document_number, legal_basis, source_as_of, line
   from integrity.credit_record where delivery_number is not null`,
  `select r.source_record_id, encode(i.subject_hmac, 'hex'), encode(i.identity_hash, 'hex'), i.credit_code
   from integrity.record_identity i join integrity.credit_record r on r.id = i.record_id and r.superseded_at is null
   where i.identity_hash is not null`,
  `select r.source_record_id, s.person_id, s.credit_code, l.method, l.score, l.unlinked_at is null as current
   from integrity.record_link l join integrity.credit_record r on r.id = l.record_id and r.superseded_at is null
   join integrity.subject s on s.id = l.subject_id where r.delivery_number is not null`,
  `select r.source_record_id, c.record_version, c.method, c.reason, c.person_id, c.score, c.state, c.name_agrees,
     c.birth_date_agrees, c.phone_agrees, c.is_deceased, c.line
   from integrity.link_candidate c join integrity.credit_record r on r.id = c.record_id and r.superseded_at is null`,
  'select line, source_record_id, faults, resolved_at is null as open from integrity.quarantined_row',
  `select type_code, channel, row_count, created_count, corrected_count, withdrawn_count, unchanged_count, outdated_count,
     quarantined_count, taken_through, ended_at is null as open from integrity.delivery`,
  "select department_code, data_as_of, record_count from integrity.feed where department_code = 'D33'",
];

/** A digest of the state after deliveries, the same for the same end state; a million records are no more to send than one. */
export async function digestState(config: Config): Promise<string> {
  const digest = createHash('sha256');
  for (const query of stateQueries) {
    const rows = await askDatabase<{ digest: Buffer; count: string }>(
      config,
      `select sha256(coalesce(string_agg(d, '' order by d), '')) as digest, count(*) as count
       from (select sha256(convert_to(t::text, 'UTF8')) as d from (${query}) t) as rows`,
    );
    for (const row of rows) digest.update(row.digest).update(row.count).update('\0');
  }
  return digest.digest('hex');
}
