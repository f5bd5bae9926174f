import type { Kysely } from 'kysely';
import type { Log } from '../kit/log.ts';
import type { Stop } from '../kit/lifecycle.ts';
import type { Witness } from '../kit/witness/witness.ts';
import { startCheckpointer } from './ledger/checkpointer.ts';
import { readHeads } from './ledger/read-heads.ts';

interface KeepingOptions {
  readonly database: Kysely<unknown>;
  /** Where checkpoints are kept. */
  readonly folder: string;
  readonly intervalMs: number;
  readonly witnesses: readonly Witness[];
  readonly log: Log;
}

/** Keeps evidence of the ledger outside its database while the process runs; a last checkpoint is made when it stops. */
export function keepEvidence(
  { database, folder, intervalMs, witnesses, log }: KeepingOptions,
  stops: Stop[],
): void {
  const checkpointer = startCheckpointer({
    folder,
    intervalMs,
    witnesses,
    log,
    readHeads: () => readHeads(database),
    clock: () => new Date(),
  });
  stops.push(checkpointer.stop);
}
