import type {
  FederationContext,
  SubgraphCall,
  SubgraphReply,
  SubgraphSource,
} from '../federation/sources/subgraph-source.ts';

/** One call to a department, as the gateway saw it. */
export interface Exchange {
  readonly subgraph: string;
  /** `ANSWERED`, or the code of its silence. */
  readonly state: string;
  /** The single use of the ticket that went with it; absent where it did not come to that. */
  readonly ticket: string | undefined;
  /** SHA-256 of the answer's bytes, base64url; absent where there was none. */
  readonly response: string | undefined;
  readonly ms: number;
}

interface Observed extends FederationContext {
  /** Grows while the operation runs. */
  readonly exchanges: Exchange[];
}

/** Notes every call to a department beside its ticket, whatever becomes of it, and tells of it. */
export function observeSource<Context extends Observed>(
  subgraph: string,
  source: SubgraphSource<Context>,
  ticketOf: (call: SubgraphCall<Context>) => string | undefined,
  onExchange: (exchange: Exchange) => void,
): SubgraphSource<Context> {
  return {
    ask: async (call) => {
      const begun = performance.now();
      const reply = await source.ask(call);
      const exchange = {
        subgraph,
        state: stateOf(reply),
        ticket: ticketOf(call),
        response: reply.kind === 'answered' ? reply.digest : undefined,
        ms: Math.round(performance.now() - begun),
      };
      call.context.exchanges.push(exchange);
      onExchange(exchange);
      return reply;
    },
    close: () => source.close(),
  };
}

const stateOf = (reply: SubgraphReply): string =>
  reply.kind === 'answered' ? 'ANSWERED' : reply.failure.code;
