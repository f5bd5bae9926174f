import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';
import { listenToStatements } from '../support/statements.ts';

interface Plan {
  readonly subgraphs: readonly string[];
  readonly allowed: readonly { readonly coordinate: string }[];
  readonly masked: readonly { readonly coordinate: string; readonly kind: string }[];
  readonly withheld: readonly {
    readonly coordinate: string;
    readonly dataClass: string;
    readonly reason: string;
  }[];
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const area = cast.linMeihua.gridCode ?? '';
const gridWorker: TestCaller = { role: 'GRID_WORKER', area, purposes: ['SERVICE_VISIT', 'AID_ASSESSMENT'] };

async function planOf(operation: string, purpose = 'SERVICE_VISIT', caller = gridWorker): Promise<Plan> {
  const client = as(hub, caller, { purpose: 'SERVICE_VISIT' });
  const { accessPlan } = await client.request<{ accessPlan: Plan }>(operationOf('access-plan'), {
    operation,
    purpose,
  });
  return accessPlan;
}

describe('accessPlan', () => {
  it.each([
    ['what does not parse', '{ person('],
    ['what is not valid', '{ person(id: "a") { shoeSize } }'],
    ['two operations', 'query A { departments { code } } query B { departments { code } }'],
    ['no operation', 'fragment F on Person { id }'],
  ])('refuses %s, without suggesting anything', async (_what, operation) => {
    const refusal = await planOf(operation).catch((error: unknown) => JSON.stringify(error));
    expect(refusal).toContain('BAD_USER_INPUT');
    expect(refusal).not.toContain('Did you mean');
  });

  it('refuses a purpose that the token does not have', async () => {
    await expect(planOf('{ departments { code } }', 'CRISIS_RESPONSE')).rejects.toThrow('FORBIDDEN');
  });

  it('says of a portrait what would be given, masked and withheld, and who would be asked', async () => {
    const plan = await planOf(operationOf('portrait'));
    expect(plan.subgraphs).toEqual(['grids', 'integrity', 'persons', 'psych', 'volunteers']);
    const names = plan.allowed.map(({ coordinate }) => coordinate);
    expect(names).toEqual(
      expect.arrayContaining(['Person.name', 'Person.careNeeds', 'Grid.workers', 'Volunteer.star']),
    );
    expect(plan.masked).toEqual(
      expect.arrayContaining([
        { coordinate: 'Person.mobile', kind: 'PHONE' },
        { coordinate: 'Person.registeredAddress', kind: 'ADDRESS' },
      ]),
    );
    expect(plan.withheld).toContainEqual({
      coordinate: 'Person.idNumber',
      dataClass: 'IDENTIFIER',
      reason: 'ROLE',
      rule: expect.stringMatching(/^IDF-/),
    });
    expect(names).not.toContain('Person.idNumber');
  });

  it('follows the purpose it is asked about', async () => {
    const withheld = async (purpose: string) =>
      (await planOf('{ person(id: "a") { birthDate } }', purpose)).withheld;
    expect(await withheld('SERVICE_VISIT')).toMatchObject([{ reason: 'ROLE' }]);
    expect(await withheld('AID_ASSESSMENT')).toMatchObject([{ rule: 'BIR-03' }]);
  });

  it('does not ask those of whom nothing is left', async () => {
    const plan = await planOf(
      '{ person(id: "a") { id psych { appointments(first: 1) { nodes { id } } } } }',
      'AID_ASSESSMENT',
    );
    expect(plan.subgraphs).toEqual(['persons', 'psych']);
    const none = await planOf('{ person(id: "a") { idNumber } departments { name } }');
    expect(none.subgraphs).toEqual(['integrity', 'persons']);
  });

  it('touches no data', async () => {
    const { reads, envelopes, others } = await listenToStatements(() => planOf(operationOf('grid-roster')));
    expect([reads, envelopes, others]).toEqual([[], [], []]);
  });

  it('says the same as the answer does', async () => {
    const client = as(hub, gridWorker, { purpose: 'SERVICE_VISIT' });
    const { extensions } = await client.rawRequest(operationOf('portrait'), { id: cast.linMeihua.id });
    const { access } = extensions as { access: { withheld: { coordinate: string }[] } };
    const told = new Set(access.withheld.map(({ coordinate }) => coordinate));
    const planned = new Set(
      (await planOf(operationOf('portrait'))).withheld.map(({ coordinate }) => coordinate),
    );
    expect(planned).toEqual(told);
  });
});
