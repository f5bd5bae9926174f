import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';

interface MyData {
  readonly me: {
    readonly id: string;
    readonly name: string;
    readonly integrity: { readonly records: { readonly nodes: readonly { readonly id: string }[] } } | null;
    readonly volunteer: { readonly number: string } | null;
  } | null;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, wuAnran } = cast;
const myData = operationOf('my-data', 'MyData');
const ask = async (caller: TestCaller, purpose: 'SELF_ACCESS' | 'SERVICE_VISIT' = 'SELF_ACCESS') =>
  (await as(hub, caller, { purpose }).request<MyData>(myData)).me;

describe('me', () => {
  it.each([
    ['staff who are nobody of the register', { role: 'CITY_CENTRE' }, 'SERVICE_VISIT'],
    ['a citizen whom the register does not have', { role: 'CITIZEN', person: 'nobody' }, 'SELF_ACCESS'],
    [
      'staff who live outside their own area',
      { role: 'GRID_WORKER', area: '350881001001001', person: linMeihua.id },
      'SERVICE_VISIT',
    ],
  ] as const)('is null for %s', async (_who, caller, purpose) => {
    expect(await ask(caller, purpose)).toBeNull();
  });

  it('is what the city holds on the citizen himself', async () => {
    const me = await ask({ role: 'CITIZEN', person: linMeihua.id });
    expect(me).toMatchObject({
      id: linMeihua.id,
      name: linMeihua.name,
      volunteer: { number: expect.any(String) },
    });
    expect(me?.integrity?.records.nodes).toHaveLength(5);
  });

  it('is for a portal the one citizen it acts for', async () => {
    expect(await ask({ role: 'PORTAL', person: wuAnran.id })).toMatchObject({
      id: wuAnran.id,
      volunteer: null,
    });
  });
});
