import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Supergraph } from '@apollo/federation-internals';
import { getOperationAST, parse } from 'graphql';
import { purposes, roles, type Caller, type Purpose } from '../schema/caller.ts';
import { loadSupergraph } from '../schema/load.ts';
import { createAccess, type Access } from '../schema/policy/access.ts';
import { isDisclosing } from '../schema/policy/decide.ts';
import { narrowingFields, readGraph } from '../schema/policy/graph.ts';
import { createPolicy } from '../schema/policy.ts';
import { startApartHub, type ApartHub } from './support/apart.ts';
import { judgeCalls } from './support/asked.ts';
import { headersOf } from './support/callers.ts';
import { askDatabase } from './support/database.ts';
import { everything } from './support/everything.ts';
import { expectAnswer, type KnownRecords } from './support/expected-answer.ts';
import { fewAtOnce } from './support/few-at-once.ts';
import { createKinds } from './support/kinds.ts';
import { givenIn } from './support/given.ts';
import {
  callerFor,
  callFor,
  factsFor,
  target,
  targetGrid,
  type KnownPerson,
  type Setting,
} from './support/matrix-callers.ts';
import { furnish, givenToNobody, type Furnished } from './support/matrix-world.ts';
import { openPolicy } from './support/open-policy.ts';
import { betweenSubgraphs, packRoots, reachFrom, type Reach, type Written } from './support/reach.ts';
import { argumentsOf } from './support/reach-arguments.ts';

type Json = Readonly<Record<string, unknown>>;

const policy = createPolicy();
const supergraph = loadSupergraph();
const schema = Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
const graph = readGraph(parse(supergraph), 'the supergraph');
const narrowing = narrowingFields(graph, policy.openClasses);
const operation = getOperationAST(parse(everything));
const kindsOf = createKinds(policy, graph, schema, parse(everything));

/** Where both lines stand, where the gateway is open and the subgraphs stand alone, and where nothing is held. */
let guarded: ApartHub;
let alone: ApartHub;
let open: ApartHub;
let known: Omit<KnownRecords, 'person' | 'grid'>;
let furnished: Furnished;
const people = new Map<string, KnownPerson>();

beforeAll(async () => {
  guarded = await startApartHub(10_000, { gateway: policy, subgraphs: policy });
  alone = await startApartHub(10_000, { gateway: openPolicy, subgraphs: policy }, guarded.config);
  open = await startApartHub(10_000, {}, guarded.config);
  furnished = await furnish(guarded);
  const rows = await askDatabase<{
    id: string;
    grid: string | null;
    household: string | null;
    is_minor: boolean;
  }>(
    open.config,
    `select id, grid_code as grid, household_id as household,
       birth_date > (now() at time zone 'Asia/Shanghai')::date - interval '18 years' as is_minor from persons.person`,
  );
  for (const { id, grid, household, is_minor: isMinor } of rows) people.set(id, { grid, household, isMinor });
  const records = await askDatabase<{ id: string; data_class: string; department_code: string }>(
    open.config,
    'select id, data_class, department_code from integrity.credit_record where superseded_at is null',
  );
  const byId = new Map(
    records.map((row) => [row.id, { dataClass: row.data_class, department: row.department_code }]),
  );
  known = { creditRecord: (id) => byId.get(id) ?? { dataClass: 'none', department: 'none' } };
});
afterAll(() => Promise.all([guarded, alone, open].map((hub) => hub.stop())));

interface Answer {
  readonly data?: Json | null;
  readonly errors?: readonly {
    readonly path?: readonly unknown[];
    readonly extensions: {
      readonly code: string;
      readonly access?: { readonly withheld: readonly { readonly coordinate: string }[] };
    };
  }[];
}

async function send(
  hub: ApartHub,
  caller: Caller,
  purpose: Purpose,
  setting: Setting,
  query: string,
  tries = 2,
): Promise<Answer> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, { purpose, ...callFor(caller, setting, purpose) }),
    body: JSON.stringify({ query, variables: { id: target.id, grid: targetGrid } }),
  });
  const answer = (await response.json()) as Answer;
  // What a busy machine did not answer in time is asked again: outages are other tests' business.
  const isOut = answer.errors?.some(({ extensions: { code } }) => code.startsWith('SUBGRAPH_'));
  return isOut && tries > 0 ? send(hub, caller, purpose, setting, query, tries - 1) : answer;
}

async function ask(...call: Parameters<typeof send>): Promise<Json> {
  const { data, errors } = await send(...call);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

const accessFor = (caller: Caller, purpose: Purpose, setting: Setting): Access => {
  const { caseReference, glass } = callFor(caller, setting, purpose);
  const { role, department } = caller;
  return createAccess(policy, { role, purpose, hasCase: caseReference !== undefined, department, glass });
};

/** The whole truth, with the records beside the counts that are made of them. */
async function askOpen(): Promise<Json> {
  const clerk: Caller = { sub: 'open', role: 'CITY_CENTRE', purposes };
  const full = await ask(open, clerk, 'INTEGRITY_REVIEW', 'none', everything);
  const { integrity } = full['person'] as {
    integrity: { standing: Record<string, unknown>; records: { nodes: unknown } };
  };
  integrity.standing['$records'] = integrity.records.nodes;
  return full;
}

const setMinor = async (isMinor: boolean): Promise<void> => {
  await askDatabase(open.config, 'update persons.person set birth_date = $2 where id = $1', [
    target.id,
    isMinor ? '2012-03-12' : target.birthDate,
  ]);
  const person = people.get(target.id);
  if (person) person.isMinor = isMinor;
};

const setConsent = async (isConsenting: boolean): Promise<void> => {
  await askDatabase(open.config, 'delete from governance.consent_receipt where person_id = $1', [target.id]);
  if (!isConsenting) return;
  await askDatabase(
    open.config,
    `insert into governance.consent_receipt (id, person_id, idempotency_key, classes, purpose, recipients, valid_from,
       valid_to, evidence, granted_at, granted_by)
     select 'matrix-' || purpose, $1, purpose, '{CONTACT,PSYCH_FOLLOW_UP}', purpose, $3, now() - interval '1 day',
       now() + interval '1 day', 'matrix', now(), 'matrix' from unnest($2::text[]) as t (purpose)`,
    [target.id, [...purposes], [...roles]],
  );
};

const states: readonly (readonly [string, readonly Setting[], boolean, boolean])[] = [
  [
    'an adult who consented to nothing',
    ['none', 'area', 'self', 'household', 'department', 'glass', 'case'],
    false,
    false,
  ],
  ['an adult who consented', ['consent'], false, true],
  ['a minor', ['minor'], true, false],
  ['a minor who consented, of whom all holds', ['all'], true, true],
];

describe.each(states)('of %s', (_state, ofState, isMinor, isConsenting) => {
  let full: Json;
  beforeAll(async () => {
    await setMinor(isMinor);
    await setConsent(isConsenting);
    full = await askOpen();
  });

  const expectFor = (caller: Caller, purpose: Purpose, setting: Setting): Json => {
    if (!operation) throw new Error('no operation');
    const access = accessFor(caller, purpose, setting);
    const isGlazed = callFor(caller, setting, purpose).glass !== undefined;
    const facts = factsFor(people, caller, { isConsenting, isGlazed });
    const { department } = caller;
    const world = { schema, graph, narrowing, access, department, known: { ...known, ...facts } };
    return expectAnswer(world, operation, full);
  };

  describe.each(ofState)('with %s', (setting) => {
    it.each(roles)(
      '%s is given by both lines, and by the subgraphs alone, what the table says',
      async (role) => {
        const caller = callerFor(role, setting);
        await fewAtOnce(purposes, async (purpose) => {
          const expected = expectFor(caller, purpose, setting);
          const [both, one] = await Promise.all(
            [guarded, alone].map((hub) => ask(hub, caller, purpose, setting, everything)),
          );
          expect({ purpose, both }).toEqual({ purpose, both: expected });
          expect({ purpose, one }).toEqual({ purpose, one: expected });
        });
      },
    );
  });
});

describe('of everything that a client can reach', () => {
  const roots = { Query: schema.getQueryType(), Mutation: schema.getMutationType() };
  const { entityTypes } = graph;
  let queries: Reach;
  let mutations: Reach;
  /** Roots that lead to something protected, and those of public reference data, which are asked once. */
  let protectedRoots: readonly Written[];
  let openRoots: readonly Written[];
  /** What was given to anybody. */
  const given = new Set<string>();

  beforeAll(async () => {
    if (!roots.Query || !roots.Mutation) throw new Error('no roots');
    await setMinor(false);
    await setConsent(true);
    const argumentOf = argumentsOf(schema, furnished);
    queries = reachFrom({ root: roots.Query, entityTypes, argumentOf });
    mutations = reachFrom({ root: roots.Mutation, entityTypes, written: entityTypes, argumentOf });
    const [ofPeople, ofAll] = [true, false].map((isProtected) =>
      queries.roots.filter(
        ({ coordinates }) => [...coordinates].some((one) => narrowing.has(one)) === isProtected,
      ),
    );
    protectedRoots = packRoots(
      'query',
      (ofPeople ?? []).map(({ text }) => text),
    );
    openRoots = packRoots(
      'query',
      (ofAll ?? []).map(({ text }) => text),
    );
  });

  const isDeniedTo = (caller: Caller, purpose: Purpose, setting: Setting) => {
    const access = accessFor(caller, purpose, setting);
    return (coordinate: string): boolean => {
      const field = graph.fields.get(coordinate);
      return field !== undefined && narrowing.has(coordinate) && !isDisclosing(access.atBest(field));
    };
  };

  it.each(roles)('%s of whom nothing holds is given nothing that is denied', async (role) => {
    const caller = callerFor(role, 'none');
    await fewAtOnce(kindsOf(role), async (purpose) => {
      for (const { text, operation } of protectedRoots) {
        const { data, errors } = await send(guarded, caller, purpose, 'none', text);
        expect({ purpose, errors }).toEqual({ purpose, errors: undefined });
        const gives = [...givenIn(schema, operation, data)];
        expect(gives.filter(isDeniedTo(caller, purpose, 'none'))).toEqual([]);
      }
    });
  });

  it.each(roles)(
    '%s of whom all holds is given what the subgraphs alone give, and nothing denied',
    async (role) => {
      const caller = callerFor(role, 'all');
      await fewAtOnce(kindsOf(role), async (purpose) => {
        for (const { text, operation } of protectedRoots) {
          const [both, one] = await Promise.all(
            [guarded, alone].map((hub) => send(hub, caller, purpose, 'all', text)),
          );
          expect({ purpose, ...comparable(both) }).toEqual({ purpose, ...comparable(one) });
          const gives = [...givenIn(schema, operation, both?.data)];
          expect(gives.filter(isDeniedTo(caller, purpose, 'all'))).toEqual([]);
          for (const coordinate of gives) given.add(coordinate);
        }
      });
    },
  );

  it.each(roles)('%s does no act that is denied, whichever line he meets', async (role) => {
    const caller = callerFor(role, 'all');
    await fewAtOnce(kindsOf(role), async (purpose) => {
      const isDeniedRoot = isDeniedTo(caller, purpose, 'all');
      const access = accessFor(caller, purpose, 'all');
      // What an argument says may be narrower than the act.
      const isDenied = (coordinate: string): boolean =>
        isDeniedRoot(coordinate) ||
        !graph.inputs.get(`${coordinate}(input:)`)?.some((name) => access.mayReadInClear(name));
      const denied = mutations.roots.filter(({ coordinate }) => isDenied(coordinate));
      const withheld: string[] = [];
      for (const { text, operation } of packRoots(
        'mutation',
        denied.map(({ bare }) => bare),
      )) {
        const [both, one] = await Promise.all(
          [guarded, alone].map((hub) => send(hub, caller, purpose, 'all', text)),
        );
        expect([codesOf(both), codesOf(one)]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
        expect([...givenIn(schema, operation, one?.data)]).toEqual([]);
        const entries = both?.errors?.flatMap(({ extensions }) => extensions.access?.withheld ?? []) ?? [];
        withheld.push(...entries.map(({ coordinate }) => coordinate.replace('(input:)', '')));
      }
      expect(withheld.toSorted()).toEqual(denied.map(({ coordinate }) => coordinate).toSorted());
      const allowed = mutations.roots.filter(({ coordinate }) => !isDenied(coordinate));
      for (const { text } of packRoots(
        'mutation',
        allowed.map(({ text: root }) => root),
      )) {
        const [both, one] = await Promise.all(
          [guarded, alone].map((hub) => send(hub, caller, purpose, 'all', text)),
        );
        expect({ purpose, ...comparable(both) }).toEqual({ purpose, ...comparable(one) });
      }
    });
  });

  it('is every field of the supergraph but those that subgraphs tell each other', async () => {
    for (const { text } of openRoots) {
      const { errors } = await send(guarded, callerFor('CITY_CENTRE', 'all'), 'STATISTICS', 'all', text);
      expect(errors).toBeUndefined();
    }
    const reached = new Set([...queries.coordinates, ...mutations.coordinates]);
    const { coordinates: asked } = judgeCalls(guarded.calls, policy, graph, narrowing);
    expect([...reached].filter((coordinate) => !asked.has(coordinate))).toEqual([]);
    const unreached = [...graph.fields.keys()].filter((coordinate) => !reached.has(coordinate));
    expect(unreached.filter((coordinate) => !betweenSubgraphs.test(coordinate))).toEqual([]);
  });

  it('is given to somebody, so that there was something to withhold', () => {
    const protectedFields = [...queries.coordinates].filter((coordinate) => narrowing.has(coordinate));
    expect(protectedFields.filter((coordinate) => !given.has(coordinate))).toEqual(givenToNobody);
  });
});

const codesOf = (answer: Answer | undefined): readonly string[] => [
  ...new Set(answer?.errors?.map(({ extensions: { code } }) => code)),
];

/** An answer without what is as of the moment of the question. */
const comparable = (answer: Answer | undefined) => ({
  data: JSON.stringify(answer?.data, (key, value: unknown) => (ofTheMoment.has(key) ? null : value)),
  errors: answer?.errors?.map(({ path, extensions: { code } }) => ({ path, code })),
});
const ofTheMoment: ReadonlySet<string> = new Set(['checkedAt', 'asOf']);

describe('over the whole matrix', () => {
  it('no subgraph is asked for a coordinate that is denied', () => {
    const { kinds, denied } = judgeCalls(guarded.calls, policy, graph, narrowing);
    expect(guarded.calls.length).toBeGreaterThan(1_000);
    expect(kinds).toBeGreaterThan(200);
    expect(denied).toEqual([]);
  });
});
