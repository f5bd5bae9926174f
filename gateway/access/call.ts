import type { Caller, Purpose } from '../../schema/caller.ts';
import type { Exchange } from '../audit/observe-source.ts';
import type { FederationContext, SubgraphNote } from '../federation/sources/subgraph-source.ts';

/** Who calls, and what he says of it in headers; the purpose not yet checked against his token. */
export interface HubCall {
  readonly caller: Caller;
  readonly purpose?: Purpose | undefined;
  readonly caseReference?: string | undefined;
  /** Whether he wants all or nothing. */
  readonly isStrict: boolean;
}

/** What every operation of the hub carries. */
export interface CallContext extends FederationContext {
  readonly requestId: string;
  readonly call: HubCall;
  /** What the subgraphs said beside their data; grows while the operation runs. */
  readonly notes: SubgraphNote[];
  /** The calls to departments; grows while the operation runs. */
  readonly exchanges: Exchange[];
}
