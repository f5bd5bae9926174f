import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttpSource } from '../../gateway/federation/sources/http-source.ts';
import {
  createInProcessSource,
  type ExecuteInProcess,
  type InProcessRequest,
} from '../../gateway/federation/sources/in-process-source.ts';
import type { SubgraphReply } from '../../gateway/federation/sources/subgraph-source.ts';
import { sendJson, startFaultServer } from '../support/federation-fault-server.ts';

const call = { query: '{ a }', operationName: 'Named', variables: '{"n":[1]}', context: {} };
const silenceOf = (reply: SubgraphReply): readonly [string, string] | undefined =>
  reply.kind === 'silent' ? [reply.failure.code, reply.failure.reason] : undefined;

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
process.on('unhandledRejection', note);
afterEach(() => {
  expect(unhandled).toEqual([]);
});

describe('a source in this process', () => {
  it.each<readonly [string, ExecuteInProcess, string]>([
    ['throws', () => Promise.reject(new Error('at /srv/secret')), 'Error'],
    ['answers nothing', () => undefined, 'not a GraphQL response'],
    ['answers without data', () => ({ data: undefined }), 'neither data nor errors'],
  ])('is unavailable when the subgraph %s', async (_, execute, reason) => {
    expect(silenceOf(await createInProcessSource({ execute }).ask(call))).toEqual([
      'SUBGRAPH_UNAVAILABLE',
      reason,
    ]);
  });

  it('waits no longer than its deadline, tells the subgraph, and ignores what it does then', async () => {
    const end = Promise.withResolvers<unknown>();
    let given: AbortSignal | undefined;
    const execute = ({ signal }: InProcessRequest) => {
      given = signal;
      return end.promise;
    };
    const reply = await createInProcessSource({ execute, deadlineMs: 20 }).ask(call);
    expect(silenceOf(reply)?.[0]).toBe('SUBGRAPH_TIMEOUT');
    expect(given?.aborted).toBe(true);
    end.reject(new Error('too late'));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('gives up when the client goes away', async () => {
    const client = new AbortController();
    const asking = createInProcessSource({ execute: () => new Promise(() => undefined) }).ask({
      ...call,
      context: { signal: client.signal },
    });
    client.abort();
    expect(silenceOf(await asking)).toEqual(['SUBGRAPH_UNAVAILABLE', 'the client went away']);
  });

  it('does not answer any more once it is closed', async () => {
    const source = createInProcessSource({ execute: () => ({ data: {} }) });
    await source.close();
    expect(silenceOf(await source.ask(call))?.[1]).toBe('the subgraph is stopped');
  });

  it('has the same bytes signed as one behind HTTP', async () => {
    const seen: string[] = [];
    const headersFor = (bytes: Uint8Array) => {
      seen.push(Buffer.from(bytes).toString());
      return { 'x-ticket': 't' };
    };
    const requests: InProcessRequest[] = [];
    const execute = (request: InProcessRequest) => {
      requests.push(request);
      return { data: { a: 1 } };
    };
    await createInProcessSource({ execute, headersFor }).ask(call);
    const server = await startFaultServer((response) => sendJson(response, '{"data":{"a":1}}'));
    const http = createHttpSource({ url: server.url, headersFor });
    await http.ask(call);
    await http.close();
    await server.close();
    expect(seen[0]).toBe(seen[1]);
    expect(String(server.requests[0]?.body)).toBe(seen[0]);
    expect(requests[0]).toMatchObject({
      headers: { 'x-ticket': 't' },
      variables: { n: [1] },
      operationName: 'Named',
    });
    expect(Buffer.from(requests[0]?.bytes ?? []).toString()).toBe(seen[0]);
  });
});
