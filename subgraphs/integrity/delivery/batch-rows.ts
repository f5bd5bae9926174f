import { createCopyWriter } from './copy-staged.ts';
import type { RawRow } from './read/raw-row.ts';
import { createRawWriter } from './sealed-block.ts';
import type { StagedRow } from './stage.ts';

/** Rows of a file that are taken in together. */
export interface FileBatch {
  /** As COPY takes them; these bytes hold until the next batch but one is asked for. */
  readonly staged: Buffer;
  /** As they came, for sealing; these hold until the next batch is asked for. */
  readonly raw: Buffer;
  readonly first: number;
  readonly through: number;
}

/**
 * Enough that what each batch costs by itself is a small part, and few enough that a kill costs little and memory holds
 * them. A batch of long rows ends before.
 */
const mostRows = 5_000;
/** A file begins with a small one, each is twice the last: until the first is there the database has nothing to do. */
const firstRows = 1_250;
const mostText = 8_000_000;
/** Versions of one record are taken one after the other, each by a pass over the batch. */
const mostVersions = 50;

/**
 * The rows of a file in batches. Each row is judged and written as it comes: whole batches of rows as objects would outlive
 * the young generation of the heap, and moving them cost more than everything that is done with them.
 */
export async function* batchRows(
  chunks: AsyncIterable<readonly RawRow[]>,
  judge: (row: RawRow) => StagedRow,
): AsyncIterable<FileBatch> {
  let writers = [createCopyWriter(), createCopyWriter()] as const;
  const raw = createRawWriter();
  let first = 0;
  let through = 0;
  let count = 0;
  let text = 0;
  let limit = firstRows;
  const versions = new Map<StagedRow['source_record_id'], number>();
  const take = (): FileBatch => {
    [count, text, limit] = [0, 0, Math.min(limit * 2, mostRows)];
    versions.clear();
    const [writer, other] = writers;
    writers = [other, writer];
    return { staged: writer.take(), raw: raw.take(), first, through };
  };
  for await (const chunk of chunks)
    for (const row of chunk) {
      const staged = judge(row);
      writers[0].add(staged);
      raw.add(row);
      if (count === 0) first = row.line;
      through = Math.max(through, row.line);
      count += 1;
      text += row.raw.length;
      const version = staged.faults === null ? (versions.get(staged.source_record_id) ?? 0) + 1 : 0;
      if (version > 0) versions.set(staged.source_record_id, version);
      if (count >= limit || text >= mostText || version >= mostVersions) yield take();
    }
  if (count > 0) yield take();
}
