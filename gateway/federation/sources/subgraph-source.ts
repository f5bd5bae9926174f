import type { NoAnswer } from './no-answer.ts';

/** What the federation itself reads of a request's context; a hub's own context may hold more. */
export interface FederationContext {
  /** Told of what a subgraph said beside its data, as it came and unchecked. */
  readonly noted?: ((note: SubgraphNote) => void) | undefined;
  /** What the request's lines in the log are found by. */
  readonly requestId?: string | undefined;
  /** Aborted when the client goes away: calls that still run are given up. */
  readonly signal?: AbortSignal | undefined;
}

/** What one call brought beside its data. */
export interface SubgraphNote {
  readonly subgraph: string;
  /** Where in the answer the call's data belongs: response keys, `@` for every element of a list. */
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Headers for one call, made from the very bytes that are sent, so that they can be signed. */
export type HeadersFor<Context extends FederationContext> = (
  bytes: Uint8Array,
  call: SubgraphCall<Context>,
) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

/** One question to one subgraph. */
export interface SubgraphCall<Context extends FederationContext> {
  readonly query: string;
  readonly operationName: string | undefined;
  /** JSON text, serialised once: what is signed is what is sent. */
  readonly variables: string;
  readonly context: Context;
}

/** An error as a subgraph gave it; nothing of it goes to the client unchecked. */
export interface SubgraphError {
  readonly message: string;
  readonly path: readonly (string | number)[] | undefined;
  readonly code: unknown;
}

/** A GraphQL answer, its form checked but not yet its data. */
export interface SubgraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly SubgraphError[];
  /** What the subgraph said beside data and errors; null when nothing. */
  readonly extensions: Readonly<Record<string, unknown>> | null;
}

/** An outage is a value here, not an exception: nobody can forget to handle it. */
export type SubgraphReply =
  | {
      readonly kind: 'answered';
      readonly answer: SubgraphAnswer;
      /** SHA-256 of the answer's bytes, base64url; absent where there were none. */
      readonly digest?: string | undefined;
    }
  | { readonly kind: 'silent'; readonly failure: NoAnswer };

/** A way to reach one subgraph. `ask` never rejects. */
export interface SubgraphSource<Context extends FederationContext> {
  ask(call: SubgraphCall<Context>): Promise<SubgraphReply>;
  close(): Promise<void>;
}
