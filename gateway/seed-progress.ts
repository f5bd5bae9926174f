import { Presets, SingleBar } from 'cli-progress';
import type { Log } from '../subgraphs/kit/log.ts';

/** How far one subgraph's load has come. */
export interface Progress {
  readonly subgraph: string;
  readonly rows: number;
  readonly expectedRows: number;
  readonly isDone: boolean;
}

const logEveryMs = 5_000;

/** Shows loading as one bar on a terminal, and as a line every few seconds elsewhere. */
export function createProgressDisplay(log: Log): {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
} {
  const latest = new Map<string, Progress>();
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: 'loading [{bar}] {value} of {total} rows' }, Presets.legacy)
    : null;
  let isStarted = false;
  let loggedAt = Date.now();
  const sum = (of: (progress: Progress) => number): number =>
    latest.values().reduce((total, progress) => total + of(progress), 0);
  return {
    show: (progress) => {
      latest.set(progress.subgraph, progress);
      const rows = sum((one) => one.rows);
      const expectedRows = sum((one) => one.expectedRows);
      if (bar && !isStarted) bar.start(expectedRows, rows);
      isStarted = true;
      bar?.setTotal(expectedRows);
      bar?.update(rows);
      if (bar || Date.now() - loggedAt < logEveryMs) return;
      loggedAt = Date.now();
      log.info({ rows, expectedRows }, 'loading');
    },
    end: () => bar?.stop(),
  };
}
