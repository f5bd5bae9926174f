import type { Client } from 'pg';
import type { FileBatch } from './batch-rows.ts';
import { stage, type Block } from './take-batch.ts';

/** A connection, and when its last batch is in. */
interface Line {
  readonly client: Client;
  readonly isFree: Promise<void>;
}

/** What is done with a batch that is staged. */
export interface Steps {
  /** At once, because its bytes do not hold. */
  readonly seal: (batch: FileBatch) => Block;
  /** Beside the batches before. */
  readonly prepare: (client: Client) => Promise<unknown>;
  /** When they are in. */
  readonly take: (client: Client, block: Block) => Promise<void>;
}

/**
 * Takes batches in, one after the other, in their order. While one connection writes a batch, the other has the next staged
 * and prepared, and this process reads the one after that. Throws what the first batch that failed threw, or the reading of
 * one; those before are in then, none after, and nothing is under way any more.
 */
export async function takeInTurn(
  batches: AsyncIterable<FileBatch>,
  clients: readonly [Client, Client],
  { seal, prepare, take }: Steps,
): Promise<void> {
  const [one, other] = clients;
  let staging = Promise.resolve();
  let taking = Promise.resolve();
  let lines: readonly [Line, Line] = [
    { client: one, isFree: taking },
    { client: other, isFree: taking },
  ];
  try {
    for await (const batch of batches) {
      const [{ client, isFree }, next] = lines;
      await isFree;
      const before = { staging, taking };
      staging = stage(client, batch);
      const prepared = staging.then(() => prepare(client));
      const block = seal(batch);
      const takeTurn = async (): Promise<void> => {
        await before.taking;
        await prepared;
        await take(client, block);
      };
      taking = takeTurn();
      // Whoever waits hears of a failure; that nobody waits yet is none.
      for (const awaitedLate of [prepared, taking]) awaitedLate.catch(() => undefined);
      lines = [next, { client, isFree: taking }];
      // Its bytes are written over as soon as the next batch is asked for.
      await before.staging;
    }
  } catch (error) {
    // Also where the file fails while a batch is written: what is told then is true of all before, or an earlier failure.
    await taking;
    throw error;
  }
  await taking;
}
