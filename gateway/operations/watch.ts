import { setTimeout as sleep } from 'node:timers/promises';
import type { Stop } from '../../subgraphs/kit/lifecycle.ts';

interface WatchOptions {
  /** Whether it is well now; never rejects. */
  readonly isWell: () => Promise<boolean>;
  readonly onState: (isWell: boolean) => void;
  readonly stops: Stop[];
}

/** Between two questions until it is well the first time, and after that. */
const startingMs = 500;
const runningMs = 5_000;

/** Asks again and again whether something is well and tells each answer. Resolves when it is well for the first time. */
export function watch({ isWell, onState, stops }: WatchOptions): Promise<void> {
  const ending = new AbortController();
  stops.push(async () => {
    ending.abort();
  });
  return new Promise((resolve) => {
    const ask = async (): Promise<void> => {
      let wait = startingMs;
      while (!ending.signal.aborted) {
        const state = await isWell();
        onState(state);
        if (state) {
          wait = runningMs;
          resolve();
        }
        await sleep(wait, undefined, { ref: false });
      }
    };
    void ask();
  });
}
