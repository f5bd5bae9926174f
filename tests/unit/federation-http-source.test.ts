import { afterEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createHttpSource, type HttpSourceOptions } from '../../gateway/federation/sources/http-source.ts';
import type { FederationContext, SubgraphReply } from '../../gateway/federation/sources/subgraph-source.ts';
import {
  sendJson,
  startFaultServer,
  type Answering,
  type FaultServer,
} from '../support/federation-fault-server.ts';

type Options = Omit<HttpSourceOptions<FederationContext>, 'url'>;

let server: FaultServer | undefined;
let endSource: (() => Promise<void>) | undefined;

afterEach(async () => {
  await endSource?.();
  await server?.close();
  server = undefined;
});

const start = async (answer: Answering, options: Options = {}) => {
  server = await startFaultServer(answer);
  const source = createHttpSource({ url: server.url, ...options });
  endSource = () => source.close();
  const ask = (context: FederationContext = {}): Promise<SubgraphReply> =>
    source.ask({ query: '{ person { name } }', operationName: undefined, variables: '{"名":"é"}', context });
  return { ask, source, server };
};

const silenceOf = (reply: SubgraphReply): readonly [string, string] | undefined =>
  reply.kind === 'silent' ? [reply.failure.code, reply.failure.reason] : undefined;

const head = (status: number, headers: Record<string, string>, body: string): Answering => {
  return (response) => response.writeHead(status, headers).end(body);
};
const json = { 'content-type': 'application/json' };
const graphql = { 'content-type': 'application/graphql-response+json; charset=utf-8' };
const good = '{"data":{"person":{"name":"王"}}}';

describe('an HTTP source takes for unavailable', () => {
  const faults: readonly (readonly [string, Answering, string])[] = [
    ['a 500 page', head(500, { 'content-type': 'text/html' }, '<h1>at 10.0.0.1</h1>'), 'status 500'],
    ['a 500 with a GraphQL answer', head(500, graphql, good), 'status 500'],
    ['a 404', head(404, json, good), 'status 404'],
    ['a redirect', head(302, { location: 'http://127.0.0.1:1/' }, ''), 'status 302'],
    ['a 200 HTML page', head(200, { 'content-type': 'text/html' }, '<p>'), 'a content type that is not JSON'],
    ['an answer without a type', head(200, {}, good), 'a content type that is not JSON'],
    ['truncated JSON', (response) => sendJson(response, good.slice(0, -3)), 'a body that is not JSON'],
    ['an empty body', (response) => sendJson(response, ''), 'a body that is not JSON'],
    ['a latin1 charset', (response) => sendJson(response, good, 'application/json; charset=latin1'), 'UTF-8'],
    [
      'latin1 bytes',
      (response) => sendJson(response, Buffer.from('{"data":{"é":1}}', 'latin1')),
      'not UTF-8',
    ],
    ['an unasked encoding', head(200, { ...json, 'content-encoding': 'gzip' }, good), 'content encoding'],
    ['JSON that is no GraphQL answer', (response) => sendJson(response, '[]'), 'not a GraphQL response'],
    ['an answer without data and errors', (response) => sendJson(response, '{"data":null}'), 'neither'],
    ['data planted on a prototype', (response) => sendJson(response, '{"__proto__":{"data":{}}}'), 'neither'],
    ['data that is a list', (response) => sendJson(response, '{"data":[]}'), 'data of a wrong kind'],
    [
      'errors that are a text',
      (response) => sendJson(response, '{"data":{},"errors":"no"}'),
      'errors of a wrong',
    ],
    [
      'errors without messages',
      (response) => sendJson(response, '{"data":{},"errors":[{}]}'),
      'without a message',
    ],
    ['a connection that is reset', (response) => response.socket?.resetAndDestroy(), 'E'],
    [
      'a declared body that is too large',
      head(200, { ...json, 'content-length': '99999999' }, ''),
      'over 16777216',
    ],
  ];

  it.each(faults)('%s', async (_, answer, reason) => {
    const { ask } = await start(answer);
    const [code, said] = silenceOf(await ask()) ?? [];
    expect(code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(said).toContain(reason);
    expect(said).not.toMatch(/10\.0|127\.0|name/);
  });

  it('nobody at the address', async () => {
    const { ask, server: gone } = await start(() => undefined);
    await gone.close();
    server = undefined;
    expect(silenceOf(await ask())).toEqual(['SUBGRAPH_UNAVAILABLE', 'ECONNREFUSED']);
  });

  it('a body that grows too large, and hangs up', async () => {
    const { ask, server: pouring } = await start(
      (response) => {
        response.writeHead(200, json);
        const timer = setInterval(() => response.write(' '.repeat(1000)), 1);
        response.on('close', () => clearInterval(timer));
      },
      { maxBytes: 5000 },
    );
    expect(silenceOf(await ask())).toEqual(['SUBGRAPH_UNAVAILABLE', 'a body over 5000 bytes']);
    await pouring.allGone();
  });

  it('a source that is closed', async () => {
    const { ask, source } = await start((response) => sendJson(response, good));
    await source.close();
    expect(silenceOf(await ask())?.[0]).toBe('SUBGRAPH_UNAVAILABLE');
  });

  it('headers that cannot be made', async () => {
    const { ask } = await start((response) => sendJson(response, good), {
      headersFor: () => Promise.reject(new Error('the key is s3cret')),
    });
    expect(silenceOf(await ask())).toEqual(['SUBGRAPH_UNAVAILABLE', 'Error']);
  });
});

describe('an HTTP source takes for too late, and hangs up on', () => {
  const late: readonly (readonly [string, Answering])[] = [
    ['a subgraph that says nothing', () => undefined],
    ['a subgraph that stops after the head', (response) => response.writeHead(200, json).flushHeaders()],
    [
      'a subgraph that drips a byte at a time',
      (response) => {
        response.writeHead(200, json);
        const timer = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ];

  it.each(late)('%s', async (_, answer) => {
    const { ask, server: slow } = await start(answer, { deadlineMs: 80 });
    const before = performance.now();
    expect(silenceOf(await ask())).toEqual(['SUBGRAPH_TIMEOUT', 'the deadline passed']);
    expect(performance.now() - before).toBeLessThan(1000);
    await slow.allGone();
  });

  it('a maker of headers that never ends', async () => {
    const headersFor = () => new Promise<Record<string, string>>(() => undefined);
    const { ask, server: unasked } = await start((response) => sendJson(response, good), {
      headersFor,
      deadlineMs: 50,
    });
    expect(silenceOf(await ask())?.[0]).toBe('SUBGRAPH_TIMEOUT');
    expect(unasked.requests).toHaveLength(0);
  });
});

describe('an HTTP source', () => {
  it('gives up when the client goes away', async () => {
    const client = new AbortController();
    const { ask, server: hung } = await start(() => client.abort());
    expect(silenceOf(await ask({ signal: client.signal }))).toEqual([
      'SUBGRAPH_UNAVAILABLE',
      'the client went away',
    ]);
    await hung.allGone();
  });

  it('asks nothing for a client that is gone already', async () => {
    const { ask, server: unasked } = await start((response) => sendJson(response, good));
    expect(silenceOf(await ask({ signal: AbortSignal.abort() }))?.[1]).toBe('the client went away');
    expect(unasked.requests).toHaveLength(0);
  });

  it('leaves no listener on the signal of a client that stays', async () => {
    const client = new AbortController();
    const { ask } = await start((response) => sendJson(response, good));
    const events: string[] = [];
    const { signal } = client;
    const remove = signal.removeEventListener.bind(signal);
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      events.push(given[0]);
      remove(...given);
    };
    expect((await ask({ signal })).kind).toBe('answered');
    expect(events).toContain('abort');
  });

  it('signs the very bytes it sends, and keeps its own type', async () => {
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const { ask, server: signed } = await start((response) => sendJson(response, good), {
      headersFor: (bytes) => ({ 'x-digest': digest(bytes), 'content-type': 'text/plain' }),
    });
    expect((await ask()).kind).toBe('answered');
    const [request] = signed.requests;
    expect(request?.headers['x-digest']).toBe(digest(request?.body ?? Buffer.alloc(0)));
    expect(request?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(String(request?.body))).toEqual({
      query: '{ person { name } }',
      variables: { 名: 'é' },
    });
  });

  it('takes a refusal in GraphQL for an answer', async () => {
    const refusal = '{"errors":[{"message":"no ticket","extensions":{"code":"UNAUTHENTICATED"}}]}';
    const { ask } = await start(head(401, graphql, refusal));
    expect(await ask()).toMatchObject({
      kind: 'answered',
      answer: {
        data: null,
        errors: [{ message: 'no ticket', path: undefined, code: 'UNAUTHENTICATED' }],
        extensions: null,
      },
    });
  });

  it('reads an answer in UTF-8', async () => {
    const { ask } = await start(head(200, graphql, good));
    expect(await ask()).toMatchObject({
      kind: 'answered',
      answer: { data: { person: { name: '王' } }, errors: [], extensions: null },
    });
  });
});
