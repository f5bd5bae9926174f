import type { Caller, Purpose } from '../../schema/caller.ts';
import type { Exchange } from '../audit/observe-source.ts';
import type { BreakGlassClaim } from '../../subgraphs/kit/ticket.ts';
import type { FederationContext, SubgraphNote } from '../federation/sources/subgraph-source.ts';

/** Who calls, and what he says of it in headers; the purpose not yet checked against his token. */
export interface HubCall {
  readonly caller: Caller;
  /** Whose token it is, where he acts under a delegation in the role of another. */
  readonly holder?: Caller | undefined;
  readonly purpose?: Purpose | undefined;
  readonly caseReference?: string | undefined;
  /** The break-glass he asks under, by id; whether it is in force is not yet checked. */
  readonly breakGlassId?: string | undefined;
  /** The delegation he asks under, by id; not yet checked either. */
  readonly delegationId?: string | undefined;
  /** The break-glass that was found in force. */
  readonly breakGlass?: BreakGlassClaim | undefined;
  /** Whether he wants all or nothing. */
  readonly isStrict: boolean;
}

/** What every operation of the hub carries. */
export interface CallContext extends FederationContext {
  readonly requestId: string;
  /** Replaced once, before anything is decided, by the call under its break-glass or delegation. */
  call: HubCall;
  /** What the subgraphs said beside their data; grows while the operation runs. */
  readonly notes: SubgraphNote[];
  /** The calls to departments; grows while the operation runs. */
  readonly exchanges: Exchange[];
}
