import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type CallOptions, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Delegation {
  readonly id: string;
  readonly isInForce: boolean;
  readonly areaCode: string | null;
}
interface Payload {
  readonly delegation: Delegation | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}
interface Seen {
  readonly name: string | null;
  readonly sex: string | null;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, ouyangShuqin } = cast;
const visit: CallOptions = { purpose: 'SERVICE_VISIT' };
const grant = `mutation ($input: GrantDelegationInput!) { grantDelegation(input: $input) {
  delegation { id isInForce areaCode } userErrors { code path } } }`;
const end = `mutation ($input: EndDelegationInput!) { endDelegation(input: $input) {
  delegation { id isInForce } userErrors { code path } } }`;
const look = 'query ($id: ID!) { person(id: $id) { name sex } }';

const head: TestCaller & { readonly sub: string } = {
  role: 'TOWNSHIP_CENTRE',
  sub: 'head',
  area: '350802001',
  purposes: ['SERVICE_VISIT', 'AID_ASSESSMENT'],
};
/** A colleague of elsewhere, who sees nobody here himself. */
const colleague: TestCaller & { readonly sub: string } = {
  role: 'GRID_WORKER',
  sub: 'colleague',
  area: '350881',
  purposes: ['SERVICE_VISIT'],
};
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
let count = 0;
const inputOf = (changed: object = {}) => {
  count += 1;
  return {
    idempotencyKey: `delegation-key-${count}`,
    delegate: 'colleague',
    purposes: ['SERVICE_VISIT'],
    validFrom: inDays(0),
    validTo: inDays(7),
    ...changed,
  };
};
const grantAs = async (caller: TestCaller, input: object = inputOf(), options = visit): Promise<Payload> =>
  (await as(hub, caller, options).request<{ grantDelegation: Payload }>(grant, { input })).grantDelegation;
const endAs = async (caller: TestCaller, id: string, options = visit): Promise<Payload> =>
  (await as(hub, caller, options).request<{ endDelegation: Payload }>(end, { input: { id } })).endDelegation;
const idOf = ({ delegation, userErrors }: Payload): string => {
  expect(userErrors).toEqual([]);
  return delegation?.id ?? '';
};
const lookAs = async (
  caller: TestCaller,
  delegation: string | undefined,
  changed: CallOptions = {},
): Promise<Seen | null> =>
  (
    await as(hub, caller, { ...visit, delegation, ...changed }).request<{ person: Seen | null }>(look, {
      id: linMeihua.id,
    })
  ).person;

describe('a delegation is not granted', () => {
  it.each([
    ['to oneself', { delegate: 'head' }, 'TO_ONESELF', 'delegate'],
    ['for a purpose beside one’s own', { purposes: ['CRISIS_RESPONSE'] }, 'WIDER_THAN_OWN', 'purposes'],
    ['for a wider area', { area: '350802' }, 'WIDER_THAN_OWN', 'area'],
    ['for another area', { area: '350881001' }, 'WIDER_THAN_OWN', 'area'],
    ['for 31 days', { validTo: inDays(31) }, 'TOO_LONG', 'validTo'],
    ['from yesterday on', { validFrom: inDays(-1), validTo: inDays(1) }, 'IN_THE_PAST', 'validFrom'],
  ])('%s', async (_what, changed, code, field) => {
    expect(await grantAs(head, inputOf(changed))).toEqual({
      delegation: null,
      userErrors: [{ code, path: ['input', field] }],
    });
  });

  it('by citizens, portals and departments’ software', async () => {
    for (const [caller, options] of [
      [{ role: 'CITIZEN', person: linMeihua.id }, { purpose: 'SELF_ACCESS' }],
      [{ role: 'PORTAL', person: linMeihua.id }, { purpose: 'SELF_ACCESS' }],
      [{ role: 'DEPARTMENT_SYSTEM', department: 'D10' }, { purpose: 'DATA_EXCHANGE' }],
    ] as const) {
      await expect(grantAs(caller, inputOf(), options)).rejects.toThrow('FORBIDDEN');
    }
  });

  it('twice under one key; other content under the key is refused', async () => {
    const input = inputOf();
    const [one, two] = await Promise.all([grantAs(head, input), grantAs(head, input)]);
    expect(idOf(two)).toBe(idOf(one));
    expect(await grantAs(head, { ...input, delegate: 'other' })).toMatchObject({
      userErrors: [{ code: 'KEY_ALREADY_USED' }],
    });
  });
});

describe('a delegation does not help', () => {
  it('somebody else, a citizen, beside its purposes, or by an id that is none', async () => {
    const id = idOf(await grantAs(head));
    for (const [caller, delegation, options] of [
      [{ ...colleague, sub: 'stranger' }, id, {}],
      [head, id, {}],
      [{ role: 'CITIZEN', sub: 'colleague', person: ouyangShuqin.id, purposes: ['SERVICE_VISIT'] }, id, {}],
      [colleague, id, { purpose: 'AID_ASSESSMENT' }],
      [colleague, 'delegation-none', {}],
      [colleague, id, { breakGlass: 'glass-none' }],
    ] as const) {
      await expect(lookAs(caller, delegation, options)).rejects.toThrow('FORBIDDEN');
    }
    await expect(lookAs(colleague, 'no id!')).rejects.toThrow('BAD_USER_INPUT');
  });

  it('before it begins, after it ends, or once it is ended', async () => {
    const later = idOf(await grantAs(head, inputOf({ validFrom: inDays(1) })));
    await expect(lookAs(colleague, later)).rejects.toThrow('FORBIDDEN');
    const over = idOf(await grantAs(head));
    await askDatabase(
      hub.config,
      "update governance.delegation set valid_from = now() - interval '2 days', valid_to = now() - interval '1 second' where id = $1",
      [over],
    );
    await expect(lookAs(colleague, over)).rejects.toThrow('FORBIDDEN');
    const ended = idOf(await grantAs(head));
    expect((await lookAs(colleague, ended))?.name).toBe(linMeihua.name);
    expect(await endAs(colleague, ended)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await lookAs(colleague, ended))?.name).toBe(linMeihua.name);
    expect(await endAs(head, ended)).toMatchObject({ delegation: { isInForce: false }, userErrors: [] });
    await expect(lookAs(colleague, ended)).rejects.toThrow('FORBIDDEN');
    expect(await endAs(head, ended)).toMatchObject({ delegation: { isInForce: false }, userErrors: [] });
  });

  it('to delegate further, or to break glass', async () => {
    const id = idOf(await grantAs(head));
    expect(
      await grantAs(colleague, inputOf({ delegate: 'third' }), { ...visit, delegation: id }),
    ).toMatchObject({
      delegation: null,
      userErrors: [{ code: 'UNDER_DELEGATION' }],
    });
    const crisis: TestCaller = { ...head, sub: 'crisis-head', purposes: ['CRISIS_RESPONSE'] };
    const forCrisis = idOf(
      await grantAs(crisis, inputOf({ purposes: ['CRISIS_RESPONSE'] }), { purpose: 'CRISIS_RESPONSE' }),
    );
    const { openBreakGlass } = await as(
      hub,
      { ...colleague, authMethods: ['otp'] },
      { purpose: 'CRISIS_RESPONSE', delegation: forCrisis },
    ).request<{ openBreakGlass: Payload }>(
      `mutation ($input: OpenBreakGlassInput!) { openBreakGlass(input: $input) { breakGlass { id } userErrors { code path } } }`,
      {
        input: {
          idempotencyKey: 'under-delegation',
          person: linMeihua.id,
          classes: ['CONTACT'],
          minutes: 5,
          reasonCode: 'DISASTER',
          reason: '示例',
        },
      },
    );
    expect(openBreakGlass.userErrors).toMatchObject([{ code: 'UNDER_DELEGATION' }]);
  });
});

describe('a delegation that is in force', () => {
  it('lends role and area, and without its header nothing', async () => {
    const id = idOf(await grantAs(head));
    expect(await lookAs(colleague, undefined)).toBeNull();
    expect(await lookAs(colleague, id)).toMatchObject({ name: linMeihua.name, sex: 'FEMALE' });
  });

  it('gives no more than its area and its classes', async () => {
    const elsewhere = idOf(await grantAs(head, inputOf({ area: '350802001002' })));
    expect(await lookAs(colleague, elsewhere)).toBeNull();
    const names = idOf(await grantAs(head, inputOf({ classes: ['IDENTITY'] })));
    expect(await lookAs(colleague, names)).toEqual({ name: linMeihua.name, sex: null });
    const { accessPlan } = await as(hub, colleague, { ...visit, delegation: names }).request<{
      accessPlan: { withheld: readonly { coordinate: string }[] };
    }>(
      'query ($operation: String!) { accessPlan(operation: $operation, purpose: SERVICE_VISIT) { withheld { coordinate } } }',
      { operation: look },
    );
    expect(accessPlan.withheld).toEqual([{ coordinate: 'Person.sex' }]);
  });

  it('is known to both, and to nobody else', async () => {
    const id = idOf(await grantAs(head, inputOf({ delegate: 'confidant' })));
    const mine = async (caller: TestCaller): Promise<readonly string[]> =>
      (
        await as(hub, caller, visit).request<{ myDelegations: { nodes: readonly { id: string }[] } }>(
          '{ myDelegations(first: 100) { nodes { id } } }',
        )
      ).myDelegations.nodes.map((node) => node.id);
    expect(await mine(head)).toContain(id);
    expect(await mine({ ...colleague, sub: 'confidant' })).toEqual([id]);
    expect(await mine({ ...colleague, sub: 'stranger' })).toEqual([]);
  });

  it('is in the ledger with its grant and its end', async () => {
    const id = idOf(await grantAs(head));
    await endAs(head, id);
    await endAs(head, id);
    const rows = await askDatabase<{ event: string; actor: string }>(
      hub.config,
      `select convert_from(body, 'UTF8')::jsonb ->> 'event' as event, actor from governance.ledger_record
       where kind = 'EVENT' and convert_from(body, 'UTF8')::jsonb ->> 'subject' = $1 order by at, seq`,
      [id],
    );
    expect(rows).toEqual([
      { event: 'DELEGATION_GRANTED', actor: 'head' },
      { event: 'DELEGATION_ENDED', actor: 'head' },
    ]);
  });
});
