import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Receipt {
  readonly id: string;
  readonly isInForce: boolean;
  readonly withdrawnAt: string | null;
}
interface Payload {
  readonly consent: Receipt | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, ouyangShuqin, chenXiaoyu, yangXiaofang, huangJianjun } = cast;
const citizen: TestCaller = { role: 'CITIZEN', person: linMeihua.id };
const area = linMeihua.gridCode ?? '';
const grant = `mutation ($input: GrantConsentInput!) { grantConsent(input: $input) {
  consent { id isInForce withdrawnAt classes purpose recipientRoles recipientDepartments { code name } } userErrors { code path } } }`;
const withdraw = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
  consent { id isInForce withdrawnAt } userErrors { code path } } }`;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
let keys = 0;
const inputOf = (changed: object = {}) => {
  keys += 1;
  return {
    idempotencyKey: `key-${keys}`,
    classes: ['CONTACT'],
    purpose: 'PSYCH_CARE',
    recipientRoles: ['COUNSELLOR'],
    validFrom: inDays(0),
    validTo: inDays(30),
    evidence: '纸质同意书 示例-1',
    ...changed,
  };
};

const grantAs = async (caller: TestCaller, input: object): Promise<Payload> =>
  (await as(hub, caller, { purpose: 'SELF_ACCESS' }).request<{ grantConsent: Payload }>(grant, { input }))
    .grantConsent;
const withdrawAs = async (caller: TestCaller, consentId: string): Promise<Payload> =>
  (
    await as(hub, caller, { purpose: 'SELF_ACCESS' }).request<{ withdrawConsent: Payload }>(withdraw, {
      input: { consentId },
    })
  ).withdrawConsent;
const mobileFor = async (caller: TestCaller, id: string, purpose: 'PSYCH_CARE' | 'VOLUNTEER_MANAGEMENT') => {
  const { data, extensions } = await as(hub, caller, { purpose }).rawRequest<{
    person: { mobile: string | null } | null;
  }>('($id: ID!) { person(id: $id) { mobile } }'.replace('(', 'query ('), { id });
  const { access } = extensions as { access: { withheld: { reason: string; rule: string }[] } };
  return { mobile: data.person?.mobile, withheld: access.withheld.map(({ reason }) => reason) };
};
const counsellor: TestCaller = { role: 'COUNSELLOR', area: '350802' };

describe('consent that is not given', () => {
  it('by staff, who can give it for nobody: nothing is done', async () => {
    const callers: readonly TestCaller[] = [
      { role: 'GRID_WORKER', area },
      { role: 'CITY_CENTRE' },
      { role: 'AUDITOR' },
    ];
    for (const caller of callers) {
      await expect(
        as(hub, caller, { purpose: 'AID_ASSESSMENT' }).request(grant, { input: inputOf() }),
      ).rejects.toThrow('FORBIDDEN');
    }
    const [row] = await askDatabase<{ count: string }>(
      hub.config,
      "select count(*) from governance.consent_receipt where idempotency_key like 'key-%'",
    );
    expect(Number(row?.count)).toBe(0);
  });

  it('by the software that acts for its person: it shows and withdraws his consents, and gives none', async () => {
    const portal: TestCaller = { role: 'PORTAL', person: yangXiaofang.id };
    const itself: TestCaller = { role: 'CITIZEN', person: yangXiaofang.id };
    await expect(grantAs(portal, inputOf())).rejects.toThrow('FORBIDDEN');
    const { consent } = await grantAs(itself, inputOf());
    expect((await mobileFor(counsellor, yangXiaofang.id, 'PSYCH_CARE')).mobile).toMatch(/^\d{11}$/);
    const { myConsents } = await as(hub, portal, { purpose: 'SELF_ACCESS' }).request<{
      myConsents: { nodes: readonly Receipt[] };
    }>('{ myConsents(first: 1) { nodes { id isInForce withdrawnAt } } }');
    expect(myConsents.nodes).toMatchObject([{ id: consent?.id, isInForce: true }]);
    expect(await withdrawAs(portal, consent?.id ?? '')).toMatchObject({ consent: { isInForce: false } });
    expect((await mobileFor(counsellor, yangXiaofang.id, 'PSYCH_CARE')).mobile).toBeNull();
  });

  it.each([
    ['for no class', { classes: [] }, 'REQUIRED', 'classes'],
    [
      'for a class that consent does not open',
      { classes: ['CONTACT', 'IDENTIFIER'] },
      'NOT_BY_CONSENT',
      'classes',
    ],
    ['for nobody', { recipientRoles: [] }, 'REQUIRED', 'recipientRoles'],
    ['from yesterday on', { validFrom: inDays(-1) }, 'IN_THE_PAST', 'validFrom'],
    ['until before it begins', { validTo: inDays(-2) }, 'ENDS_BEFORE_IT_BEGINS', 'validTo'],
    ['for more than three years', { validTo: inDays(3 * 366 + 1) }, 'TOO_LONG', 'validTo'],
  ])('%s is told as data', async (_what, changed, code, field) => {
    expect(await grantAs(citizen, inputOf(changed))).toEqual({
      consent: null,
      userErrors: [{ code, path: ['input', field] }],
    });
  });

  it('is silence: nobody of the seeds is disclosed without a receipt in force', async () => {
    expect(await mobileFor(counsellor, linMeihua.id, 'PSYCH_CARE')).toEqual({
      mobile: null,
      withheld: ['CONSENT'],
    });
    const manager: TestCaller = { role: 'VOLUNTEER_MANAGER', area: '350802' };
    // Withdrawn the one, run out the other.
    for (const { id } of [yangXiaofang, huangJianjun])
      expect(await mobileFor(manager, id, 'VOLUNTEER_MANAGEMENT')).toEqual({
        mobile: null,
        withheld: ['CONSENT'],
      });
  });
});

describe('consent that is given', () => {
  it('opens what it names to whom it names for what it names, and nothing else', async () => {
    expect((await mobileFor(counsellor, ouyangShuqin.id, 'PSYCH_CARE')).mobile).toMatch(/^\d{11}$/);
    expect(await mobileFor(counsellor, ouyangShuqin.id, 'VOLUNTEER_MANAGEMENT')).toEqual({
      mobile: null,
      withheld: ['CONSENT'],
    });
    const manager: TestCaller = { role: 'VOLUNTEER_MANAGER', area: '350802' };
    expect(await mobileFor(manager, ouyangShuqin.id, 'PSYCH_CARE')).toEqual({
      mobile: null,
      withheld: ['CONSENT'],
    });
    expect(await mobileFor({ ...counsellor, area: '350881' }, ouyangShuqin.id, 'PSYCH_CARE')).toEqual({
      mobile: undefined,
      withheld: [],
    });
  });

  it('is recorded once, however often it is sent; another content under the same key is refused', async () => {
    const input = inputOf();
    const [first, again] = [await grantAs(citizen, input), await grantAs(citizen, input)];
    expect(first).toMatchObject({
      consent: { isInForce: true, recipientRoles: ['COUNSELLOR'] },
      userErrors: [],
    });
    expect(again.consent?.id).toBe(first.consent?.id);
    const other = await grantAs(citizen, { ...input, purpose: 'CRISIS_RESPONSE' });
    expect(other).toMatchObject({ consent: null, userErrors: [{ code: 'KEY_ALREADY_USED' }] });
  });

  it('opens at once, and closes at once when it is withdrawn; to withdraw twice is to withdraw once', async () => {
    const { consent } = await grantAs(citizen, inputOf());
    expect((await mobileFor(counsellor, linMeihua.id, 'PSYCH_CARE')).mobile).toMatch(/^\d{11}$/);
    const mine = await as(hub, citizen, { purpose: 'SELF_ACCESS' }).request<{
      myConsents: { nodes: readonly Receipt[] };
    }>('{ myConsents(first: 50) { nodes { id isInForce } } }');
    for (const { id } of mine.myConsents.nodes) await withdrawAs(citizen, id);
    expect(await mobileFor(counsellor, linMeihua.id, 'PSYCH_CARE')).toEqual({
      mobile: null,
      withheld: ['CONSENT'],
    });
    const [one, two] = [
      await withdrawAs(citizen, consent?.id ?? ''),
      await withdrawAs(citizen, consent?.id ?? ''),
    ];
    expect(one).toMatchObject({ consent: { isInForce: false }, userErrors: [] });
    expect(two).toEqual(one);
  });

  it('may be given to a department, which is named by its own register', async () => {
    const { consent } = await grantAs(
      citizen,
      inputOf({ recipientRoles: [], recipientDepartments: ['D28'] }),
    );
    expect(consent).toMatchObject({ recipientDepartments: [{ code: 'D28', name: expect.any(String) }] });
  });

  it('by a minor opens no more than a mask', async () => {
    const minor: TestCaller = { role: 'CITIZEN', person: chenXiaoyu.id };
    await grantAs(minor, inputOf({ purpose: 'VOLUNTEER_MANAGEMENT', recipientRoles: ['VOLUNTEER_MANAGER'] }));
    const { mobile } = await mobileFor(
      { role: 'VOLUNTEER_MANAGER', area: '350802' },
      chenXiaoyu.id,
      'VOLUNTEER_MANAGEMENT',
    );
    expect(String(mobile)).not.toMatch(/^\d{11}$/);
  });
});

describe('a receipt', () => {
  it('is its person’s: nobody else sees or withdraws it', async () => {
    const other: TestCaller = { role: 'CITIZEN', person: ouyangShuqin.id };
    const { consent } = await grantAs(citizen, inputOf());
    expect(await withdrawAs(other, consent?.id ?? '')).toMatchObject({
      consent: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'consentId'] }],
    });
    const { myConsents } = await as(hub, other, { purpose: 'SELF_ACCESS' }).request<{
      myConsents: { nodes: readonly { id: string; evidence: string }[] };
    }>('{ myConsents(first: 10) { nodes { id evidence } } }');
    expect(myConsents.nodes.map(({ id }) => id)).toEqual([`consent-of-${ouyangShuqin.id}`]);
  });

  it('can neither be changed nor deleted by the role that writes it', async () => {
    for (const [statement, message] of [
      ['delete from governance.consent_receipt', 'permission denied'],
      ["update governance.consent_receipt set purpose = 'X'", 'permission denied'],
    ] as const) {
      await expect(askDatabase(hub.config, `set role governance_runtime; ${statement}`)).rejects.toThrow(
        message,
      );
    }
  });

  it('is no table for departments, who may ask one question of it', async () => {
    await expect(
      askDatabase(hub.config, 'set role persons_runtime; select from governance.consent_receipt'),
    ).rejects.toThrow('permission denied');
    await expect(
      askDatabase(
        hub.config,
        "set role volunteers_runtime; select governance.consented_classes('a', '{}', 'b', 'c', 'd')",
      ),
    ).rejects.toThrow('permission denied');
  });
});
