import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrateAll, openGround, seedAll } from '../../gateway/all-in-one.ts';
import { batchRows, type FileBatch } from '../../subgraphs/integrity/delivery/batch-rows.ts';
import { importFile, type ImportReceipt } from '../../subgraphs/integrity/delivery/import-file.ts';
import { readRows } from '../../subgraphs/integrity/delivery/read/read-rows.ts';
import { createRecordIds } from '../../subgraphs/integrity/delivery/record-id.ts';
import { createJudge } from '../../subgraphs/integrity/delivery/stage-batch.ts';
import { createStager } from '../../subgraphs/integrity/delivery/stage.ts';
import { stage } from '../../subgraphs/integrity/delivery/take-batch.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { loadIdentifierKey } from '../../subgraphs/kit/identifier.ts';
import type { Stop } from '../../subgraphs/kit/lifecycle.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { testConfig } from '../support/test-config.ts';

/** Enough that beginning, which a million rows pay once too, is a small part. */
const rowsOfFile = 90_000;
const rounds = 3;

/** What taking in a file costs beside copying its finished rows into the same tables and indexes. */
export interface ImportCost {
  /** Rows a second, of COPY into the staging table alone. */
  readonly staged: readonly number[];
  readonly imports: readonly number[];
  readonly copies: readonly number[];
  /** The pace of an import over that of the COPY beside it. */
  readonly shares: readonly number[];
}

/** Measures on a server of its own that waits for the disk. */
export async function measureImports(dataDir: string, stops: Stop[]): Promise<ImportCost> {
  const config = { ...testConfig('none'), databaseUrl: undefined, dataDir: join(dataDir, 'imports') };
  const ground = await openGround(config, createLog('bench'), stops);
  await migrateAll(ground);
  await seedAll(ground, { scale: config.seedScale, isReplacing: false, onProgress: () => undefined });
  return withClient(ground.urls.admin, async (client) => {
    const people = await readPeople(client);
    const identifierKey = await loadIdentifierKey(config);
    const importRound = async (round: number): Promise<number> => {
      const file = join(config.dataDir, `import-${round}.csv`);
      await writeFile(file, fileOf(people, round));
      return paceOf(async () => {
        const receipt = await importFile({
          ownerUrl: ground.urls.ownerOf('integrity'),
          identifierKey,
          department: 'D33',
          type: 'D33-PEN',
          file,
          format: 'CSV',
          encoding: 'AUTO',
          dataAsOf: new Date('2026-10-31T00:00:00+08:00'),
          isDry: false,
          actor: 'bench',
          today: '2026-11-01',
          onProgress: () => undefined,
        });
        assert.deepEqual(countsOf(receipt), { rows: rowsOfFile, created: rowsOfFile, quarantined: 0 });
      });
    };
    await importRound(0);
    await copyRound(client, 0);
    const staged: number[] = [];
    const imports: number[] = [];
    const copies: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const isFirst = round % 2 === 1;
      const early = isFirst ? await importRound(round) : 0;
      const copied = await copyRound(client, round);
      const imported = isFirst ? early : await importRound(round);
      imports.push(imported);
      copies.push(copied);
      staged.push(await stageRound(client, join(config.dataDir, `import-${round}.csv`), identifierKey));
    }
    return { staged, imports, copies, shares: imports.map((pace, round) => pace / (copies[round] ?? 0)) };
  });
}

/** Copies the rows of a file into the staging table, and no further. */
async function stageRound(client: pg.Client, file: string, identifierKey: Buffer): Promise<number> {
  const type = { code: 'D33-PEN', name: '行政处罚', polarity: 'NEGATIVE', isPublic: true } as const;
  const dataAsOf = '2026-10-31T00:00:00+08:00';
  const stager = createStager({ identifierKey, nextId: createRecordIds(Date.now), isPublic: true, dataAsOf });
  const rows = readRows(createReadStream(file), { format: 'CSV', encoding: 'AUTO' });
  const batches: FileBatch[] = [];
  for await (const batch of batchRows(rows, createJudge(type, '2026-11-01', stager)))
    batches.push({ ...batch, staged: Buffer.from(batch.staged) });
  await client.query('set search_path = integrity, pg_temp');
  const pace = await paceOf(async () => {
    for (const batch of batches) await stage(client, batch);
  });
  await client.query('reset search_path');
  return pace;
}

const countsOf = ({ rows, created, quarantined }: ImportReceipt) => ({ rows, created, quarantined });

async function paceOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (rowsOfFile / (performance.now() - begun)) * 1_000;
}

interface BenchPerson {
  readonly name: string;
  readonly number: string;
}

const readPeople = async (client: pg.Client): Promise<readonly BenchPerson[]> =>
  (
    await client.query<BenchPerson>(
      `select name, id_number as number from persons.person where id_number is not null and death_date is null order by md5(id)`,
    )
  ).rows;

/** Penalties of people who are all in the register, so that each row is linked. */
function fileOf(people: readonly BenchPerson[], round: number): string {
  const lines = ['source_id,name,id_number,title,level,decided_on,document_number,legal_basis'];
  for (let index = 0; index < rowsOfFile; index += 1) {
    const { name = '', number = '' } = people[(index * 7_919) % people.length] ?? {};
    lines.push(
      `B${round}-${index},${name},${number},处罚(示例)${index % 1_000},一般,2026-0${1 + (index % 9)}-${10 + (index % 19)},岩示例〔2026〕${index}号,《中华人民共和国行政处罚法》第四条`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The tables that an import ends in, and what of a row has to be another's for it to be copied beside itself. */
const finished = [
  ['credit_record', 'id', 'source_record_id'],
  ['record_identity', 'record_id'],
  ['record_link', 'id', 'record_id'],
] as const;

/** Copies the rows of the first import once more under other ids, past all that is judged, matched and told about them. */
async function copyRound(client: pg.Client, round: number): Promise<number> {
  const prefix = `t${round}-`;
  const texts: (readonly [string, readonly Uint8Array[]])[] = [];
  for (const [table, ...ids] of finished) {
    const changed = ids.map((id) => `'${id}', '${prefix}' || t.${id}`).join(', ');
    const own = table === 'credit_record' ? 't.id' : 't.record_id';
    const source = `select r.* from integrity.${table} t
      cross join lateral jsonb_populate_record(t, jsonb_build_object(${changed})) r
      where ${own} in (select id from integrity.credit_record where source_record_id like 'B0-%') order by ${own}`;
    const stream: AsyncIterable<Uint8Array> = client.query(copyTo(`copy (${source}) to stdout`));
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    texts.push([table, chunks]);
  }
  await client.query('set session_replication_role = replica; set synchronous_commit = off');
  const pace = await paceOf(async () => {
    for (const [table, chunks] of texts)
      await pipeline(Readable.from(chunks), client.query(copyFrom(`copy integrity.${table} from stdin`)));
  });
  await client.query('reset session_replication_role; reset synchronous_commit');
  assert.deepEqual(await standingOf(client, prefix), await standingOf(client, ''));
  return pace;
}

/** What became of the rows, whatever they are called. */
async function standingOf(client: pg.Client, prefix: string): Promise<unknown> {
  const { rows } = await client.query<{ records: number; links: number; digest: string }>(
    `select count(*)::integer as records, count(l.subject_id)::integer as links,
       md5(string_agg(concat_ws('|', c.title, c.status, encode(c.content_hash, 'hex'), encode(i.subject_hmac, 'hex'),
         l.subject_id, l.method), ',' order by c.line)) as digest
     from integrity.credit_record c join integrity.record_identity i on i.record_id = c.id
     left join integrity.record_link l on l.record_id = c.id
     where c.source_record_id like $1`,
    [`${prefix}B0-%`],
  );
  const [standing] = rows;
  assert.deepEqual([standing?.records, standing?.links], [rowsOfFile, rowsOfFile]);
  return standing;
}
