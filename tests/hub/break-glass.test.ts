import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, type CallOptions, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface BreakGlass {
  readonly id: string;
  readonly version: number;
  readonly isInForce: boolean;
  readonly reviewDueOn: string;
  readonly isJustified: boolean | null;
}
interface Payload {
  readonly breakGlass: BreakGlass | null;
  readonly userErrors: readonly { readonly code: string }[];
}
type Seen = Readonly<Record<'id' | 'name' | 'mobile' | 'residenceAddress' | 'idNumber', string | null>>;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, chenGuoqiang, ouyangShuqin } = cast;
const emergency: CallOptions = { purpose: 'CRISIS_RESPONSE', caseReference: 'crisis-1' };
const supervision: CallOptions = { purpose: 'SUPERVISION_AUDIT' };
const auditor: TestCaller = { role: 'AUDITOR', sub: 'auditor' };
const fields = 'id version isInForce reviewDueOn isJustified';
const open = `mutation ($input: OpenBreakGlassInput!) { openBreakGlass(input: $input) { breakGlass { ${fields} } userErrors { code } } }`;
const close = `mutation ($input: CloseBreakGlassInput!) { closeBreakGlass(input: $input) { breakGlass { ${fields} } userErrors { code } } }`;
const review = `mutation ($input: ReviewBreakGlassInput!) { reviewBreakGlass(input: $input) { breakGlass { ${fields} } userErrors { code } } }`;
const look = '($id: ID!) { person(id: $id) { id name mobile residenceAddress idNumber } }';

let count = 0;
/** A township's centre of elsewhere, who has just shown a second factor; somebody else each time. */
const somebody = (changed: Partial<TestCaller> = {}): TestCaller & { readonly sub: string } => {
  count += 1;
  return {
    role: 'TOWNSHIP_CENTRE',
    sub: `leader-${count}`,
    area: '350881',
    authMethods: ['otp'],
    ...changed,
  };
};
const inputOf = (changed: object = {}) => {
  count += 1;
  return {
    idempotencyKey: `glass-key-${count}`,
    person: linMeihua.id,
    classes: ['IDENTITY', 'CONTACT'],
    minutes: 30,
    reasonCode: 'LIFE_DANGER',
    reason: '示例: 河边发现其手机',
    ...changed,
  };
};
const openAs = async (caller: TestCaller, input: object = inputOf(), options = emergency): Promise<Payload> =>
  (await as(hub, caller, options).request<{ openBreakGlass: Payload }>(open, { input })).openBreakGlass;
const closeAs = async (caller: TestCaller, id: string): Promise<Payload> =>
  (await as(hub, caller, emergency).request<{ closeBreakGlass: Payload }>(close, { input: { id } }))
    .closeBreakGlass;
const reviewAs = async (caller: TestCaller, input: object): Promise<Payload> =>
  (await as(hub, caller, supervision).request<{ reviewBreakGlass: Payload }>(review, { input }))
    .reviewBreakGlass;
const idOf = ({ breakGlass, userErrors }: Payload): string => {
  expect(userErrors).toEqual([]);
  return breakGlass?.id ?? '';
};
const lookAs = async (
  caller: TestCaller,
  id: string,
  breakGlass: string | undefined,
  changed: CallOptions = {},
): Promise<Seen | null> =>
  (
    await as(hub, caller, { ...emergency, breakGlass, ...changed }).request<{ person: Seen | null }>(
      `query ${look}`,
      { id },
    )
  ).person;
const eventsOf = (subject: string) =>
  askDatabase<{ event: string; access: string; actor: string; text: string }>(
    hub.config,
    `select convert_from(body, 'UTF8')::jsonb ->> 'event' as event, access, actor, convert_from(body, 'UTF8') as text
     from governance.ledger_record where kind = 'EVENT'
       and convert_from(body, 'UTF8')::jsonb ->> 'subject' = $1 order by at, seq`,
    [subject],
  );

describe('break-glass is not opened', () => {
  it.each([
    ['without a second factor', { authMethods: undefined }, {}, 'SECOND_FACTOR_REQUIRED'],
    ['with a password', { authMethods: ['pwd'] }, {}, 'SECOND_FACTOR_REQUIRED'],
    [
      'with a factor of six minutes ago',
      { authenticatedAt: Math.floor(Date.now() / 1_000) - 360 },
      {},
      'SECOND_FACTOR_REQUIRED',
    ],
    ['for a class that the policy does not open', {}, { classes: ['IDENTIFIER'] }, 'NOT_BY_BREAK_GLASS'],
    [
      'for one class of several that it does not',
      {},
      { classes: ['IDENTITY', 'VETO'] },
      'NOT_BY_BREAK_GLASS',
    ],
    ['for more than an hour', {}, { minutes: 61 }, 'OUT_OF_RANGE'],
    ['for oneself', { person: linMeihua.id }, {}, 'OWN_CASE'],
  ])('%s', async (_what, caller, input, code) => {
    expect(await openAs(somebody(caller), inputOf(input))).toEqual({
      breakGlass: null,
      userErrors: [{ code }],
    });
  });

  it('by a role that the table opens nothing to, or for another purpose than a crisis', async () => {
    for (const [caller, options] of [
      [somebody({ role: 'GRID_WORKER' }), emergency],
      [{ role: 'CITY_CENTRE', authMethods: ['otp'] }, emergency],
      [{ role: 'AUDITOR', authMethods: ['otp'] }, supervision],
      [somebody(), { purpose: 'INTEGRITY_REVIEW' }],
    ] as const) {
      await expect(openAs(caller, inputOf(), options)).rejects.toThrow('FORBIDDEN');
    }
  });

  it('while another of the actor’s is unreviewed, in force or ended; after the review it is', async () => {
    const caller = somebody();
    const refused = { breakGlass: null, userErrors: [{ code: 'REVIEW_OUTSTANDING' }] };
    const first = idOf(await openAs(caller));
    expect(await openAs(caller, inputOf({ person: ouyangShuqin.id }))).toEqual(refused);
    await closeAs(caller, first);
    expect(await openAs(caller)).toEqual(refused);
    await reviewAs(auditor, { id: first, isJustified: true, note: '属实', expectedVersion: 2 });
    idOf(await openAs(caller));
  });

  it('twice under one key; other content under the key is refused', async () => {
    const caller = somebody();
    const input = inputOf();
    const [one, two] = await Promise.all([openAs(caller, input), openAs(caller, input)]);
    expect(idOf(two)).toBe(idOf(one));
    expect(await openAs(caller, { ...input, minutes: 5 })).toMatchObject({
      userErrors: [{ code: 'KEY_ALREADY_USED' }],
    });
  });
});

describe('break-glass does not help', () => {
  it('without its header, whom it does not name, and for what it does not list', async () => {
    const caller = somebody();
    const id = idOf(await openAs(caller, inputOf({ classes: ['IDENTITY'] })));
    expect(await lookAs(caller, linMeihua.id, undefined)).toBeNull();
    expect(await lookAs(caller, chenGuoqiang.id, id)).toBeNull();
    expect(await lookAs(caller, linMeihua.id, id)).toEqual({
      id: linMeihua.id,
      name: linMeihua.name,
      mobile: null,
      residenceAddress: null,
      idNumber: null,
    });
  });

  it('somebody else, the same one in another role or for another purpose, or by an id that is none', async () => {
    const caller = somebody();
    const id = idOf(await openAs(caller));
    for (const [other, glass, options] of [
      [somebody(), id, {}],
      [{ ...caller, role: 'COUNTY_CENTRE' }, id, {}],
      [caller, id, { purpose: 'INTEGRITY_REVIEW' }],
      [caller, 'glass-none', {}],
    ] as const) {
      await expect(lookAs(other, linMeihua.id, glass, options)).rejects.toThrow('FORBIDDEN');
    }
    await expect(lookAs(caller, linMeihua.id, 'no id!')).rejects.toThrow('BAD_USER_INPUT');
  });

  it('after its time, or once it is closed', async () => {
    const caller = somebody();
    const id = idOf(await openAs(caller));
    expect((await lookAs(caller, linMeihua.id, id))?.name).toBe(linMeihua.name);
    await askDatabase(
      hub.config,
      "update governance.break_glass set opened_at = now() - interval '31 minutes', ends_at = now() - interval '1 second' where id = $1",
      [id],
    );
    await expect(lookAs(caller, linMeihua.id, id)).rejects.toThrow('FORBIDDEN');
    const closing = somebody();
    const other = idOf(await openAs(closing));
    expect(await closeAs(closing, other)).toMatchObject({ breakGlass: { isInForce: false, version: 2 } });
    expect(await closeAs(closing, other)).toMatchObject({ breakGlass: { version: 2 } });
    expect(await closeAs(caller, other)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    await expect(lookAs(closing, linMeihua.id, other)).rejects.toThrow('FORBIDDEN');
  });

  it('for one’s own relative, whom the register knows', async () => {
    const caller = somebody({ person: chenGuoqiang.id });
    const id = idOf(await openAs(caller));
    expect(await lookAs(caller, linMeihua.id, id)).toBeNull();
  });

  it('to find somebody who is not there: opening says the same', async () => {
    const caller = somebody();
    const known = await openAs(somebody());
    const unknown = await openAs(caller, inputOf({ person: 'nobody-of-this-name' }));
    expect({ ...unknown.breakGlass, id: '' }).toEqual({ ...known.breakGlass, id: '' });
    expect(await lookAs(caller, 'nobody-of-this-name', idOf(unknown))).toBeNull();
  });

  it('against what other departments keep of the person', async () => {
    const caller = somebody({ role: 'COUNTY_CENTRE' });
    const id = idOf(await openAs(caller));
    const { person } = await as(hub, caller, { ...emergency, breakGlass: id }).request<{
      person: { name: string; psych: unknown; integrity: unknown };
    }>(
      'query ($id: ID!) { person(id: $id) { name psych { followUp { until } nearestStation { code } } integrity { standing { hasActiveVeto } records(first: 50) { nodes { id } } } } }',
      { id: linMeihua.id },
    );
    expect(person).toMatchObject({
      name: linMeihua.name,
      psych: { followUp: null, nearestStation: null },
      integrity: null,
    });
  });
});

describe('break-glass that is in force', () => {
  it('opens the listed classes of the one person, and a search finds him too', async () => {
    const caller = somebody();
    const id = idOf(await openAs(caller, inputOf({ classes: ['IDENTITY', 'CONTACT', 'RESIDENCE'] })));
    const seen = await lookAs(caller, linMeihua.id, id);
    expect(seen).toMatchObject({ name: linMeihua.name, idNumber: null });
    expect(seen?.mobile).toMatch(/^\d{11}$/);
    expect(seen?.residenceAddress).not.toBeNull();
    // Without a case reference the table gives no telephone number, by break-glass or without.
    const bare = await lookAs(caller, linMeihua.id, id, { caseReference: undefined });
    expect(bare?.mobile).toBeNull();
  });

  it('opens to a counsellor what he has by break-glass only, and masks what he sees masked', async () => {
    const caller = somebody({ role: 'COUNSELLOR' });
    const id = idOf(await openAs(caller, inputOf({ classes: ['IDENTITY', 'RESIDENCE'] })));
    const seen = await lookAs(caller, linMeihua.id, id);
    expect(seen).toMatchObject({ name: '林*', mobile: null });
    expect(seen?.residenceAddress).not.toBeNull();
  });

  it('is told at once to owners and supervisor, and to nobody else', async () => {
    const caller = somebody();
    const id = idOf(await openAs(caller, inputOf({ classes: ['IDENTITY', 'HOUSEHOLD'] })));
    const noticesOf = async (to: TestCaller, options: CallOptions) =>
      (
        await as(hub, to, options).request<{
          notices: {
            nodes: readonly {
              breakGlass: { id: string } | null;
              department: { code: string } | null;
              classes: readonly string[];
              person: { id: string };
            }[];
          };
        }>('{ notices(first: 3) { nodes { breakGlass { id } department { code } classes person { id } } } }')
      ).notices.nodes;
    const told = await noticesOf(auditor, supervision);
    expect(told.map(({ department }) => department?.code ?? null).sort()).toEqual(['D10', 'D16', null]);
    expect(told.every(({ breakGlass }) => breakGlass?.id === id)).toBe(true);
    const [own] = await noticesOf(
      { role: 'DEPARTMENT_REVIEWER', department: 'D16' },
      { purpose: 'DATA_EXCHANGE' },
    );
    expect(own).toEqual({
      breakGlass: null,
      department: { code: 'D16' },
      classes: ['HOUSEHOLD'],
      person: { id: linMeihua.id },
    });
    expect(
      await noticesOf({ role: 'DEPARTMENT_REVIEWER', department: 'D42' }, { purpose: 'DATA_EXCHANGE' }),
    ).toEqual([]);
    await expect(
      as(hub, caller, { ...emergency, mode: 'strict' }).request('{ notices(first: 1) { nodes { id } } }'),
    ).rejects.toThrow('FORBIDDEN');
  });

  it('is in the ledger with its opening, end and review, without a word of what was written', async () => {
    const caller = somebody();
    const id = idOf(await openAs(caller));
    await closeAs(caller, id);
    await reviewAs(auditor, { id, isJustified: false, note: '无此必要', expectedVersion: 2 });
    const events = await eventsOf(id);
    expect(events.map(({ event, actor }) => [event, actor])).toEqual([
      ['BREAK_GLASS_OPENED', caller.sub],
      ['BREAK_GLASS_CLOSED', caller.sub],
      ['BREAK_GLASS_REVIEWED', 'auditor'],
    ]);
    for (const { text, access } of events) {
      expect(access).not.toBe('');
      expect(text).not.toMatch(/河边|无此必要|cast-lin-meihua|林美华/);
    }
  });
});

describe('a review', () => {
  it('is somebody else’s, who saw this version, once; and ends what is in force', async () => {
    const caller = somebody();
    const id = idOf(await openAs(caller));
    const finding = { id, isJustified: true, note: '属实', expectedVersion: 1 };
    expect(await reviewAs({ ...auditor, sub: caller.sub }, finding)).toMatchObject({
      userErrors: [{ code: 'OWN_ACT' }],
    });
    expect(await reviewAs(auditor, { ...finding, expectedVersion: 7 })).toMatchObject({
      userErrors: [{ code: 'VERSION_CONFLICT' }],
    });
    await expect(reviewAs(somebody(), finding)).rejects.toThrow('FORBIDDEN');
    expect(await reviewAs(auditor, finding)).toMatchObject({
      breakGlass: { isInForce: false, isJustified: true, version: 2 },
    });
    expect(await reviewAs(auditor, { ...finding, expectedVersion: 2 })).toMatchObject({
      userErrors: [{ code: 'ALREADY_REVIEWED' }],
    });
    await expect(lookAs(caller, linMeihua.id, id)).rejects.toThrow('FORBIDDEN');
  });

  it('finds those that wait for it; the actor sees his own and no others', async () => {
    const caller = somebody();
    const id = idOf(await openAs(caller));
    const waiting =
      'query ($is: Boolean) { breakGlasses(first: 100, isUnreviewed: $is) { nodes { id actor reviewedAt } } }';
    type Page = { readonly nodes: readonly { id: string; actor: string; reviewedAt: string | null }[] };
    const ask = async (is: boolean | null): Promise<Page['nodes']> =>
      (await as(hub, auditor, supervision).request<{ breakGlasses: Page }>(waiting, { is })).breakGlasses
        .nodes;
    const [unreviewed, reviewed, all] = [await ask(true), await ask(false), await ask(null)];
    expect(unreviewed[0]).toMatchObject({ id, reviewedAt: null });
    expect(reviewed.every(({ reviewedAt }) => reviewedAt !== null)).toBe(true);
    expect(all).toHaveLength(unreviewed.length + reviewed.length);
    const mine = await as(hub, caller, emergency).request<{ myBreakGlasses: Page }>(
      '{ myBreakGlasses(first: 10) { nodes { id actor reviewedAt } } }',
    );
    expect(mine.myBreakGlasses.nodes).toEqual([{ id, actor: caller.sub, reviewedAt: null }]);
    await expect(
      as(hub, caller, { ...emergency, mode: 'strict' }).request(waiting, { is: true }),
    ).rejects.toThrow('FORBIDDEN');
  });
});
