import { createHash } from 'node:crypto';
import { DatabaseError, type Client } from 'pg';
import type { FileBatch } from './batch-rows.ts';
import { copyStaged } from './copy-staged.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { Sealer } from './sealed-block.ts';

/** A receipt as the pipeline keeps it, after the latest batch. */
export interface Receipt {
  readonly number: number;
  readonly id: string;
  readonly type_code: string;
  readonly data_as_of: Date;
  readonly ended_at: Date | null;
  readonly taken_through: number;
  readonly row_count: number;
  readonly created_count: number;
  readonly corrected_count: number;
  readonly withdrawn_count: number;
  readonly unchanged_count: number;
  readonly outdated_count: number;
  readonly quarantined_count: number;
}

/** Copies a batch into the connection's staging table, where it waits for its turn. */
export async function stage(client: Client, { staged }: FileBatch): Promise<void> {
  await client.query('select open_staging(true)');
  await copyStaged(client, staged);
}

/** Judges what was staged as far as it can be before its turn: which ids come again, who is meant, what is new. */
export const prepare = (
  client: Client,
  { department, type }: { readonly department: string; readonly type: string },
): Promise<unknown> => client.query('select prepare_staged($1, $2)', [department, type]);

/** The rows of a batch as they came, to be kept. */
export interface Block {
  readonly first: number;
  readonly through: number;
  readonly sealed: Buffer;
  readonly digest: Buffer;
}

/** At once, because the bytes of a batch hold until the next is asked for. */
export const sealBlock = (sealer: Sealer, receipt: string, { raw, first, through }: FileBatch): Block => ({
  first,
  through,
  sealed: sealer.seal(receipt, raw),
  digest: createHash('sha256').update(raw).digest(),
});

/** PostgreSQL's object_not_in_prerequisite_state, by which `take_block` tells that another was there first. */
const isTakenMeanwhile = '55000';

/**
 * Takes in what was staged: one statement, so that whoever waits for it waits for PostgreSQL alone. Throws ImportRefusal where
 * another run of the file has taken in these lines.
 */
export async function take(
  client: Client,
  number: number,
  { first, through, sealed, digest }: Block,
): Promise<Receipt> {
  try {
    const { rows } = await client.query<Receipt>('select * from take_block($1, $2, $3, $4, $5)', [
      number,
      first,
      through,
      sealed,
      digest,
    ]);
    const [taken] = rows;
    if (!taken) throw new Error('a batch was taken in and has no receipt');
    return taken;
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== isTakenMeanwhile) throw error;
    throw new ImportRefusal(
      `Expected one run of this file at a time, found lines from ${first} taken in by another; run it again when that has ended.`,
    );
  }
}
