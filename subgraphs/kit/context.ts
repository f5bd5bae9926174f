import type { Kysely } from 'kysely';
import type { CallAccess } from './access/call-access.ts';
import type { ReadLoader } from './reads/loader.ts';

/** What a resolver gets with every request. Who asks comes with the ticket, never from an argument. */
export interface SubgraphContext {
  /** The request's id at the gateway: what its lines in the log are found by. */
  readonly requestId: string;
  /** Everything this request reads, as one statement a wave. */
  readonly reads: ReadLoader;
  /** Who asks, for what, and what may be given. */
  readonly access: CallAccess;
  /**
   * Writes in one transaction, in which the ticket's single use is booked too: replayed, the ticket writes nothing.
   * Rejects with UNAUTHENTICATED when it was used before.
   */
  readonly write: <T>(work: (database: Kysely<unknown>) => Promise<T>) => Promise<T>;
  /** The moment of the request; the only clock. */
  readonly now: Date;
  /** The day of the request in the city, `YYYY-MM-DD`. */
  readonly today: string;
}
