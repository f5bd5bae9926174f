import fastify, { type FastifyInstance } from 'fastify';
import type { Subgraph } from './subgraph.ts';

/** 1,000 representations of a portrait's fields are about 200 kB; five times that is no honest question. */
const maxBodyBytes = 1024 * 1024;

/** A subgraph's own door: GraphQL for the gateway, and its health. Not for the public network. */
export function createSubgraphServer(subgraph: Subgraph): FastifyInstance {
  const server = fastify({ bodyLimit: maxBodyBytes, logger: false });
  let wasReady = false;
  server.post('/graphql', async (request, reply) => {
    // Tables that are missing, or numbers kept under another key, would look like "no such person".
    wasReady ||= await subgraph.isReady();
    if (!wasReady) return reply.code(503).send({ ready: false });
    const question = readQuestion(request.body);
    if (!question) return reply.code(400).type(responseType).send(malformed);
    const answer = await subgraph.execute(question);
    return reply
      .code('data' in answer ? 200 : 400)
      .type(responseType)
      .send(JSON.stringify(answer));
  });
  server.get('/health/live', () => ({ live: true }));
  server.get('/health/ready', async (_request, reply) => {
    const isReady = await subgraph.isReady();
    return reply.code(isReady ? 200 : 503).send({ ready: isReady });
  });
  return server;
}

/** The GraphQL-over-HTTP type: with it a 4xx is the subgraph's own answer and not that of something in between. */
const responseType = 'application/graphql-response+json; charset=utf-8';

const malformed = JSON.stringify({
  errors: [
    {
      message:
        'Expected a JSON object with the text `query` and, where needed, `variables` and `operationName`.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ],
});

function readQuestion(body: unknown): Parameters<Subgraph['execute']>[0] | null {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string')
    return null;
  const variables = 'variables' in body ? body.variables : undefined;
  const operationName = 'operationName' in body ? body.operationName : undefined;
  return {
    query: body.query,
    variables: typeof variables === 'object' && variables !== null ? { ...variables } : undefined,
    operationName: typeof operationName === 'string' ? operationName : undefined,
  };
}
