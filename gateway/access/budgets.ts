import { createHash } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import type { Caller } from '../../schema/caller.ts';
import { hubError } from '../../subgraphs/kit/errors.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import { limitExceeded, printCount } from '../../schema/limits/refusal.ts';
import type { BudgetStore, Counter } from './budget-store.ts';

/**
 * What one actor may see and look up in an hour: the limit of enumeration. He is one, in whatever roles he calls: all of it is
 * counted together, and what the role of a call allows is held against that.
 */
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
 * through two gateways counts twice. What is refused counts as well. Both reject with LIMIT_EXCEEDED; a store that fails lets
 * nothing out.
 */
export function createBudgets(options: BudgetOptions): Budgets {
  const { personsPerHour, gridWorkerPersonsPerHour, lookupsPerHour, store, log, clock = Date.now } = options;
  const lookups = store.counter('lookups', hour);
  const persons = store.counter('persons', hour);
  const seen = new Map<string, Seen>();

  const book = async (counter: Counter, actor: string, count: number): Promise<number> => {
    try {
      return await counter(actor, count);
    } catch (thrown) {
      log.error({ err: thrown }, 'budgets could not be counted');
      throw hubError('SUBGRAPH_UNAVAILABLE', 'The hub cannot count what was seen, so it shows nothing now.');
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
    takeLookups: async (caller, count) => {
      const found = await book(lookups, actorOf(caller), count);
      if (found > lookupsPerHour)
        throw tooMany('look-ups by number', 'lookupsPerHour', lookupsPerHour, found);
    },
    takePersons: async (caller, ids) => {
      const actor = actorOf(caller);
      const known = seenBy(actor);
      const fresh = [...new Set(ids)].filter((id) => !known.has(id));
      if (fresh.length === 0) return;
      const allowed = caller.role === 'GRID_WORKER' ? gridWorkerPersonsPerHour : personsPerHour;
      const found = await book(persons, actor, fresh.length);
      if (found > allowed) throw tooMany('persons', 'personsPerHour', allowed, found);
      for (const id of fresh) known.add(id);
    },
  };
}

const tooMany = (what: string, limit: string, allowed: number, found: number): GraphQLError =>
  limitExceeded(
    `Too many ${what} within an hour: ${printCount(allowed)} are allowed.`,
    limit,
    allowed,
    found,
  );

/** An actor as a key that tells nothing of him. A role is a hat of his, and no second actor. */
const actorOf = ({ sub }: Caller): string => createHash('sha256').update(sub).digest('base64url');
