import fastify, { type FastifyInstance } from 'fastify';
import { coveragePath } from './disclosures/coverage.ts';
import type { SubgraphAnswer, SubgraphRequest } from './execute.ts';
import type { Subgraph } from './subgraph.ts';
import { ticketHeader } from './ticket.ts';
import type { Witness } from './witness/witness.ts';
import { registerWitness } from './witness/witness-door.ts';

/** 1,000 representations of a portrait's fields are about 200 kB; five times that is no honest question. */
const maxBodyBytes = 1024 * 1024;

/** A subgraph's own door: GraphQL for the gateway, and its health. Not for the public network. */
export function createSubgraphServer(subgraph: Subgraph, witness?: Witness): FastifyInstance {
  const server = fastify({ bodyLimit: maxBodyBytes, logger: false });
  // The ticket is over the bytes as they came, so they are kept as they came.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  let wasReady = false;
  server.post('/graphql', async (request, reply) => {
    // Tables that are missing, or numbers kept under another key, would look like "no such person".
    wasReady ||= await subgraph.isReady();
    if (!wasReady) return reply.code(503).send({ ready: false });
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const ticket = request.headers[ticketHeader];
    // A body that cannot be read goes on as an empty question: whether it was readable is for ticket holders to know.
    const question = readQuestion(bytes) ?? { query: '' };
    const { answer, text } = await subgraph.execute(question, {
      ticket: typeof ticket === 'string' ? ticket : undefined,
      bytes,
    });
    return reply.code(statusOf(answer)).type(responseType).send(text);
  });
  if (witness) registerWitness(server, witness);
  server.get(coveragePath, async (_request, reply) => {
    const period = await subgraph.coverage().catch(() => undefined);
    if (period === undefined) return reply.code(503).send({ ready: false });
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(period));
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

/** What a forged, foreign or used ticket gets; and what is no question. */
function statusOf(answer: SubgraphAnswer): number {
  if ('data' in answer) return 200;
  return answer.errors?.[0]?.extensions?.['code'] === 'UNAUTHENTICATED' ? 401 : 400;
}

function readQuestion(bytes: Buffer): SubgraphRequest | null {
  const body = parseJson(bytes);
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

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null; // the parser's message would quote the body
  }
}
