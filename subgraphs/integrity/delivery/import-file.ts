import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { withClient } from '../../kit/database/roles.ts';
import { fingerprintOf } from '../../kit/identifier.ts';
import { batchRows } from './batch-rows.ts';
import { ImportRefusal } from './import-refusal.ts';
import { FileRefused, type RawRow } from './read/raw-row.ts';
import { readRows, type ReadOptions } from './read/read-rows.ts';
import { createRecordIds } from './record-id.ts';
import { judgeType, typeQuery, type DeliveredType, type TypeRow } from './record-type.ts';
import { createSealer } from './sealed-block.ts';
import { createStager } from './stage.ts';
import { createJudge } from './stage-batch.ts';
import { prepare, sealBlock, take, type Block, type Receipt } from './take-batch.ts';
import { takeInTurn } from './take-in-turn.ts';

/** Little at a time: while a chunk is read nothing else is done here, and the next batch may be waiting to be sent. */
const readBytes = 16_384;

export interface FileImport {
  /** The URL of the register's owner. */
  readonly ownerUrl: string;
  readonly identifierKey: Buffer;
  readonly department: string;
  /** The record type's code, for example D33-PEN. */
  readonly type: string;
  readonly file: string;
  readonly format: ReadOptions['format'];
  readonly encoding: ReadOptions['encoding'];
  /** For what moment the rows are true that say none themselves; the beginning of the import where nothing is said. */
  readonly dataAsOf: Date | null;
  /** Tells what would become of the rows, and writes nothing. */
  readonly isDry: boolean;
  /** Who imports. */
  readonly actor: string;
  readonly today: string;
  /** Hears of the bytes read so far. */
  readonly onProgress: (bytes: number) => void;
}

/** The receipt of an import, as it is printed. */
export interface ImportReceipt {
  /** Null for a dry run. */
  readonly receipt: string | null;
  readonly rows: number;
  readonly created: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly unchanged: number;
  readonly outdated: number;
  readonly quarantined: number;
  /** The line that the import went on after; 0 for one from the beginning. */
  readonly resumedAfterLine: number;
  /** Whether the same file was taken in before, and nothing was left to do. */
  readonly isRepeated: boolean;
}

/**
 * Takes in a file, batch by batch, each a transaction: killed at any moment and started again it goes on after the last one.
 * The file is known by its digest and the moment that is told, so the same one is taken in once. Throws ImportRefusal for what is no delivery at all.
 */
export async function importFile(asked: FileImport): Promise<ImportReceipt> {
  return withClient(asked.ownerUrl, (one) =>
    withClient(asked.ownerUrl, async (other) => {
      const type = await readGround(one, asked);
      const digest = await digestOf(asked.file);
      await refuseUnreadable(asked);
      const begin = (client: Client): Promise<Receipt> => beginDelivery(client, asked, digest);
      if (asked.isDry) await one.query('begin');
      const begun = await begin(one);
      if (asked.isDry) await one.query('rollback');
      if (begun.type_code !== asked.type)
        throw new ImportRefusal(
          `Expected a file of ${asked.type}, found one taken in as ${begun.type_code}.`,
        );
      if (begun.ended_at) return printReceipt(begun, begun.taken_through, true);
      const sealer = createSealer(asked.identifierKey);
      const stager = createStager({
        identifierKey: asked.identifierKey,
        nextId: createRecordIds(Date.now),
        isPublic: type.isPublic,
        dataAsOf: begun.data_as_of.toISOString(),
      });
      let latest = begun;
      const takeBlock = async (client: Client, block: Block): Promise<void> => {
        latest = asked.isDry
          ? withBatch(latest, begun, await takeAndUndo(client, begin, block))
          : await take(client, begun.number, block);
      };
      const chunks = readChunks(asked, begun.taken_through);
      await takeInTurn(batchRows(chunks, createJudge(type, asked.today, stager)), [one, other], {
        seal: (batch) => sealBlock(sealer, begun.id, batch),
        prepare: (client) => prepare(client, asked),
        take: takeBlock,
      });
      if (asked.isDry) return { ...printReceipt(latest, begun.taken_through, false), receipt: null };
      const { rows: ended } = await one.query<Receipt>('select * from finish_delivery($1)', [begun.number]);
      return printReceipt(ended[0] ?? latest, begun.taken_through, false);
    }),
  );
}

/** What would become of a batch. */
async function takeAndUndo(
  client: Client,
  begin: (client: Client) => Promise<Receipt>,
  block: Block,
): Promise<Receipt> {
  await client.query('begin');
  const { number } = await begin(client);
  const taken = await take(client, number, block);
  await client.query('rollback');
  return taken;
}

/** The type that is delivered, when the key is the register's and the department may deliver it. */
async function readGround(
  client: Client,
  { identifierKey, department, type }: FileImport,
): Promise<DeliveredType> {
  const { rows: keys } = await client.query<{ holds: boolean }>('select is_identifier_key($1) as holds', [
    fingerprintOf(identifierKey),
  ]);
  if (keys[0]?.holds !== true)
    throw new ImportRefusal('Expected the identifier key of the population register, found another.');
  const { rows: types } = await client.query<TypeRow>(typeQuery, [type]);
  const found = judgeType(types[0], department);
  if (!('polarity' in found)) throw new ImportRefusal(found.message);
  return found;
}

/**
 * What is refused is refused as a whole, before a delivery is begun. Other files show at their head whether they are meant;
 * a workbook that is damaged, or has more rows than it may, shows it anywhere, so it is read to its end beforehand.
 */
async function refuseUnreadable(asked: FileImport): Promise<void> {
  for await (const chunk of readChunks({ ...asked, onProgress: () => undefined }, 0))
    if (asked.format !== 'XLSX' && chunk.length > 0) return;
}

async function* readChunks(
  { file, format, encoding, onProgress }: FileImport,
  takenThrough: number,
): AsyncIterable<readonly RawRow[]> {
  const stream = createReadStream(file, { highWaterMark: readBytes });
  try {
    for await (const chunk of readRows(stream, { format, encoding })) {
      onProgress(stream.bytesRead);
      yield chunk.filter(({ line }) => line > takenThrough);
    }
  } catch (error) {
    throw error instanceof FileRefused ? new ImportRefusal(error.message) : error;
  }
}

async function beginDelivery(
  client: Client,
  { department, type, dataAsOf, actor }: FileImport,
  digest: Buffer,
): Promise<Receipt> {
  const id = `delivery-${randomBytes(10).toString('hex')}`;
  // The same file of another moment says that all is still so, or so again: that is a delivery of its own.
  const key = `file-${digest.toString('hex')}${dataAsOf === null ? '' : `-${dataAsOf.toISOString()}`}`;
  const { rows } = await client.query<Receipt>(
    `select * from begin_delivery($1, $2, $3, 'FILE', $4, $5, coalesce($6::timestamptz, now()), $7)`,
    [id, department, type, key, digest, dataAsOf?.toISOString() ?? null, actor],
  );
  // A batch that a run which was killed had sent may still be on its way in: as of after it.
  const { rows: settled } = await client.query<Receipt>(
    'select * from delivery where number = $1 for update',
    [rows[0]?.number],
  );
  const [receipt] = settled;
  if (!receipt) throw new Error('a delivery was begun and is not there');
  return receipt;
}

async function digestOf(file: string): Promise<Buffer> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest();
}

function printReceipt(receipt: Receipt, resumedAfterLine: number, isRepeated: boolean): ImportReceipt {
  return {
    receipt: receipt.id,
    rows: receipt.row_count,
    created: receipt.created_count,
    corrected: receipt.corrected_count,
    withdrawn: receipt.withdrawn_count,
    unchanged: receipt.unchanged_count,
    outdated: receipt.outdated_count,
    quarantined: receipt.quarantined_count,
    resumedAfterLine,
    isRepeated,
  };
}

const counts = [
  'row_count',
  'created_count',
  'corrected_count',
  'withdrawn_count',
  'unchanged_count',
  'outdated_count',
  'quarantined_count',
] as const;

/** A dry run takes each batch back, so each counts by itself, beside what was there when the run began. */
const withBatch = (sum: Receipt, begun: Receipt, taken: Receipt): Receipt => ({
  ...sum,
  ...Object.fromEntries(counts.map((count) => [count, sum[count] + taken[count] - begun[count]])),
});
