import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type CallOptions, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua } = cast;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const head: TestCaller = { role: 'TOWNSHIP_CENTRE', sub: 'head', area: '350881', authMethods: ['otp'] };
const citizen: TestCaller = { role: 'CITIZEN', person: linMeihua.id };

interface Act {
  readonly name: string;
  readonly caller: TestCaller;
  readonly options: CallOptions;
  readonly input: object;
  readonly table: string;
}

const acts: readonly Act[] = [
  {
    name: 'openBreakGlass',
    caller: head,
    options: { purpose: 'CRISIS_RESPONSE' },
    input: {
      idempotencyKey: 'events',
      person: linMeihua.id,
      classes: ['IDENTITY'],
      minutes: 5,
      reasonCode: 'DISASTER',
      reason: '示例',
    },
    table: 'break_glass',
  },
  {
    name: 'grantDelegation',
    caller: head,
    options: { purpose: 'SERVICE_VISIT' },
    input: {
      idempotencyKey: 'events',
      delegate: 'colleague',
      purposes: ['SERVICE_VISIT'],
      validFrom: inDays(0),
      validTo: inDays(1),
    },
    table: 'delegation',
  },
  {
    name: 'grantConsent',
    caller: citizen,
    options: { purpose: 'SELF_ACCESS' },
    input: {
      idempotencyKey: 'events',
      classes: ['CONTACT'],
      purpose: 'PSYCH_CARE',
      recipientRoles: ['COUNSELLOR'],
      validFrom: inDays(0),
      validTo: inDays(1),
      evidence: '纸质同意书 示例-9',
    },
    table: 'consent_receipt',
  },
];

const act = ({ name, caller, options, input }: Act) =>
  as(hub, caller, options).request(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code } } }`,
    { input },
  );
const countOf = async (statement: string): Promise<number> => {
  const [row] = await askDatabase<{ count: number }>(hub.config, statement);
  return Number(row?.count);
};
const events = "select count(*) from governance.ledger_record where kind = 'EVENT'";

describe('an act over the rules', () => {
  it.each(acts)('is not done where it cannot be written down: $name', async (one) => {
    const append = 'function governance.append_to_ledger(text[], integer[], text[])';
    const rows = `select count(*) from governance.${one.table}`;
    const before = await countOf(rows);
    await askDatabase(hub.config, `revoke execute on ${append} from governance_runtime`);
    await expect(act(one)).rejects.toThrow('INTERNAL');
    await askDatabase(hub.config, `grant execute on ${append} to governance_runtime`);
    expect(await countOf(rows)).toBe(before);
    expect(await countOf(`select count(*) from governance.notice`)).toBe(0);
  });

  it.each(acts)('is written down once, however often it is sent: $name', async (one) => {
    const before = await countOf(events);
    const outcome = { [one.name]: { userErrors: [] } };
    expect(await act(one)).toEqual(outcome);
    expect(await act(one)).toEqual(outcome);
    expect(await countOf(events)).toBe(before + 1);
  });

  it('is written down when consent is withdrawn, once, by reference only', async () => {
    const { myConsents } = await as(hub, citizen, { purpose: 'SELF_ACCESS' }).request<{
      myConsents: { nodes: readonly { id: string }[] };
    }>('{ myConsents(first: 1) { nodes { id } } }');
    const consentId = myConsents.nodes[0]?.id ?? '';
    const withdraw = {
      name: 'withdrawConsent',
      caller: citizen,
      options: { purpose: 'SELF_ACCESS' },
      input: { consentId },
      table: 'consent_receipt',
    } as const;
    await act(withdraw);
    await act(withdraw);
    const rows = await askDatabase<{ body: string; person: string }>(
      hub.config,
      `select convert_from(body, 'UTF8') as body, person from governance.ledger_record
       where kind = 'EVENT' and convert_from(body, 'UTF8')::jsonb ->> 'subject' = $1 order by at, seq`,
      [consentId],
    );
    expect(rows.map(({ body }) => /"event":"(\w+)"/.exec(body)?.[1])).toEqual([
      'CONSENT_GRANTED',
      'CONSENT_WITHDRAWN',
    ]);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(1);
    for (const { body } of rows) expect(body).not.toMatch(/示例|cast-lin-meihua/);
  });
});
