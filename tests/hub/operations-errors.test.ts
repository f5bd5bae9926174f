import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startOperationsServer, type OperationsServer } from '../support/operations-server.ts';

let hub: OperationsServer;
beforeAll(async () => {
  hub = await startOperationsServer();
});
afterAll(() => hub.stop());

const json = { 'content-type': 'application/json' };
const failed = (id: string) => `The hub failed. The failure is logged under id ${id}.`;

describe('a fault of the hub', () => {
  it('in a field is told by its place and an id, and the log gets the error', async () => {
    const answer = await hub.ask('{ boom }');
    expect([answer.status, answer.data]).toEqual([200, { boom: null }]);
    expect(answer.errors).toEqual([
      {
        message: failed('f1'),
        locations: [{ line: 1, column: 3 }],
        path: ['boom'],
        extensions: { code: 'INTERNAL' },
      },
    ]);
    expect(answer.text).not.toMatch(/select|10\.0\.0\.7|stack/);
    expect(hub.failures.splice(0)).toEqual([
      { failureId: 'f1', error: new Error('select * from secret at 10.0.0.7') },
    ]);
  });

  it('before GraphQL is told by the id of the request', async () => {
    const answer = await hub.send({ method: 'GET', url: '/broken' });
    const [{ failureId, error } = { failureId: '', error: null }] = hub.failures.splice(0);
    expect([answer.status, answer.errors]).toEqual([
      500,
      [{ message: failed(failureId), extensions: { code: 'INTERNAL' } }],
    ]);
    expect([error, answer.text.includes('secret')]).toEqual([new Error('secret'), false]);
  });
});

describe('a request that is none of GraphQL', () => {
  const csrf = /^This operation has been blocked as a potential Cross-Site Request Forgery/;
  it.each([
    [
      'is no JSON',
      400,
      { method: 'POST', payload: '{"query": "secret', headers: json },
      /^Expected a JSON body, found one that cannot be read\.$/,
    ],
    [
      'is empty',
      400,
      { method: 'POST', payload: '', headers: json },
      /^Expected a JSON body, found one that cannot be read\.$/,
    ],
    [
      'poisons a prototype',
      400,
      { method: 'POST', payload: '{"__proto__": {"query": "{ boom }"}}', headers: json },
      /^Expected a JSON body/,
    ],
    [
      'is of another type',
      415,
      { method: 'POST', payload: '<a/>', headers: { 'content-type': 'text/xml' } },
      /^Expected a body of type application\/json/,
    ],
    [
      'any web page could send',
      400,
      { method: 'POST', payload: '{"query":"{ boom }"}', headers: { 'content-type': 'text/plain' } },
      csrf,
    ],
    ['any link could send', 400, { method: 'GET', url: '/graphql?query={boom}' }, csrf],
    [
      'has no query',
      400,
      { method: 'POST', payload: { variables: {} } },
      /^GraphQL operations must contain a non-empty `query`/,
    ],
    [
      'has a query that is no text',
      400,
      { method: 'POST', payload: { query: { kind: 'Document' } } },
      /^GraphQL queries must be strings/,
    ],
    [
      'has variables as text',
      400,
      { method: 'POST', payload: { query: '{ boom }', variables: '{}' } },
      /^`variables` in a POST body should be/,
    ],
    [
      'is a batch',
      400,
      { method: 'POST', payload: [{ query: '{ boom }' }] },
      /^Operation batching disabled\.$/,
    ],
    [
      'is a persisted query',
      400,
      { method: 'POST', payload: { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } } },
      /^Expected the whole document as `query`, found a persisted query\.$/,
    ],
    [
      'mutates by GET',
      405,
      {
        method: 'GET',
        url: '/graphql?query=mutation{rename(id:"p1"){id}}',
        headers: { 'apollo-require-preflight': 'y' },
      },
      /^GET requests only support query operations/,
    ],
    [
      'has another method',
      405,
      { method: 'PUT', payload: { query: '{ boom }' } },
      /^Apollo Server supports only GET\/POST requests\.$/,
    ],
    [
      'is for another path',
      404,
      { method: 'GET', url: '/secret' },
      /^Expected a path of the hub, found another\.$/,
    ],
  ] as const)('is refused in its shape: %s', async (_name, status, request, message) => {
    const answer = await hub.send({ url: '/graphql', ...request });
    expect([answer.status, answer.codes]).toEqual([status, ['BAD_USER_INPUT']]);
    expect(answer.messages).toEqual([expect.stringMatching(message)]);
    expect(answer.text).not.toMatch(/secret|stack|FST_/);
    expect(answer.errors.map((error) => Object.keys(error))).toEqual([['message', 'extensions']]);
    expect([hub.resolved, hub.failures]).toEqual([[], []]);
  });
});

describe('health', () => {
  const get = async (url: string) => {
    const { statusCode, body } = await hub.server.inject({ method: 'GET', url });
    return [statusCode, JSON.parse(body)];
  };

  it('is alive and not ready until every check holds, and again not when one ceases to', async () => {
    expect(await get('/health/live')).toEqual([200, { live: true }]);
    expect(await get('/health/ready')).toEqual([
      503,
      { ready: false, checks: { data: false, portrait: false } },
    ]);
    hub.readiness.set('data', true);
    expect(await get('/health/ready')).toEqual([
      503,
      { ready: false, checks: { data: true, portrait: false } },
    ]);
    hub.readiness.set('portrait', true);
    expect(await get('/health/ready')).toEqual([
      200,
      { ready: true, checks: { data: true, portrait: true } },
    ]);
    hub.readiness.set('data', false);
    expect(await get('/health/ready')).toEqual([
      503,
      { ready: false, checks: { data: false, portrait: true } },
    ]);
  });
});
