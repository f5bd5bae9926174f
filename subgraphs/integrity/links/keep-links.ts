import type { Kysely } from 'kysely';
import { keepDoing, type Stop } from '../../kit/lifecycle.ts';
import type { Log } from '../../kit/log.ts';
import { createSealer } from '../delivery/sealed-block.ts';
import { matchAgain } from './match-again.ts';

interface KeepingOptions {
  readonly database: Kysely<unknown>;
  /** What delivered rows are sealed with. */
  readonly identifierKey: Buffer;
  readonly clock: () => Date;
  readonly log: Log;
}

/**
 * Every news of the register has all who wait matched again, and in a city where it never rests that must cost little. A review
 * does not wait for it: that a record bears its subject's number it knows by itself.
 */
const intervalMs = 300_000;

const dayInCity = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** While the process runs, matches records again that found nobody, when the register has news. */
export function keepLinks({ database, identifierKey, clock, log }: KeepingOptions, stops: Stop[]): void {
  const sealer = createSealer(identifierKey);
  const turn = async (isStopping: () => boolean): Promise<void> => {
    if (isStopping()) return;
    try {
      const matched = await matchAgain(database, sealer, dayInCity.format(clock()));
      if (matched > 0) log.info({ matched }, 'records found their subjects');
    } catch (error) {
      log.error({ err: error }, 'records wait to be matched again');
    }
  };
  keepDoing(turn, intervalMs, stops);
}
