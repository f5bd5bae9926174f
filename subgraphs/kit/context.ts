import type { ReadLoader } from './reads/loader.ts';

/** What a resolver gets with every request. Who asks comes with the ticket, never from an argument. */
export interface SubgraphContext {
  /** Everything this request reads, as one statement a wave. */
  readonly reads: ReadLoader;
  /** The moment of the request; the only clock. */
  readonly now: Date;
  /** The day of the request in the city, `YYYY-MM-DD`. */
  readonly today: string;
}
