import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** What the hub said to a call of the door. */
export interface HubAnswer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly unknown[];
}

/** Asks the hub as the client himself, by its own public door. */
export type AskHub = (
  headers: IncomingHttpHeaders,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<HubAnswer>;

/** The headers by which a client says who he is and what for. */
const carried = ['authorization', 'x-purpose', 'x-case', 'x-delegation'] as const;

/**
 * Sends operations through the server's own routes, without a socket: no check is passed by, and none is done twice. What is
 * asked here is of use as a whole, so a part that is withheld refuses it and says why.
 */
export function createAskHub(server: FastifyInstance): AskHub {
  return async (headers, query, variables) => {
    const own = Object.fromEntries(
      carried.flatMap((name) => {
        const value = headers[name];
        return typeof value === 'string' ? [[name, value] as const] : [];
      }),
    );
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...own, 'x-access-mode': 'strict', 'content-type': 'application/json' },
      payload: JSON.stringify({ query, variables }),
    });
    const answer: unknown = JSON.parse(response.payload);
    return { status: response.statusCode, data: memberOf(answer, 'data'), errors: errorsOf(answer) };
  };
}

/** An object's member that is an object itself; null otherwise. */
export function memberOf(value: unknown, name: string): Readonly<Record<string, unknown>> | null {
  const member: unknown = isRecord(value) ? value[name] : null;
  return isRecord(member) ? member : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function errorsOf(answer: unknown): readonly unknown[] {
  const errors: unknown = isRecord(answer) ? answer['errors'] : null;
  return Array.isArray(errors) ? errors : [];
}
