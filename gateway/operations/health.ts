import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.ts';

/**
 * `/health/live` answers as long as the loop runs, `/health/ready` 503 until every check holds. Names of checks are
 * shown, addresses never.
 */
export function registerHealth(server: FastifyInstance, readiness: Readiness): void {
  server.get('/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ live: true }),
  );
  server.get('/health/ready', (_request, reply) => {
    const isReady = readiness.isReady();
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: isReady, checks: readiness.checks() });
  });
}
