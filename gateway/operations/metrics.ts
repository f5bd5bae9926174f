import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { isErrorCode } from '../../schema/codes.ts';
import type { Exchange } from '../audit/observe-source.ts';
import type { Readiness } from './readiness.ts';

/** What an operator watches. Labels are of closed lists only: nothing of a caller, a person or an operation is in them. */
export interface Metrics {
  /** Counts a call to a department, by who was asked and what became of it. */
  readonly observeExchange: (exchange: Pick<Exchange, 'subgraph' | 'state' | 'ms'>) => void;
  /** Counts the errors of answers by their code. */
  readonly plugin: ApolloServerPlugin;
  /** Measures requests, and shows all at `/metrics` in the text format of Prometheus. */
  readonly register: (server: FastifyInstance) => void;
}

/** From what nobody notices to the longest that a department may take, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Measures of one hub; several in one process count apart. */
export function createMetrics(readiness: Readiness): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'hub_request_duration_seconds',
    help: 'Time from a request to its answer, by path and HTTP status.',
    labelNames: ['path', 'status'] as const,
    buckets,
    registers,
  });
  const calls = new Histogram({
    name: 'hub_subgraph_call_duration_seconds',
    help: 'Time of a call to a subgraph, by subgraph and ANSWERED or the code of its silence.',
    labelNames: ['subgraph', 'state'] as const,
    buckets,
    registers,
  });
  const errors = new Counter({
    name: 'hub_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'] as const,
    registers,
  });
  new Gauge({
    name: 'hub_ready',
    help: '1 while every check of /health/ready holds.',
    registers,
    collect() {
      this.set(readiness.isReady() ? 1 : 0);
    },
  });
  return {
    observeExchange: ({ subgraph, state, ms }) => calls.observe({ subgraph, state }, ms / 1_000),
    plugin: {
      requestDidStart: async () => ({
        willSendResponse: async ({ response: { body } }) => {
          if (body.kind !== 'single') return;
          for (const { extensions } of body.singleResult.errors ?? []) {
            const code = extensions?.['code'];
            errors.inc({ code: isErrorCode(code) ? code : 'INTERNAL' });
          }
        },
      }),
    },
    register: (server) => {
      server.addHook('onResponse', async (request, reply) => {
        // The path as the hub has it: what a client made up would be a label of its own.
        const path = request.routeOptions.url ?? 'none';
        requests.observe({ path, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
      });
      server.get('/metrics', async (_request, reply) =>
        reply
          .type(registry.contentType)
          .header('cache-control', 'no-store')
          .send(await registry.metrics()),
      );
    },
  };
}
