import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { startApartHub, type ApartHub } from '../support/apart.ts';
import { headersOf, type TestCaller } from '../support/callers.ts';
import { ticketFor } from '../support/tickets.ts';

let hub: ApartHub;
beforeAll(async () => {
  hub = await startApartHub(5_000, { gateway: createPolicy(), subgraphs: createPolicy() });
});
afterAll(() => hub.stop());

const { linMeihua } = cast;
const json = { 'content-type': 'application/json' };
const question = `{ person(id: "${linMeihua.id}") { name idNumber } }`;

const send = async (subgraph: string, body: string | Buffer, headers: Readonly<Record<string, string>>) => {
  const response = await fetch(hub.addressOf(subgraph), {
    method: 'POST',
    headers: { ...json, ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
};
const bodyOf = (query: string, variables: object = {}): Buffer =>
  Buffer.from(JSON.stringify({ query, variables }));

describe('the own door of a subgraph', () => {
  const key = () => hub.ticketKeyOf('persons');
  const body = bodyOf(question);
  const spaced = Buffer.from(body.toString().replace(':', ': '));

  it('answers the holder of a ticket', async () => {
    const { status, text } = await send('persons', body, ticketFor('persons', key(), body));
    expect([status, text.includes(linMeihua.name)]).toEqual([200, true]);
  });

  it.each<readonly [string, () => Readonly<Record<string, string>>, Buffer]>([
    ['no ticket', () => ({}), body],
    ['a ticket of another key', () => ticketFor('persons', Buffer.alloc(32, 'mine'), body), body],
    ['a ticket for another subgraph', () => ticketFor('psych', key(), body), body],
    ['a ticket for another body', () => ticketFor('persons', key(), bodyOf('{ __typename }')), body],
    ['a ticket for the same body with a space more', () => ticketFor('persons', key(), body), spaced],
    ['a ticket that ended', () => ticketFor('persons', key(), body, {}, Date.now() - 60_000), body],
    ['a ticket of tomorrow', () => ticketFor('persons', key(), body, {}, Date.now() + 86_400_000), body],
    ['a client’s own token', () => ({ authorization: 'Bearer x.y.z' }), body],
    ['_service without a ticket', () => ({}), bodyOf('{ _service { sdl } }')],
    ['introspection without a ticket', () => ({}), bodyOf('{ __schema { types { name } } }')],
    [
      '_entities without a ticket',
      () => ({}),
      bodyOf('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
        r: [{ __typename: 'Person', id: linMeihua.id }],
      }),
    ],
    ['a body that is no JSON', () => ({}), Buffer.from('{"query":')],
    ['an empty body', () => ({}), Buffer.alloc(0)],
  ])('gives %s one answer, and nothing else', async (_what, headers, sent) => {
    const { status, text } = await send('persons', sent, headers());
    const plain = await send('persons', body, {});
    expect(status).toBe(401);
    expect(text).toBe(plain.text);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('takes a ticket once, also when it comes five times at the same moment', async () => {
    const ticket = ticketFor('persons', key(), body);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send('persons', body, ticket)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });
});

describe('representations sent straight to a subgraph, with a ticket', () => {
  const fields =
    '... on Person { integrity { standing { positiveCount negativeCount } records(first: 5) { nodes { id } } } }';
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`;
  const scope = { scopeArea: linMeihua.gridCode, isMinor: false, isInHouseholdOfCaller: false };

  const entities = async (representation: object) => {
    const body = bodyOf(query, { r: [{ __typename: 'Person', ...representation }] });
    const caller = { sub: 'x', role: 'COUNTY_CENTRE', area: '350802', purposes: ['SERVICE_VISIT'] } as const;
    const ticket = ticketFor('integrity', hub.ticketKeyOf('integrity'), body, {
      caller,
      purpose: 'SERVICE_VISIT',
    });
    return send('integrity', body, ticket);
  };

  it('are answered for an honest one', async () => {
    expect((await entities({ id: linMeihua.id, ...scope })).text).toContain('positiveCount');
  });

  it.each([
    ['without scope', { id: linMeihua.id }],
    ['without an area', { ...scope, id: linMeihua.id, scopeArea: undefined }],
    ['with an area that is a number', { ...scope, id: linMeihua.id, scopeArea: 350802 }],
    ['with an area that is a list', { ...scope, id: linMeihua.id, scopeArea: ['350802'] }],
    ['with an area elsewhere', { ...scope, id: linMeihua.id, scopeArea: '350881001001001' }],
    ['with an age that is a text', { ...scope, id: linMeihua.id, isMinor: 'false' }],
    ['with a household that is a text', { ...scope, id: linMeihua.id, isInHouseholdOfCaller: 'no' }],
    ['with a quote as its id', { ...scope, id: "'" }],
    ['with SQL as its id', { ...scope, id: "' or true --" }],
    ['with a brace as its id', { ...scope, id: '{' }],
    ['with a comma in its id', { ...scope, id: `a,${linMeihua.id}` }],
    ['with NUL in its id', { ...scope, id: `${linMeihua.id}\u0000` }],
    ['with 10,000 characters as its id', { ...scope, id: 'a'.repeat(10_000) }],
    ['with a list as its id', { ...scope, id: [linMeihua.id] }],
    ['with a number as its id', { ...scope, id: 7 }],
    ['with an object as its id', { ...scope, id: { toString: linMeihua.id } }],
    ['with no id', scope],
  ])('give nothing %s, and tell nothing of what is inside', async (_what, representation) => {
    const { text } = await entities(representation);
    expect(text).not.toContain(linMeihua.id);
    expect(text).not.toMatch(/select |from |syntax|relation |stack|node_modules|\.ts/i);
    const { data, errors } = JSON.parse(text) as {
      data?: { _entities: unknown[] } | null;
      errors?: unknown[];
    };
    expect(errors ?? data?._entities).toEqual(errors ? [expect.anything()] : [null]);
  });
});

describe('headers from outside', () => {
  const worker: TestCaller = { role: 'GRID_WORKER', area: linMeihua.gridCode ?? '', sub: 'worker-1' };
  const ask = async (headers: Readonly<Record<string, string>>) => {
    const body = JSON.stringify({ query: question });
    const response = await fetch(hub.url, { method: 'POST', headers, body });
    return (await response.json()) as { data?: { person: Readonly<Record<string, unknown>> } };
  };

  it.each([
    'x-hub-ticket',
    'x-hub-role',
    'x-user-role',
    'x-forwarded-user',
    'x-forwarded-for',
    'x-area',
    'role',
  ])('%s changes nothing', async (name) => {
    const headers = await headersOf(hub.config, worker, { purpose: 'SERVICE_VISIT' });
    const plain = await ask(headers);
    expect(plain.data?.person).toEqual({ name: linMeihua.name, idNumber: null });
    expect(await ask({ ...headers, [name]: 'CITY_CENTRE' })).toEqual(plain);
  });

  it('never reach a department: neither the client’s token nor what he says of himself', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers);
      response.setHeader('content-type', 'application/json').end('{"data":{"person":null}}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    hub.redirect('persons', `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    const headers = await headersOf(hub.config, worker, { purpose: 'SERVICE_VISIT' });
    await ask({ ...headers, 'x-hub-ticket': 'forged', 'x-user-role': 'CITY_CENTRE', cookie: 'a=b' });
    hub.redirect('persons', null);
    await new Promise((closed) => server.close(closed));
    expect(seen).toHaveLength(1);
    const [{ 'x-hub-ticket': ticket, ...others } = {}] = seen;
    expect(ticket).not.toBe('forged');
    expect(Object.keys(others).sort()).toEqual([
      'accept',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  it.each([
    ['x-purpose twice', { 'x-purpose': 'SERVICE_VISIT, CRISIS_RESPONSE' }],
    ['x-case with a line break in it', { 'x-case': 'a%0Ab' }],
    ['a purpose that is none', { 'x-purpose': 'SERVICE_VISIT%00' }],
  ])('with %s are refused', async (_what, changes) => {
    const headers = await headersOf(hub.config, worker, { purpose: 'SERVICE_VISIT' });
    expect(await ask({ ...headers, ...changes })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});
