import type { FederationContext, SubgraphCall } from './subgraph-source.ts';

/** The body of a call. The same bytes in one process as over HTTP, so that one signature rule serves both. */
export const bodyOf = (call: SubgraphCall<FederationContext>): Buffer => {
  const name =
    call.operationName === undefined ? '' : `,"operationName":${JSON.stringify(call.operationName)}`;
  return Buffer.from(`{"query":${JSON.stringify(call.query)}${name},"variables":${call.variables}}`, 'utf8');
};
