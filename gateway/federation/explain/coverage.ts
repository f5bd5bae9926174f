import type { ErrorCode } from '../../../schema/codes.ts';
import type { Call } from '../ask/record.ts';
import { toErrorCode } from '../error-code.ts';

/** Whether a subgraph that was asked has answered everything it was asked. */
type Coverage =
  | { readonly subgraph: string; readonly answered: true }
  | { readonly subgraph: string; readonly answered: false; readonly code: ErrorCode };

const missOf = ({ outcome }: Call): ErrorCode | undefined => {
  if (outcome.kind === 'silent') return outcome.code;
  return outcome.data === null ? toErrorCode(outcome.errors[0]?.code) : undefined;
};

/** One entry for each subgraph asked, by name. A refusal of the whole call counts as not answered. */
export const coverageOf = (calls: readonly Call[]): readonly Coverage[] => {
  const misses = new Map<string, ErrorCode | undefined>();
  for (const call of calls) misses.set(call.subgraph, misses.get(call.subgraph) ?? missOf(call));
  return [...misses]
    .map(([subgraph, code]): Coverage =>
      code === undefined ? { subgraph, answered: true } : { subgraph, answered: false, code },
    )
    .sort((a, b) => (a.subgraph < b.subgraph ? -1 : 1));
};
