import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { startApartHub, type ApartHub } from '../support/apart.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { ticketFor } from '../support/tickets.ts';

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
}

let hub: ApartHub;
beforeAll(async () => {
  hub = await startApartHub(10_000, { gateway: createPolicy(), subgraphs: createPolicy() });
});
afterAll(() => hub.stop());

const { linMeihua, ouyangShuqin } = cast;
const area = linMeihua.gridCode ?? '';
const self: CallOptions = { purpose: 'SELF_ACCESS' };
const citizen: TestCaller = { role: 'CITIZEN', person: linMeihua.id };
const township: TestCaller = { role: 'TOWNSHIP_CENTRE', area: '350802001' };
const withCase: CallOptions = { purpose: 'AID_ASSESSMENT', caseReference: 'matter-1' };

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
let keys = 0;
const inputOf = (changed: object = {}) => {
  keys += 1;
  return {
    idempotencyKey: `attack-${keys}`,
    classes: ['CONTACT'],
    purpose: 'PSYCH_CARE',
    recipientRoles: ['COUNSELLOR'],
    validFrom: inDays(0),
    validTo: inDays(30),
    evidence: '纸质同意书 示例-1',
    ...changed,
  };
};
const receipt = '{ consent { id } userErrors { code path } }';
const grant = `mutation ($input: GrantConsentInput!) { grantConsent(input: $input) ${receipt} }`;
const tries = { person: linMeihua.id, lastFour: linMeihua.idNumber.slice(-4) };

async function ask(query: string, variables: object, caller: TestCaller, options: CallOptions) {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

/** Everything that a mutation could have written. */
async function written(): Promise<string> {
  const rows = await askDatabase(
    hub.config,
    `select (select count(*) from governance.consent_receipt) as receipts,
      (select count(*) from governance.consent_receipt where withdrawn_at is not null) as withdrawn,
      (select coalesce(sum(tries), 0) from persons.identifier_try) as tries`,
  );
  return JSON.stringify(rows);
}

async function expectNothingDone(work: () => ReturnType<typeof ask>): Promise<void> {
  const [before, callsBefore] = [await written(), hub.calls.length];
  const { status, answer } = await work();
  expect([status, answer.data]).toEqual([403, undefined]);
  expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  expect(await written()).toBe(before);
  expect(hub.calls.length).toBe(callsBefore);
}

const verify = 'verifyIdentifier(input: $tries) { isMatch remainingTries userErrors { code } }';
const both = `mutation ($input: GrantConsentInput!, $tries: VerifyIdentifierInput!)`;

describe('a mutation with a denied root', () => {
  it.each<readonly [string, TestCaller, CallOptions]>([
    ['a grid worker', { role: 'GRID_WORKER', area }, { purpose: 'SERVICE_VISIT' }],
    ['a grid worker who is a person', { role: 'GRID_WORKER', area, person: linMeihua.id }, self],
    ['a citizen for another purpose', citizen, { purpose: 'PSYCH_CARE' }],
    ['a clerk of the city with a case', { role: 'CITY_CENTRE', person: linMeihua.id }, withCase],
    ['an auditor', { role: 'AUDITOR', person: linMeihua.id }, { purpose: 'SUPERVISION_AUDIT' }],
  ])('by %s does nothing, and asks nobody', async (_who, caller, options) => {
    await expectNothingDone(() => ask(grant, { input: inputOf() }, caller, options));
  });

  it.each([
    ['after an allowed one', `${both} { ${verify} grantConsent(input: $input) ${receipt} }`],
    ['before an allowed one', `${both} { grantConsent(input: $input) ${receipt} ${verify} }`],
    ['under an alias', `${both} { ${verify} verify: grantConsent(input: $input) ${receipt} }`],
    [
      'in a fragment',
      `${both} { ${verify} ...F } fragment F on Mutation { grantConsent(input: $input) ${receipt} }`,
    ],
    [
      'in an inline fragment',
      `${both} { ${verify} ... { ... on Mutation { grantConsent(input: $input) ${receipt} } } }`,
    ],
    [
      'included by a literal',
      `${both} { ${verify} grantConsent(input: $input) @include(if: true) ${receipt} }`,
    ],
    [
      'beside the name of the type',
      `${both} { __typename ${verify} grantConsent(input: $input) ${receipt} }`,
    ],
  ])('%s refuses the whole', async (_where, query) => {
    await expectNothingDone(() => ask(query, { input: inputOf(), tries }, township, withCase));
  });

  it('is refused to the citizen too, who may grant and may not verify somebody else', async () => {
    const query = `${both} { grantConsent(input: $input) ${receipt} ${verify} }`;
    const { answer } = await ask(
      query,
      { input: inputOf(), tries: { ...tries, person: ouyangShuqin.id } },
      citizen,
      self,
    );
    // His own number he may compare: nothing of another's is compared, and nothing is told of whether there is one.
    const { answer: nobody } = await ask(
      query,
      { input: inputOf(), tries: { ...tries, person: 'nobody-at-all' } },
      citizen,
      self,
    );
    expect(answer.data?.['verifyIdentifier']).toMatchObject({ isMatch: null });
    expect(answer.data?.['verifyIdentifier']).toEqual(nobody.data?.['verifyIdentifier']);
  });

  it('left out by a directive is not asked, and the allowed one is done', async () => {
    const query = `${both} { ${verify} grantConsent(input: $input) @skip(if: true) ${receipt} }`;
    const { status, answer } = await ask(query, { input: inputOf(), tries }, township, withCase);
    expect([status, answer.data]).toEqual([
      200,
      { verifyIdentifier: expect.objectContaining({ isMatch: true }) },
    ]);
  });
});

describe('consent for somebody else', () => {
  it.each([
    ['person', { person: ouyangShuqin.id }],
    ['personId', { personId: ouyangShuqin.id }],
    ['subject', { subject: ouyangShuqin.id }],
    ['__proto__', JSON.parse(`{ "__proto__": { "person": "${ouyangShuqin.id}" } }`) as object],
  ])('cannot be said by an input %s', async (_field, changed) => {
    const before = await written();
    const { status, answer } = await ask(grant, { input: { ...inputOf(), ...changed } }, citizen, self);
    expect([status, answer.data, await written()]).toEqual([400, undefined, before]);
    const rows = await askDatabase<{ id: string }>(
      hub.config,
      `select id from governance.consent_receipt where person_id = $1 and idempotency_key like 'attack-%'`,
      [ouyangShuqin.id],
    );
    expect(rows).toEqual([]);
  });

  it('cannot be had by another’s key: the key is each person’s own', async () => {
    const input = inputOf();
    const first = await ask(grant, { input }, citizen, self);
    const other = await ask(grant, { input }, { role: 'CITIZEN', person: ouyangShuqin.id }, self);
    const idOf = ({ data }: Answer) =>
      (data?.['grantConsent'] as { consent: { id: string } | null }).consent?.id;
    expect(idOf(first.answer)).toMatch(/^consent-/);
    expect(idOf(other.answer)).not.toBe(idOf(first.answer));
    const rows = await askDatabase<{ person_id: string }>(
      hub.config,
      'select person_id from governance.consent_receipt where idempotency_key = $1 order by person_id',
      [input.idempotencyKey],
    );
    expect(rows.map(({ person_id }) => person_id)).toEqual([linMeihua.id, ouyangShuqin.id].sort());
  });

  it('cannot be withdrawn, and a withdrawal does not tell that there is one', async () => {
    const query = `mutation ($id: ID!) { withdrawConsent(input: { consentId: $id }) { consent { id evidence } userErrors { code path } } }`;
    const before = await written();
    const [others, none] = await Promise.all(
      [`consent-of-${ouyangShuqin.id}`, 'consent-of-nobody-at-all'].map((id) =>
        ask(query, { id }, citizen, self),
      ),
    );
    expect(others).toEqual(none);
    expect(others?.answer.data).toMatchObject({ withdrawConsent: { consent: null } });
    expect(await written()).toBe(before);
  });
});

describe('a mutation at the register’s own door', () => {
  const door = async (body: string, headers: Readonly<Record<string, string>>) => {
    const response = await fetch(hub.addressOf('governance'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, text: await response.text() };
  };
  const ticket = (body: string, role: 'CITIZEN' | 'GRID_WORKER' | 'PORTAL', person: string | undefined) =>
    ticketFor('governance', hub.ticketKeyOf('governance'), Buffer.from(body), {
      caller: { sub: 'attacker', role, person, purposes: ['SELF_ACCESS'] },
      purpose: 'SELF_ACCESS',
    });
  const countOf = async (key: string): Promise<number> => {
    const [row] = await askDatabase<{ count: string }>(
      hub.config,
      'select count(*) from governance.consent_receipt where idempotency_key = $1',
      [key],
    );
    return Number(row?.count);
  };

  it('is refused by the register itself where the gateway granted too much', async () => {
    const input = inputOf();
    const body = JSON.stringify({ query: grant, variables: { input } });
    const { text } = await door(body, ticket(body, 'GRID_WORKER', linMeihua.id));
    expect(text).toContain('FORBIDDEN');
    expect(await countOf(input.idempotencyKey)).toBe(0);
  });

  it('is refused by the register itself to software that acts for the person, whatever the gateway granted', async () => {
    const input = inputOf();
    const body = JSON.stringify({ query: grant, variables: { input } });
    const { text } = await door(body, ticket(body, 'PORTAL', linMeihua.id));
    expect(text).toContain('FORBIDDEN');
    expect(await countOf(input.idempotencyKey)).toBe(0);
  });

  it('with one ticket is done once, however often and at once it is sent', async () => {
    const input = inputOf();
    const body = JSON.stringify({ query: grant, variables: { input } });
    const headers = ticket(body, 'CITIZEN', linMeihua.id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => door(body, headers)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(7);
    expect((await door(body, headers)).status).toBe(401);
    expect(await countOf(input.idempotencyKey)).toBe(1);
  });

  it('with one ticket is not done with another body', async () => {
    const [first, second] = [inputOf(), inputOf()];
    const bodyOf = (input: object): string => JSON.stringify({ query: grant, variables: { input } });
    const headers = ticket(bodyOf(first), 'CITIZEN', linMeihua.id);
    expect((await door(bodyOf(second), headers)).status).toBe(401);
    expect(await countOf(second.idempotencyKey)).toBe(0);
  });
});
