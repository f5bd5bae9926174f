import pg from 'pg';
import { appendStatement } from '../../subgraphs/kit/ledger/append.ts';
import { toLine, type LedgerEntry, type LedgerLine } from '../../subgraphs/kit/ledger/entry.ts';
import type { Log } from '../../subgraphs/kit/log.ts';

/** The gateway's way into the ledger. */
export interface Ledger {
  /** Resolves once all entries are durable; rejects when they cannot be made so. Then nothing may be shown. */
  readonly write: (entries: readonly LedgerEntry[]) => Promise<void>;
  /**
   * The same for entries about open data: while nothing can be written they are kept, for a bounded time and number, and
   * written first as soon as it can be, with the time at which they happened. Rejects beyond that.
   */
  readonly writeOrKeep: (entries: readonly LedgerEntry[]) => Promise<void>;
  /** Writes what is kept, then ends. */
  readonly close: () => Promise<void>;
}

interface LedgerOptions {
  /** As the ledger's writing role; asked for at the first write. */
  readonly databaseUrl: () => Promise<string>;
  /** How long entries are kept while nothing can be written. */
  readonly graceMs: number;
  readonly log: Log;
  readonly clock?: () => number;
}

/** Entries of one statement: 2,000 of a portrait's are 2 MB. */
const mostAtOnce = 2_000;

/** Entries that are kept while nothing can be written; 20 MB of them. */
const mostKept = 20_000;

/** The server gives up first, so that what hangs does not keep a connection of it. */
const patience = { connectionTimeoutMillis: 2_000, statement_timeout: 2_000, query_timeout: 3_000 } as const;

interface Waiting {
  readonly lines: readonly LedgerLine[];
  readonly settle: (failure: Error | null) => void;
}

/**
 * Many entries, one statement: what comes while one is under way goes out together in the next, so that a commit is shared
 * by everybody who waits for it.
 */
export function createLedger({ databaseUrl, graceMs, log, clock = Date.now }: LedgerOptions): Ledger {
  let pool: Promise<pg.Pool> | undefined;
  let waiting: Waiting[] = [];
  let kept: LedgerLine[] = [];
  let failingSince: number | undefined;
  let flushing: Promise<void> | undefined;

  const open = async (): Promise<pg.Pool> => {
    const opened = new pg.Pool({ connectionString: await databaseUrl(), max: 1, ...patience });
    // A connection lost while idle is replaced at the next write; whether that succeeds is what counts.
    opened.on('error', () => undefined);
    return opened;
  };
  const send = async (lines: readonly LedgerLine[]): Promise<void> => {
    pool ??= open().catch((thrown: unknown) => {
      pool = undefined;
      throw thrown;
    });
    const { text, values } = appendStatement(lines);
    await (await pool).query({ name: 'append', text, values: [...values] });
  };
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const taken = take(waiting);
      waiting = waiting.slice(taken.length);
      const before = kept.slice(0, mostAtOnce);
      try {
        await send([...before, ...taken.flatMap(({ lines }) => lines)]);
        kept = kept.slice(before.length);
        if (kept.length === 0) failingSince = undefined;
        for (const { settle } of taken) settle(null);
      } catch (thrown) {
        if (failingSince === undefined) log.error({ err: thrown }, 'the ledger cannot be written');
        failingSince ??= clock();
        const failure = thrown instanceof Error ? thrown : new Error('The ledger cannot be written');
        for (const { settle } of taken) settle(failure);
      }
    }
    flushing = undefined;
  };
  const writeLines = (lines: readonly LedgerLine[]): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ lines, settle: (failure) => (failure ? reject(failure) : resolve()) });
      // After the turn of the event loop, so that requests that came together are written together.
      flushing ??= Promise.resolve().then(flush);
    });

  return {
    write: (entries) => writeLines(entries.map(toLine)),
    writeOrKeep: async (entries) => {
      const happenedAt = new Date(clock()).toISOString();
      try {
        await writeLines(entries.map(toLine));
      } catch (thrown) {
        const isOver = clock() - (failingSince ?? 0) > graceMs;
        if (isOver || kept.length + entries.length > mostKept) throw thrown;
        // The ledger says when it was written, which will be later.
        kept.push(...entries.map((entry) => toLine({ ...entry, happenedAt })));
      }
    },
    close: async () => {
      await flushing;
      try {
        while (kept.length > 0) await writeLines([]);
      } catch {
        log.fatal({ entries: kept.length }, 'entries of the ledger are lost: it cannot be written');
      }
      await (await pool)?.end();
    },
  };
}

/** As many of those who wait as fit into one statement; at least one. */
function take(waiting: readonly Waiting[]): readonly Waiting[] {
  let lines = 0;
  const end = waiting.findIndex((one) => (lines += one.lines.length) > mostAtOnce);
  return waiting.slice(0, end === -1 ? waiting.length : Math.max(1, end));
}
