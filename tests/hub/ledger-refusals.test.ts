import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { headersOf, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { recordsOf } from '../support/ledger.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const worker: TestCaller = { role: 'GRID_WORKER', sub: 'worker', area: '350802001001001' };
const name = `{ person(id: "${cast.linMeihua.id}") { name } }`;

async function ask(query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(hub.url, {
    method: 'POST',
    body: JSON.stringify({ query }),
    headers: { ...(await headersOf(hub.config, worker, { purpose: 'SERVICE_VISIT' })), ...headers },
  });
}

describe('a call that is refused before it is decided is a refusal in the ledger, under the id of its answer', () => {
  it.each([
    ['of a form that no id has', name.replace('cast', 'bad id'), {}, 'BAD_USER_INPUT'],
    ['of a field that there is not', name.replace('name', 'secrets'), {}, 'BAD_USER_INPUT'],
    ['under the name of a key', name.replace('name', 'id isInHouseholdOfCaller: name'), {}, 'BAD_USER_INPUT'],
    ['too large', `{ ${`a: __typename `.repeat(3_000)} }`, {}, 'LIMIT_EXCEEDED'],
    ['with a case that is none', name, { 'x-case': 'a case' }, 'BAD_USER_INPUT'],
  ])('%s', async (_what, query, headers, code) => {
    let id: string | null = null;
    const records = await recordsOf(hub.config, async () => {
      const response = await ask(query, headers);
      id = response.headers.get('x-request-id');
      expect(response.status).toBeGreaterThanOrEqual(400);
    });
    expect(records).toEqual([expect.objectContaining({ kind: 'DENY', code, access: id })]);
    expect(records[0]).toMatchObject({ actor: { id: 'worker', role: 'GRID_WORKER' } });
  });

  const json = 'application/json';
  it.each([
    ['no JSON', '{"query":', json, 400, 'BAD_USER_INPUT'],
    ['empty', '', json, 400, 'BAD_USER_INPUT'],
    ['no operation', '{}', json, 400, 'BAD_USER_INPUT'],
    ['no GraphQL', '{"query":"{ person("}', json, 400, 'BAD_USER_INPUT'],
    ['of another type', 'query', 'text/csv', 415, 'BAD_USER_INPUT'],
    ['of more bytes than a call may have', ' '.repeat(1_100_000), json, 413, 'LIMIT_EXCEEDED'],
  ])('with a body that is %s', async (_what, body, type, status, code) => {
    let id: string | null = null;
    const records = await recordsOf(hub.config, async () => {
      const headers = await headersOf(hub.config, worker, { purpose: 'SERVICE_VISIT' });
      const response = await fetch(hub.url, {
        method: 'POST',
        body,
        headers: { ...headers, 'content-type': type },
      });
      expect(response.status).toBe(status);
      id = response.headers.get('x-request-id');
    });
    expect(records).toEqual([expect.objectContaining({ kind: 'DENY', code, access: id })]);
    expect(records[0]).toMatchObject({ actor: { id: 'worker' }, purpose: 'SERVICE_VISIT' });
  });

  it.each([
    ['another department’s', 'D33', 'application/x-ndjson', {}, 403, 'FORBIDDEN'],
    ['its own, without an id of the delivery', 'D34', 'application/x-ndjson', {}, 400, 'BAD_USER_INPUT'],
    [
      'its own, with no rows',
      'D34',
      json,
      { 'idempotency-key': 'a', 'x-data-as-of': '2026-11-01' },
      415,
      'BAD_USER_INPUT',
    ],
    ['its own, with a body of no kind', 'D34', 'text/csv', {}, 415, 'BAD_USER_INPUT'],
  ])('at a door of deliveries: %s', async (_which, department, type, more, status, code) => {
    const caller: TestCaller = { role: 'DEPARTMENT_SYSTEM', department: 'D34', area: '350800' };
    const headers = await headersOf(hub.config, caller, { purpose: 'DATA_EXCHANGE' });
    const records = await recordsOf(hub.config, async () => {
      const response = await fetch(new URL(`/import/${department}/PEN`, hub.url), {
        method: 'POST',
        body: '{}',
        headers: { ...headers, ...more, 'content-type': type },
      });
      expect(response.status).toBe(status);
    });
    expect(records).toEqual([expect.objectContaining({ kind: 'DENY', code })]);
  });

  it('in the call that a delivery goes on with, and not once more at its door', async () => {
    const caller: TestCaller = { role: 'DEPARTMENT_SYSTEM', department: 'D34', area: '350800' };
    const headers = {
      ...(await headersOf(hub.config, caller, { purpose: 'STATISTICS' })),
      'content-type': 'application/x-ndjson',
      'idempotency-key': 'one-delivery',
      'x-data-as-of': '2026-11-01T00:00:00Z',
    };
    const url = new URL('/import/D34/PEN', hub.url);
    const records = await recordsOf(hub.config, async () => {
      const response = await fetch(url, { method: 'POST', body: '{}', headers });
      expect([response.status, response.headers.has('x-request-id')]).toEqual([403, false]);
    });
    expect(records).toEqual([expect.objectContaining({ kind: 'DENY', code: 'FORBIDDEN' })]);
  });
});

it('a question about the schema is about nobody, and not in the ledger', async () => {
  expect(await recordsOf(hub.config, () => ask('{ __schema { types { name } } }'))).toEqual([]);
});
