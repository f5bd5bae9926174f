import { Pool } from 'undici';
import { defaultDeadlineMs, withinDeadline } from './deadline.ts';
import { toNoAnswer } from './no-answer.ts';
import { readAnswer } from './read-answer.ts';
import { defaultMaxBytes, readBody } from './read-body.ts';
import { bodyOf } from './request-body.ts';
import type { FederationContext, HeadersFor, SubgraphSource } from './subgraph-source.ts';

export interface HttpSourceOptions<Context extends FederationContext> {
  readonly url: string;
  readonly headersFor?: HeadersFor<Context>;
  readonly deadlineMs?: number;
  readonly maxBytes?: number;
}

// A hung subgraph must not use up the gateway's file descriptors; beyond this, calls queue within their
// deadline.
const connections = 128;

const ownHeaders = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
} as const;

/** A subgraph behind HTTP. Follows no redirect, and destroys the socket when it stops waiting. */
export const createHttpSource = <Context extends FederationContext>({
  url,
  headersFor,
  deadlineMs = defaultDeadlineMs,
  maxBytes = defaultMaxBytes,
}: HttpSourceOptions<Context>): SubgraphSource<Context> => {
  const { origin, pathname, search } = new URL(url);
  // The one deadline covers all; undici's own timers would only add second ones.
  const pool = new Pool(origin, {
    connections,
    allowH2: false,
    connect: { timeout: deadlineMs },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  let closing: Promise<void> | undefined;

  return {
    ask: async (call) => {
      try {
        const body = await withinDeadline(deadlineMs, call.context.signal, async (signal) => {
          const bytes = bodyOf(call);
          const headers = { ...(await headersFor?.(bytes, call)), ...ownHeaders };
          const path = `${pathname}${search}`;
          const response = await pool.request({ method: 'POST', path, headers, body: bytes, signal });
          return readBody(response, maxBytes);
        });
        return { kind: 'answered', answer: readAnswer(body.value), digest: body.digest };
      } catch (thrown) {
        return { kind: 'silent', failure: toNoAnswer(thrown) };
      }
    },
    close: () => (closing ??= pool.close()),
  };
};
