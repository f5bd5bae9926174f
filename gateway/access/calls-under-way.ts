import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientSignal } from '../client-signal.ts';
import type { SubgraphNote } from '../federation/sources/subgraph-source.ts';
import type { CallContext, HubCall } from './call.ts';

/** Every call since somebody said who he is, whatever becomes of it: what is refused later is refused to him. */
export interface CallsUnderWay {
  readonly begin: (request: FastifyRequest, reply: FastifyReply, call: HubCall) => void;
  /** The call of a request that was let in; throws for one that was not. */
  readonly get: (request: FastifyRequest) => CallContext;
  /** The same, undefined for one that was not let in or is gone on. */
  readonly find: (request: FastifyRequest) => CallContext | undefined;
  /** It goes on as other calls, each of them known by an id of its own. */
  readonly goOn: (request: FastifyRequest, reply: FastifyReply) => void;
}

export function createCallsUnderWay(): CallsUnderWay {
  const contexts = new WeakMap<FastifyRequest, CallContext>();
  return {
    begin: (request, reply, call) => {
      const notes: SubgraphNote[] = [];
      contexts.set(request, {
        requestId: request.id,
        signal: clientSignal(reply),
        call,
        notes,
        noted: (note) => void notes.push(note),
        exchanges: [],
      });
      // What a caller may ask about later: the ledger knows the access by it.
      reply.header(requestId, request.id);
    },
    get: (request) => {
      const context = contexts.get(request);
      if (!context) throw new Error('A request came past the door');
      return context;
    },
    find: (request) => contexts.get(request),
    goOn: (request, reply) => {
      contexts.delete(request);
      reply.removeHeader(requestId);
    },
  };
}

const requestId = 'x-request-id';
