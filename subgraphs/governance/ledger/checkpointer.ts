import type { Log } from '../../kit/log.ts';
import type { Heads } from '../../kit/witness/checkpoint.ts';
import type { Witness } from '../../kit/witness/witness.ts';
import { openCheckpointFile, type CheckpointFile } from './checkpoint-file.ts';

interface CheckpointerOptions {
  /** Where the evidence is kept, outside the database. */
  readonly folder: string;
  readonly readHeads: () => Promise<Heads>;
  /** Who is offered every statement. */
  readonly witnesses: readonly Witness[];
  readonly intervalMs: number;
  readonly log: Log;
  readonly clock: () => Date;
}

/** Makes checkpoints of the ledger while the process runs. */
export interface Checkpointer {
  /** Makes one now, where anything has changed. Never rejects: what goes wrong is logged, and tried again. */
  readonly make: () => Promise<void>;
  /** Makes a last one and ends. */
  readonly stop: () => Promise<void>;
}

/** Though nothing changed, a statement an hour says that nothing did. */
const idleMs = 3_600_000;

/** Statements that a witness which was away is given in one round. */
const mostMissed = 1_000;

/** Signs the ends of all chains every minute, writes them outside the database and offers them to the witnesses. */
export function startCheckpointer(options: CheckpointerOptions): Checkpointer {
  const { folder, readHeads, witnesses, intervalMs, log, clock } = options;
  let opening: Promise<CheckpointFile> | undefined;
  let turn: Promise<void> = Promise.resolve();

  const checkpoint = async (): Promise<void> => {
    const file = await (opening ??= openCheckpointFile(folder).catch((thrown: unknown) => {
      opening = undefined;
      throw thrown;
    }));
    await file.exclusively(async (append) => {
      const heads = await readHeads();
      const { last, heads: before } = file.fold();
      const now = clock();
      const isChanged = Object.entries(heads).some(([chain, { hash }]) => before[chain]?.hash !== hash);
      // The first is made at once: an empty ledger is a state too, and who verifies has something to hold on to from then on.
      const isIdle = last === undefined || now.getTime() - Date.parse(last.at) > idleMs;
      // A chain that is gone or shorter is refused by the file itself: a ledger never goes back unnoticed.
      assertNoneIsGone(before, heads);
      if (isChanged || isIdle) await append({ kind: 'CHECKPOINT', heads }, now);
    });
    await Promise.all(witnesses.map((witness) => bringUpToDate(file, witness)));
    // Said at once: until it is, whoever takes a newcomer's file and signatures away leaves no trace.
    if (file.hasNewcomers())
      await file.exclusively((append) => append({ kind: 'CHECKPOINT', heads: file.fold().heads }, clock()));
  };
  const bringUpToDate = async (file: CheckpointFile, witness: Witness): Promise<void> => {
    try {
      const seen = await witness.last();
      if (seen >= file.fold().n) return;
      for (const signed of await file.after(seen, mostMissed)) {
        const reply = await witness.see({ ...signed, key: file.publicKey });
        if (reply.kind === 'refused') {
          log.error({ witness: witness.name, fault: reply.fault }, 'a witness refuses a checkpoint');
          return;
        }
        const { statement } = signed;
        if (!(await file.addCoSignature({ witness: witness.name, statement }, reply.coSignature))) {
          log.error({ witness: witness.name }, 'a witness signs something else, or under another key');
          return;
        }
      }
    } catch (error) {
      log.warn({ err: error, witness: witness.name }, 'a witness could not be reached');
    }
  };
  const make = (): Promise<void> => {
    turn = turn.then(checkpoint).catch((error: unknown) => {
      log.error({ err: error }, 'no checkpoint of the ledger could be made');
    });
    return turn;
  };
  const timer = setInterval(() => void make(), intervalMs);
  timer.unref();
  void make();
  return {
    make,
    stop: async () => {
      clearInterval(timer);
      await make();
    },
  };
}

function assertNoneIsGone(before: Heads, now: Heads): void {
  const gone = Object.keys(before).find((chain) => now[chain] === undefined);
  if (gone !== undefined)
    throw new Error(`The ledger has lost the chain ${gone}, which a checkpoint has seen`);
}
