import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Caller } from '../../schema/caller.ts';
import { formatRefusal } from '../operations/format-error.ts';
import { statusOf } from '../operations/status-plugin.ts';
import type { Authenticate } from './authenticate.ts';
import type { HubCall } from './call.ts';
import { readCallHeaders } from './call-headers.ts';

/** Who was let in, by request. */
export type Calls = WeakMap<FastifyRequest, HubCall>;

interface DoorkeeperOptions {
  readonly authenticate: Authenticate;
  readonly isOpen: () => boolean;
  readonly calls: Calls;
  /** Told of somebody who said who he is, and something else that cannot be read. */
  readonly onRefusal: (request: FastifyRequest, reply: FastifyReply, call: HubCall) => void;
}

/** Lets in who says who he is, before a byte of the body is read; all others learn one sentence. */
export function createDoorkeeper({ authenticate, isOpen, calls, onRefusal }: DoorkeeperOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (!isOpen())
      return reply
        .code(503)
        .header('retry-after', '5')
        .send({ errors: [formatRefusal(notReady)] });
    let caller: Caller | undefined;
    try {
      caller = await authenticate(request.headers.authorization);
      calls.set(request, { caller, ...readCallHeaders(request.headers) });
      return undefined;
    } catch (refusal) {
      if (caller) onRefusal(request, reply, { caller, isStrict: false });
      if (!(refusal instanceof GraphQLError)) throw refusal;
      return reply.code(statusOf(refusal)).send({ errors: [formatRefusal(refusal)] });
    }
  };
}

/** The call of a request that was let in; throws for one that was not. */
export function callOf(calls: Calls, request: FastifyRequest): HubCall {
  const call = calls.get(request);
  if (!call) throw new Error('A request came past the door');
  return call;
}

const notReady = new GraphQLError('The hub is starting and answers as soon as its data is complete.', {
  extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
});
