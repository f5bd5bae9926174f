import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Caller } from '../../schema/caller.ts';
import { formatRefusal } from '../operations/format-error.ts';
import { statusOf } from '../operations/status-plugin.ts';
import type { Authenticate } from './authenticate.ts';
import { readCallHeaders } from './call-headers.ts';
import type { CallsUnderWay } from './calls-under-way.ts';

interface DoorkeeperOptions {
  readonly authenticate: Authenticate;
  readonly isOpen: () => boolean;
  /** Where the call of whoever said who he is begins, though he said something else that cannot be read. */
  readonly begin: CallsUnderWay['begin'];
}

/** Lets in who says who he is, before a byte of the body is read; all others learn one sentence. */
export function createDoorkeeper({ authenticate, isOpen, begin }: DoorkeeperOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (!isOpen())
      return reply
        .code(503)
        .header('retry-after', '5')
        .send({ errors: [formatRefusal(notReady)] });
    let caller: Caller | undefined;
    try {
      caller = await authenticate(request.headers.authorization);
      begin(request, reply, { caller, ...readCallHeaders(request.headers) });
      return undefined;
    } catch (refusal) {
      if (caller) begin(request, reply, { caller, isStrict: false });
      if (!(refusal instanceof GraphQLError)) throw refusal;
      return reply.code(statusOf(refusal)).send({ errors: [formatRefusal(refusal)] });
    }
  };
}

const notReady = new GraphQLError('The hub is starting and answers as soon as its data is complete.', {
  extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
});
