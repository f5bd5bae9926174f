import type { FastifyReply, FastifyRequest, onSendAsyncHookHandler } from 'fastify';
import { GraphQLError } from 'graphql';
import { isErrorCode } from '../../schema/codes.ts';
import type { CallsUnderWay } from '../access/calls-under-way.ts';
import { formatRefusal } from '../operations/format-error.ts';
import { statusOf } from '../operations/status-plugin.ts';
import type { Audit } from './audit.ts';

/**
 * The last gate: the very bytes of an answer are known, and none of them leaves before it is written down who was shown in
 * it. When that cannot be written, the answer is taken back. What was refused before it was decided, as too large, unreadable, of
 * another form or at another's door, is written down here too: whoever tries doors is to be found.
 */
export function createAuditHook(audit: Audit, find: CallsUnderWay['find']): onSendAsyncHookHandler {
  return async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const context = find(request);
    if (!context || (typeof payload !== 'string' && !Buffer.isBuffer(payload))) return payload;
    try {
      if (reply.statusCode >= 400) audit.dismiss(context, sourceOf(request), codeOf(payload));
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

/** What was asked, as far as it came as an operation; else where. */
function sourceOf({ body, method, url }: FastifyRequest): string {
  const query = memberOf(body, 'query');
  return typeof query === 'string' ? query : `${method} ${url}`;
}

/** The code of a refusal of ours. */
function codeOf(payload: string | Buffer): string {
  const errors = memberOf(parse(payload.toString()), 'errors');
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const code = memberOf(memberOf(first, 'extensions'), 'code');
  return isErrorCode(code) ? code : 'INTERNAL';
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no answer of ours
  }
}
