import type { FastifyReply, FastifyRequest, onSendAsyncHookHandler } from 'fastify';
import { GraphQLError } from 'graphql';
import type { CallContext } from '../access/call.ts';
import { formatRefusal } from '../operations/format-error.ts';
import { statusOf } from '../operations/status-plugin.ts';
import type { Audit } from './audit.ts';

/** The contexts of requests under way, for the last gate. */
export type Contexts = WeakMap<FastifyRequest, CallContext>;

/**
 * The last gate: the very bytes of an answer are known, and none of them leaves before it is written down who was shown in
 * it. When that cannot be written, the answer is taken back.
 */
export function createAuditHook(audit: Audit, contexts: Contexts): onSendAsyncHookHandler {
  return async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const context = contexts.get(request);
    if (!context || (typeof payload !== 'string' && !Buffer.isBuffer(payload))) return payload;
    try {
      await audit.end(context, payload);
      return payload;
    } catch (refusal) {
      const error = refusal instanceof GraphQLError ? refusal : unwritten;
      const taken = JSON.stringify({ errors: [formatRefusal(error)] });
      reply.code(statusOf(error)).header('content-length', Buffer.byteLength(taken));
      return taken;
    }
  };
}

const unwritten = new GraphQLError('The access could not be written down, so nothing is shown.', {
  extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
});
