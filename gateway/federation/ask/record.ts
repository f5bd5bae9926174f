import type { ErrorCode } from '../../../schema/codes.ts';
import type { SubgraphError } from '../sources/subgraph-source.ts';
import type { JsonObject } from './project.ts';

export type CallOutcome =
  | { readonly kind: 'silent'; readonly code: ErrorCode }
  | {
      readonly kind: 'answered';
      /** Null when the subgraph gave errors alone. */
      readonly data: JsonObject | null;
      readonly errors: readonly SubgraphError[];
      readonly extensions: Readonly<Record<string, unknown>> | null;
      /**
       * For entities: of each position, which of the sent representations stood for it; undefined when none.
       */
      readonly sentAs: readonly (number | undefined)[];
    };

/** One call to a subgraph, as it went. */
export interface Call {
  readonly subgraph: string;
  /** The path in the plan; `@` stands for every element of a list. */
  readonly path: readonly (string | number)[];
  readonly query: string;
  readonly outcome: CallOutcome;
}

/** Whether a call gave everything it was made for. */
export const isWhole = ({ outcome }: Call): boolean =>
  outcome.kind === 'answered' && outcome.data !== null && outcome.errors.length === 0;
