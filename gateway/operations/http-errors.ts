import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { formatRefusal, tellFailure, type Failure } from './format-error.ts';
import { badOperation, limitExceeded, printCount } from '../../schema/limits/refusal.ts';

export interface HttpErrorsOptions {
  /** Fastify's `bodyLimit`. */
  readonly bodyBytes: number;
  readonly onInternal: (failure: Failure) => void;
}

/**
 * Fastify's error handler: what is refused before GraphQL is reached is answered in GraphQL's shape. The request's id is
 * the failure's.
 */
export function createHttpErrorHandler({ bodyBytes, onInternal }: HttpErrorsOptions) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = refusalOf(error, request, bodyBytes);
    if (refusal) {
      void reply.code(error.statusCode ?? 400).send({ errors: [formatRefusal(refusal)] });
      return;
    }
    onInternal({ failureId: request.id, error });
    void reply
      .code(500)
      .send({ errors: [{ message: tellFailure(request.id), extensions: { code: 'INTERNAL' } }] });
  };
}

/** Fastify's handler for paths that are none of the hub's. */
export function answerNotFound(_request: FastifyRequest, reply: FastifyReply): void {
  const refusal = badOperation('Expected a path of the hub, found another.');
  void reply.code(404).send({ errors: [formatRefusal(refusal)] });
}

function refusalOf(error: FastifyError, request: FastifyRequest, bodyBytes: number): GraphQLError | null {
  const { statusCode = 500 } = error;
  if (statusCode === 413) return tooLarge(request, bodyBytes);
  if (statusCode === 415)
    return badOperation('Expected a body of type application/json, found one of another type.');
  // Fastify's own text quotes the body.
  if (statusCode >= 400 && statusCode < 500)
    return badOperation('Expected a JSON body, found one that cannot be read.');
  return null;
}

function tooLarge(request: FastifyRequest, allowed: number): GraphQLError {
  const announced = Number(request.headers['content-length']);
  const isKnown = announced > allowed;
  const found = isKnown ? announced : allowed + 1;
  const counted = isKnown ? printCount(announced) : `more than ${printCount(allowed)}`;
  return limitExceeded(
    `Too large: ${counted} bytes, ${printCount(allowed)} are allowed.`,
    'bodyBytes',
    allowed,
    found,
  );
}
