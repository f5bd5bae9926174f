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

  it('at the door of another department’s deliveries', async () => {
    const caller: TestCaller = { role: 'DEPARTMENT_SYSTEM', department: 'D34', area: '350800' };
    const headers = await headersOf(hub.config, caller, { purpose: 'DATA_EXCHANGE' });
    const records = await recordsOf(hub.config, async () => {
      const response = await fetch(new URL('/import/D33/PEN', hub.url), {
        method: 'POST',
        body: '{}',
        headers: { ...headers, 'content-type': 'application/x-ndjson' },
      });
      expect(response.status).toBe(403);
    });
    expect(records).toEqual([expect.objectContaining({ kind: 'DENY', code: 'FORBIDDEN' })]);
  });
});

it('a question about the schema is about nobody, and not in the ledger', async () => {
  expect(await recordsOf(hub.config, () => ask('{ __schema { types { name } } }'))).toEqual([]);
});
