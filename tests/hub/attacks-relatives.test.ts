import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Seen {
  readonly id: string;
  readonly name: string | null;
  readonly integrity: {
    readonly standing: Readonly<Record<string, unknown>> | null;
    readonly records: { readonly nodes: readonly unknown[] } | null;
  } | null;
}
interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly unknown[];
  readonly extensions?: {
    readonly access: {
      readonly withheld: readonly { readonly path: readonly string[]; readonly rule: string }[];
    };
  };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, chenGuoqiang, chenZhiyuan, luoChunyan, zhengYong, guoHaitao, ouyangShuqin } = cast;
const { xieWenbin, zhangWeimin, chenXiaoyu, chenXiaoman } = cast;
const review: CallOptions = { purpose: 'INTEGRITY_REVIEW', caseReference: '联审/2026-7' };

async function ask(
  caller: TestCaller,
  query: string,
  variables: object,
  options: CallOptions = review,
): Promise<Answer> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** Relatives, the reviewer himself, and strangers in between. */
const relatives = [chenGuoqiang.id, chenZhiyuan.id, luoChunyan.id];
const strangers = [zhengYong.id, guoHaitao.id, ouyangShuqin.id, xieWenbin.id, zhangWeimin.id];
const batch = [
  guoHaitao.id,
  chenGuoqiang.id,
  zhengYong.id,
  linMeihua.id,
  ouyangShuqin.id,
  chenZhiyuan.id,
  luoChunyan.id,
  xieWenbin.id,
  chenGuoqiang.id,
  zhangWeimin.id,
];
const profile = `integrity { standing { positiveCount negativeCount hasActiveVeto } records(first: 10) { nodes { id title } } }`;
const persons = `query ($ids: [ID!]!) { persons(ids: $ids) { id name ${profile} } }`;

const reviewers: readonly (readonly [string, TestCaller])[] = [
  ['a department’s reviewer', { role: 'DEPARTMENT_REVIEWER', department: 'D33' }],
  ['a reviewer of vetoes', { role: 'VETO_REVIEWER' }],
  ['an approver', { role: 'REVIEW_APPROVER' }],
];
const of = (caller: TestCaller): TestCaller => ({ ...caller, person: linMeihua.id });

const seenIn = ({ data, errors }: Answer): readonly Seen[] => {
  expect(errors).toBeUndefined();
  return (data?.['persons'] ?? []) as readonly Seen[];
};

/** Aliases that are the names of what the gateway itself asks for: keys, and what tells whose case it is. */
const lookalikes = [
  ['the flag of the household', 'isInHouseholdOfCaller: name'],
  ['the flag, an enum', 'isInHouseholdOfCaller: ageBand'],
  ['the flag, an object', 'isInHouseholdOfCaller: residency { since }'],
  ['the area', 'scopeArea: name'],
  ['the age', 'isMinor: name'],
  ['the id', 'id: name'],
  ['the reference', 'reference: name'],
] as const;

/** What is said of the integrity of each person that an answer names, wherever it stands. */
function integrityIn(answer: unknown): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value && 'integrity' in value) found.set(String(value.id), value.integrity);
    Object.values(value).forEach(walk);
  };
  walk(answer);
  return found;
}

describe.each(reviewers)('%s', (_who, caller) => {
  it('is given of a batch what a stranger is given, but for himself and his relatives', async () => {
    const [answer, free] = await Promise.all([
      ask(of(caller), persons, { ids: batch }),
      ask(caller, persons, { ids: batch }),
    ]);
    const [seen, whole] = [seenIn(answer), seenIn(free)];
    expect(seen.map(({ id }) => id)).toEqual(batch);
    seen.forEach((person, index) => {
      const isOwnCase = person.id === linMeihua.id || relatives.includes(person.id);
      expect(whole[index]?.integrity).not.toBeNull();
      expect(person.name).toBe(whole[index]?.name);
      expect(person).toEqual(isOwnCase ? { ...whole[index], integrity: null } : whole[index]);
    });
    const paths = answer.extensions?.access.withheld.map(({ path }) => path.join('.'));
    expect(paths).toContain('persons.@.integrity');
  });

  it.each([
    ['before', [chenGuoqiang.id, ...strangers]],
    ['behind', [...strangers, chenGuoqiang.id]],
    ['twice among', [chenGuoqiang.id, ...strangers, chenGuoqiang.id]],
  ])('is told nothing of a relative who stands %s the strangers', async (_where, ids) => {
    const seen = seenIn(await ask(of(caller), persons, { ids }));
    for (const { id, integrity } of seen) expect(integrity === null).toBe(id === chenGuoqiang.id);
  });

  it.each(lookalikes)(
    'is given nothing of a relative under an alias that looks like %s',
    async (_what, alias) => {
      const query = `query ($ids: [ID!]!) { persons(ids: $ids) { ${alias} ${profile} } }`;
      const { data } = await ask(of(caller), query, { ids: [linMeihua.id, ...relatives] });
      // Refused or withheld: either is right.
      const given = ((data?.['persons'] ?? []) as readonly Seen[]).filter(
        ({ integrity }) => integrity !== null,
      );
      expect(given).toEqual([]);
    },
  );

  it.each(lookalikes)(
    'is told the truth of a stranger, or nothing, under an alias that looks like %s',
    async (_what, alias) => {
      const under = async (written: string) => {
        const query = `query ($ids: [ID!]!) { persons(ids: $ids) { ${written} ${profile} } }`;
        return ask(of(caller), query, { ids: [guoHaitao.id] });
      };
      const [plain, forged] = await Promise.all([
        under(alias.replaceAll(/[a-z]+:/gi, 'plain:')),
        under(alias),
      ]);
      const [stranger] = seenIn(plain);
      expect(stranger?.integrity).not.toBeNull();
      if (forged.errors) expect(forged.data).toBeUndefined();
      else expect(Object.values(seenIn(forged)[0] ?? {})).toEqual(Object.values(stranger ?? {}));
    },
  );

  it('does not get at a relative by another way through the graph', async () => {
    const query = `query ($id: ID!, $grid: ID!, $ids: [ID!]!, $number: String!) {
      one: person(id: $id) { ${profile} }
      byNumber: personByIdNumber(idNumber: $number) { ${profile} }
      search: searchPersons(input: { name: "陈国强" }, first: 20) { nodes { id ${profile} } edges { node { id ${profile} } } }
      grid(code: $grid) { residents(first: 50) { nodes { id ${profile} } } }
      persons(ids: $ids) { id residency { grid { residents(first: 20) { nodes { id ${profile} } } } } } }`;
    const variables = {
      id: chenGuoqiang.id,
      number: chenGuoqiang.idNumber,
      grid: linMeihua.gridCode,
      ids: [zhengYong.id, ouyangShuqin.id],
    };
    const { data, errors } = await ask(of(caller), query, variables);
    const free = await ask(caller, query, variables);
    expect(errors).toBeUndefined();
    const minors = [chenXiaoyu.id, chenXiaoman.id];
    const own = [linMeihua.id, ...relatives];
    const [given, toStranger] = [integrityIn(data), integrityIn(free.data)];
    expect([...given.keys()]).toEqual([...toStranger.keys()]);
    expect(own.filter((id) => toStranger.get(id) !== null && toStranger.has(id)).length).toBeGreaterThan(1);
    for (const [id, integrity] of given)
      expect(integrity).toEqual([...own, ...minors].includes(id) ? null : toStranger.get(id));
    expect(data).toMatchObject({ one: { integrity: null }, byNumber: { integrity: null } });
  });

  it('is withheld his own case for every purpose of his token', async () => {
    const purposes = ['SERVICE_VISIT', 'AID_ASSESSMENT', 'VOLUNTEER_MANAGEMENT', 'DATA_EXCHANGE'] as const;
    for (const purpose of purposes) {
      const ids = [linMeihua.id, chenGuoqiang.id];
      const seen = seenIn(await ask(of(caller), persons, { ids }, { ...review, purpose }));
      for (const { integrity } of seen) expect(integrity).toBeNull();
    }
  });
});

describe('a reviewer of another household', () => {
  it('is given the case that is withheld from the relative', async () => {
    const other: TestCaller = { role: 'VETO_REVIEWER', person: ouyangShuqin.id };
    const seen = seenIn(await ask(other, persons, { ids: [...relatives, ouyangShuqin.id] }));
    expect(seen.map(({ integrity }) => integrity === null)).toEqual([false, false, false, true]);
  });
});
