import { issueTicket, ticketHeader } from '../../subgraphs/kit/ticket.ts';
import type { FederationContext, HeadersFor, SubgraphCall } from '../federation/sources/subgraph-source.ts';

interface TicketOptions<Context> {
  readonly keyOf: (subgraph: string) => Buffer;
  /** The claims of an operation that was decided; throws for one that was not: nothing is asked unguarded. */
  readonly claimsOf: (context: Context) => string;
  readonly clock: () => number;
}

/** Issues the tickets of calls, and remembers which call got which. */
export interface Tickets<Context extends FederationContext> {
  /** Headers for the calls to one subgraph: a ticket over the very bytes that are sent, and nothing of the client's own. */
  readonly headersFor: (subgraph: string) => HeadersFor<Context>;
  /** The single use of a call's ticket; undefined for a call that got none. */
  readonly idOf: (call: SubgraphCall<Context>) => string | undefined;
}

export function createTickets<Context extends FederationContext>({
  keyOf,
  claimsOf,
  clock,
}: TicketOptions<Context>): Tickets<Context> {
  const issued = new WeakMap<SubgraphCall<Context>, string>();
  return {
    headersFor: (subgraph) => {
      const key = keyOf(subgraph);
      return (bytes, call) => {
        const { jti, ticket } = issueTicket(key, subgraph, claimsOf(call.context), bytes, clock());
        issued.set(call, jti);
        return { [ticketHeader]: ticket };
      };
    },
    idOf: (call) => issued.get(call),
  };
}
