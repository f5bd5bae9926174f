import { signTicket, ticketHeader } from '../../subgraphs/kit/ticket.ts';
import type { FederationContext, HeadersFor } from '../federation/sources/subgraph-source.ts';

interface TicketOptions<Context> {
  readonly keyOf: (subgraph: string) => Buffer;
  /** The claims of an operation that was decided; throws for one that was not: nothing is asked unguarded. */
  readonly claimsOf: (context: Context) => string;
  readonly clock: () => number;
}

/** Headers for the calls to one subgraph: a ticket over the very bytes that are sent, and nothing of the client's own. */
export function createTickets<Context extends FederationContext>({
  keyOf,
  claimsOf,
  clock,
}: TicketOptions<Context>) {
  return (subgraph: string): HeadersFor<Context> => {
    const key = keyOf(subgraph);
    return (bytes, context) => ({
      [ticketHeader]: signTicket(key, subgraph, claimsOf(context), bytes, clock()),
    });
  };
}
