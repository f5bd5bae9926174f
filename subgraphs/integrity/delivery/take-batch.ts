import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { FileBatch } from './batch-rows.ts';
import { copyStaged } from './copy-staged.ts';
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

/** Begins a transaction and copies a batch into it. A crash of the server costs a batch, which the next run repeats. */
export async function stage(client: Client, { staged }: FileBatch): Promise<void> {
  await client.query('begin; set local synchronous_commit = off; select open_staging()');
  await copyStaged(client, staged);
}

/** Asks the register whom the rows speak of. It may be awaited late: a failure is told to whoever does. */
export function matchAhead(client: Client): Promise<unknown> {
  const matching = client.query('select match_staged()');
  matching.catch(() => undefined);
  return matching;
}

/** The rows of a batch as they came, to be kept. */
interface Block {
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

/** Takes in what was staged, and ends the transaction. */
export async function take(
  client: Client,
  number: number,
  { first, through, sealed, digest }: Block,
  isDry: boolean,
): Promise<Receipt> {
  await client.query('insert into delivered_block values ($1, $2, $3, $4, $5)', [
    number,
    first,
    through,
    sealed,
    digest,
  ]);
  const { rows } = await client.query<Receipt>('select * from take_staged($1, $2)', [number, through]);
  await client.query(isDry ? 'rollback' : 'commit');
  const [taken] = rows;
  if (!taken) throw new Error('a batch was taken in and has no receipt');
  return taken;
}
