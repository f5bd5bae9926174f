import type { Log } from './log.ts';

/** Something that was started and has to be stopped. */
export type Stop = () => Promise<unknown>;

/** How long stopping may take before the process ends all the same. */
const patienceMs = 20_000;

/**
 * Stops what was started, last first, on Ctrl-C, SIGTERM or a fault nobody caught; a second signal ends the process at
 * once. `stops` may still grow while the process starts: whatever is in it then is stopped.
 */
export function stopOnSignals(log: Log, stops: readonly Stop[]): void {
  let isStopping = false;
  const stop = (exitCode: number): void => {
    if (isStopping) process.exit(exitCode === 0 ? 130 : exitCode);
    isStopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    stopAll(log, stops).then(
      () => process.exit(exitCode),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, 'a fault that nobody caught');
      stop(1);
    });
  }
}

/** Stops everything, last first, even when one part fails to stop. */
export async function stopAll(log: Log, stops: readonly Stop[]): Promise<void> {
  for (const stop of stops.toReversed()) {
    try {
      await stop();
    } catch (error) {
      log.error({ err: error }, 'a part did not stop in order');
    }
  }
}

/** Does something again and again while the process runs, one turn after the other; stopping waits for the turn under way. */
export function keepDoing(
  turn: (isStopping: () => boolean) => Promise<void>,
  intervalMs: number,
  stops: Stop[],
): void {
  let running = Promise.resolve();
  let isStopping = false;
  const timer = setInterval(() => {
    running = running.then(() => turn(() => isStopping));
  }, intervalMs);
  timer.unref();
  stops.push(async () => {
    isStopping = true;
    clearInterval(timer);
    await running;
  });
}
