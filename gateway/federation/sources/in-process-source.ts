import { defaultDeadlineMs, withinDeadline } from './deadline.ts';
import { toNoAnswer, unusable } from './no-answer.ts';
import { readAnswer } from './read-answer.ts';
import { bodyOf } from './request-body.ts';
import type { FederationContext, HeadersFor, SubgraphSource } from './subgraph-source.ts';

/** What a subgraph in the same process is handed: no object is shared with the gateway. */
export interface InProcessRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it would travel over HTTP: what a signature in the headers is over. */
  readonly bytes: Uint8Array;
  /** Aborted at the deadline and when the client goes away. */
  readonly signal: AbortSignal;
}

/** Runs a request; the result is a GraphQL response, `{ data, errors }`. */
export type ExecuteInProcess = (request: InProcessRequest) => unknown;

interface InProcessSourceOptions<Context extends FederationContext> {
  readonly execute: ExecuteInProcess;
  readonly headersFor?: HeadersFor<Context>;
  /** The digest of what would have travelled over HTTP as this answer. */
  readonly digestOf?: (result: unknown) => string | undefined;
  readonly deadlineMs?: number;
}

const parseVariables = (text: string): Readonly<Record<string, unknown>> => {
  const variables: unknown = JSON.parse(text);
  if (typeof variables !== 'object' || variables === null) throw unusable('variables of a wrong kind');
  return { ...variables };
};

/** A subgraph in this process, under the same deadline, abort and JSON boundary as one behind HTTP. */
export const createInProcessSource = <Context extends FederationContext>({
  execute,
  headersFor,
  digestOf,
  deadlineMs = defaultDeadlineMs,
}: InProcessSourceOptions<Context>): SubgraphSource<Context> => {
  let isClosed = false;
  return {
    ask: async (call) => {
      if (isClosed) return { kind: 'silent', failure: unusable('the subgraph is stopped') };
      try {
        const result = await withinDeadline(deadlineMs, call.context.signal, async (signal) => {
          const bytes = bodyOf(call);
          const headers = (await headersFor?.(bytes, call)) ?? {};
          const { query, operationName } = call;
          return execute({
            query,
            operationName,
            variables: parseVariables(call.variables),
            headers,
            bytes,
            signal,
          });
        });
        return { kind: 'answered', answer: readAnswer(result), digest: digestOf?.(result) };
      } catch (thrown) {
        return { kind: 'silent', failure: toNoAnswer(thrown) };
      }
    },
    close: async () => {
      isClosed = true;
    },
  };
};
