import { createHash } from 'node:crypto';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Caller } from '../../schema/caller.ts';
import { hubError } from '../../subgraphs/kit/errors.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import { limitExceeded, printCount } from '../../schema/limits/refusal.ts';
import type { BudgetStore } from './budget-store.ts';

/** What one actor may see and look up in an hour: the limit of enumeration. */
export interface Budgets {
  /** Books look-ups by identifier, before anything is asked. */
  readonly takeLookups: (caller: Caller, count: number) => Promise<void>;
  /** Books the persons of an answer, before anything of it leaves. Who was seen within the hour costs nothing again. */
  readonly takePersons: (caller: Caller, ids: readonly string[]) => Promise<void>;
}

interface BudgetOptions {
  readonly personsPerHour: number;
  readonly gridWorkerPersonsPerHour: number;
  readonly lookupsPerHour: number;
  readonly store: BudgetStore;
  readonly log: Log;
  readonly clock?: () => number;
}

const hour = 3_600;

/** Actors whose persons are remembered; of one forgotten, the same persons count again: the safe side. */
const mostActors = 10_000;

interface Seen {
  readonly since: number;
  readonly persons: Set<string>;
}

/**
 * Counts in the store, so that several gateways count together; who was already seen is remembered here, so a person seen
 * through two gateways counts twice. Both reject with LIMIT_EXCEEDED; a store that fails lets nothing out.
 */
export function createBudgets(options: BudgetOptions): Budgets {
  const { store, log, clock = Date.now } = options;
  const lookups = store.limiter('lookups', options.lookupsPerHour, hour);
  const persons = store.limiter('persons', options.personsPerHour, hour);
  const gridWorkers = store.limiter('grid-worker-persons', options.gridWorkerPersonsPerHour, hour);
  const seen = new Map<string, Seen>();

  const book = async (
    limiter: RateLimiterAbstract,
    actor: string,
    count: number,
    what: string,
  ): Promise<void> => {
    try {
      await limiter.consume(actor, count);
    } catch (thrown) {
      if (!(thrown instanceof RateLimiterRes)) {
        log.error({ err: thrown }, 'budgets could not be counted');
        throw hubError(
          'SUBGRAPH_UNAVAILABLE',
          'The hub cannot count what was seen, so it shows nothing now.',
        );
      }
      throw limitExceeded(
        `Too many ${what} within an hour: ${printCount(limiter.points)} are allowed.`,
        what === 'persons' ? 'personsPerHour' : 'lookupsPerHour',
        limiter.points,
        thrown.consumedPoints,
      );
    }
  };

  const seenBy = (actor: string): Set<string> => {
    const known = seen.get(actor);
    if (known && clock() - known.since < hour * 1_000) return known.persons;
    const [oldest] = seen.keys();
    if (seen.size >= mostActors && oldest !== undefined) seen.delete(oldest);
    const fresh = { since: clock(), persons: new Set<string>() };
    seen.delete(actor);
    seen.set(actor, fresh);
    return fresh.persons;
  };

  return {
    takeLookups: (caller, count) => book(lookups, actorOf(caller), count, 'look-ups by number'),
    takePersons: async (caller, ids) => {
      const actor = actorOf(caller);
      const known = seenBy(actor);
      const fresh = [...new Set(ids)].filter((id) => !known.has(id));
      if (fresh.length === 0) return;
      await book(caller.role === 'GRID_WORKER' ? gridWorkers : persons, actor, fresh.length, 'persons');
      for (const id of fresh) known.add(id);
    },
  };
}

/** An actor as a key that tells nothing of him. */
const actorOf = ({ sub, role }: Caller): string =>
  createHash('sha256').update(`${role}\0${sub}`).digest('base64url');
