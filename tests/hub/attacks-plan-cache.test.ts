import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Rules } from '../../gateway/access/reload.ts';
import { loadSupergraph } from '../../schema/load.ts';
import { createPolicy, loadPolicyText } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { startApartHub, type ApartHub } from '../support/apart.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { readLedger } from '../support/ledger.ts';
import { openPolicy } from '../support/open-policy.ts';

interface Answer {
  readonly data?: { readonly person: Readonly<Record<string, unknown>> | null };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: {
    readonly access: { readonly withheld: readonly { readonly coordinate: string }[] };
  };
}

interface Asker {
  readonly caller: TestCaller;
  readonly options: CallOptions;
}

const policy = createPolicy();
let hub: ApartHub;
beforeAll(async () => {
  hub = await startApartHub(60_000, { gateway: policy, subgraphs: policy });
});
afterAll(() => hub.stop());

const { linMeihua } = cast;
const area = linMeihua.gridCode ?? '';

/** Rights that are each other's opposite: what the one is given the other is not. */
const worker: Asker = { caller: { role: 'GRID_WORKER', area }, options: { purpose: 'SERVICE_VISIT' } };
const reviewer: Asker = {
  caller: { role: 'VETO_REVIEWER' },
  options: { purpose: 'INTEGRITY_REVIEW', caseReference: '联审/2026-7' },
};
const himself: Asker = {
  caller: { role: 'CITIZEN', person: linMeihua.id },
  options: { purpose: 'SELF_ACCESS' },
};

/** A document that no other test has sent, so that nothing of it is in any cache. */
let documents = 0;
const freshDocument = (name = ''): string => {
  documents += 1;
  return `query ${name} ($id: ID!) { person(id: $id) { k${documents}: id idNumber birthDate residenceAddress careNeeds { kind }
    integrity { standing { negativeCount hasActiveVeto positiveCount } } psych { followUp { until } } } }`;
};

async function ask(asker: Asker, query: string, operationName?: string): Promise<Answer> {
  return (await send(asker, query, operationName)).answer;
}

async function send(
  { caller, options }: Asker,
  query: string,
  operationName?: string,
): Promise<{ readonly status: number; readonly answer: Answer }> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables: { id: linMeihua.id }, operationName }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const workersView = {
  idNumber: null,
  birthDate: null,
  residenceAddress: expect.any(String),
  careNeeds: expect.any(Array),
  integrity: { standing: { negativeCount: null, hasActiveVeto: null, positiveCount: 3 } },
  psych: { followUp: null },
};
const reviewersView = {
  idNumber: linMeihua.idNumber,
  birthDate: linMeihua.birthDate,
  residenceAddress: null,
  careNeeds: null,
  integrity: { standing: { negativeCount: expect.any(Number), hasActiveVeto: false, positiveCount: 3 } },
  psych: { followUp: null },
};
const ownView = {
  idNumber: linMeihua.idNumber,
  birthDate: linMeihua.birthDate,
  residenceAddress: expect.any(String),
  careNeeds: expect.any(Array),
  integrity: { standing: { negativeCount: 1, hasActiveVeto: false, positiveCount: 3 } },
  psych: { followUp: { until: expect.any(String) } },
};

const views: readonly (readonly [string, Asker, object])[] = [
  ['a grid worker', worker, workersView],
  ['a reviewer', reviewer, reviewersView],
  ['the person himself', himself, ownView],
];

const expectView = ({ data, errors }: Answer, view: object): void => {
  expect(errors).toBeUndefined();
  expect(data?.person).toMatchObject(view);
};

describe('one document, asked by callers of opposite rights', () => {
  it.each(
    views.flatMap(([first, one, view], index) =>
      views
        .filter((_, at) => at !== index)
        .map(([second, two, other]) => [first, second, one, two, view, other] as const),
    ),
  )('gives %s nothing else for %s asking after him', async (_first, _second, one, two, view, other) => {
    const document = freshDocument();
    expectView(await ask(one, document), view);
    expectView(await ask(two, document), other);
    expectView(await ask(one, document), view);
  });

  it('never mixes answers over 50 alternations', async () => {
    const document = freshDocument('Same');
    for (let turn = 0; turn < 50; turn += 1) {
      const [, asker, view] = views[turn % views.length] ?? ['', worker, workersView];
      expectView(await ask(asker, document, 'Same'), view);
    }
  });

  it('never mixes answers that are asked for at once, the plan being made for the first of them', async () => {
    for (let round = 0; round < 4; round += 1) {
      const document = freshDocument('Burst');
      const asked = Array.from<unknown, readonly [string, Asker, object]>(
        { length: 18 },
        (_, turn) => views[(turn + round) % views.length] ?? ['', worker, workersView],
      );
      const answers = await Promise.all(asked.map(([, asker]) => ask(asker, document, 'Burst')));
      answers.forEach((answer, turn) => expectView(answer, asked[turn]?.[2] ?? {}));
    }
  });

  it('is judged by role, purpose and case of each call, and not of the token’s first', async () => {
    const document = freshDocument();
    const { caller } = reviewer;
    const withCase = { purpose: 'INTEGRITY_REVIEW', caseReference: 'a' } as const;
    for (let turn = 0; turn < 6; turn += 1) {
      expectView(await ask({ caller, options: withCase }, document), reviewersView);
      const without = await ask({ caller, options: { purpose: 'INTEGRITY_REVIEW' } }, document);
      expect(without.data).toEqual({ person: null });
      const visit = await ask({ caller, options: { ...withCase, purpose: 'SERVICE_VISIT' } }, document);
      expect(visit.data?.person).toMatchObject({ idNumber: null, birthDate: null });
      const statistics = await ask({ caller, options: { ...withCase, purpose: 'STATISTICS' } }, document);
      expect(statistics.data).toEqual({ person: null });
    }
  });
});

describe('different documents', () => {
  it('of one operation name do not share a plan', async () => {
    const open = 'query Shared($id: ID!) { person(id: $id) { careNeeds { kind } idNumber } }';
    const shut = 'query Shared($id: ID!) { person(id: $id) { idNumber careNeeds { kind } } }';
    for (let turn = 0; turn < 5; turn += 1) {
      for (const document of [open, shut]) {
        const [ofWorker, ofReviewer] = await Promise.all([
          ask(worker, document, 'Shared'),
          ask(reviewer, document, 'Shared'),
        ]);
        expect(ofWorker.data?.person).toEqual({ careNeeds: expect.any(Array), idNumber: null });
        expect(ofReviewer.data?.person).toEqual({ careNeeds: null, idNumber: linMeihua.idNumber });
      }
    }
  });

  it('of which one is the other after it was cut do not share an answer', async () => {
    const asked = 'query Cut($id: ID!) { person(id: $id) { name idNumber } }';
    // What the first is cut to for a grid worker, word for word as it is printed.
    const cut = 'query Cut($id: ID!) {\n  person(id: $id) {\n    name\n  }\n}';
    const { name } = linMeihua;
    for (const order of [
      [asked, cut],
      [cut, asked],
    ]) {
      for (const asker of [worker, reviewer, worker]) {
        for (const document of order) {
          const { data } = await ask(asker, document, 'Cut');
          const idNumber = asker === worker ? null : linMeihua.idNumber;
          expect(data?.person).toEqual(document === cut ? { name } : { name, idNumber });
        }
      }
    }
  });

  it('of several operations are judged by the one that runs', async () => {
    const document = `query Open($id: ID!) { person(id: $id) { ...Needs } } query Shut($id: ID!) { person(id: $id) { ...Number } }
      fragment Needs on Person { careNeeds { kind } } fragment Number on Person { idNumber }`;
    for (let turn = 0; turn < 4; turn += 1) {
      for (const [asker, number, needs] of [
        [worker, null, expect.any(Array)],
        [reviewer, linMeihua.idNumber, null],
      ] as const) {
        expect((await ask(asker, document, 'Open')).data?.person).toEqual({ careNeeds: needs });
        expect((await ask(asker, document, 'Shut')).data?.person).toEqual({ idNumber: number });
      }
    }
  });
});

describe('what is said to be withheld', () => {
  it('is each caller’s own, however they are interleaved', async () => {
    const document = freshDocument();
    const told = async (asker: Asker): Promise<readonly string[]> =>
      ((await ask(asker, document)).extensions?.access.withheld ?? [])
        .map(({ coordinate }) => coordinate)
        .sort();
    const alone = [await told(worker), await told(reviewer), await told(himself)];
    expect(alone[2]).toEqual([]);
    expect(alone[0]).not.toEqual(alone[1]);
    for (let turn = 0; turn < 5; turn += 1)
      expect(await Promise.all([told(worker), told(reviewer), told(himself)])).toEqual(alone);
  });
});

/** The policy with one row saying DENY. */
const without = (id: string) =>
  createPolicy(
    loadPolicyText()
      .split('\n')
      .map((row) => (row.startsWith(`${id},`) ? row.replace(',ALLOW,', ',DENY,') : row))
      .join('\n'),
  );
const kindLine = /^ {2}populationKind: PopulationKind @join.*$/m;
const supergraph = loadSupergraph();
/** As if it were a veto: what the worker may not see and the reviewer may. */
const kindIsVeto = supergraph.replace(kindLine, (line) => line.replace('POPULATION)', 'VETO)'));
const withoutKind = supergraph.replace(kindLine, (line) => line.replace('populationKind', 'formerKind'));

const first: Rules = { supergraphSdl: supergraph, policy };
/** What is served in turn, and who is asked for then by the gateway: null where there is none to ask for. */
const turns: readonly (readonly [string, Rules, readonly [worker: boolean, reviewer: boolean] | null])[] = [
  ['a policy that closes it', { supergraphSdl: supergraph, policy: without('POP-03') }, [false, false]],
  ['a supergraph of another class', { supergraphSdl: kindIsVeto, policy }, [false, true]],
  ['the first again', first, [true, false]],
  ['a supergraph without it', { supergraphSdl: withoutKind, policy: without('VET-09') }, null],
  ['both at once', { supergraphSdl: kindIsVeto, policy: without('VET-09') }, [false, false]],
  ['the first once more', first, [true, false]],
];

describe('a reload under traffic', () => {
  const kind = 'query Kind($id: ID!) { person(id: $id) { idNumber residenceAddress populationKind } }';
  const fresh = (turn: number): string => kind.replace('{ idNumber', `{ turn${turn}: id idNumber`);

  /** Whole under one set of rules: given, or withheld and said so, or refused as unknown; and nothing by half. */
  function expectWhole(asker: Asker, { status, answer }: Awaited<ReturnType<typeof send>>): boolean | null {
    if (status === 400) {
      expect(JSON.stringify(answer.errors)).toContain('Cannot query field');
      return null;
    }
    expect([200, 502]).toContain(status);
    // A machine that loads a supergraph and answers late says so, and gives nothing.
    const codes = answer.errors?.map(({ extensions }) => extensions.code) ?? [];
    expect(codes.filter((code) => !code.startsWith('SUBGRAPH_'))).toEqual([]);
    if (codes.length > 0) return null;
    const person = answer.data?.person;
    const told = new Set(answer.extensions?.access.withheld.map(({ coordinate }) => coordinate));
    const isGiven = person?.['populationKind'] !== null;
    expect(told.has('Person.populationKind')).toBe(!isGiven);
    // What no rules of these give him.
    expect(person?.[asker === worker ? 'idNumber' : 'residenceAddress']).toBeNull();
    return isGiven;
  }

  it('gives each caller what the rules say that his call began with, and names them in the ledger', async () => {
    const before = (await readLedger(hub.config)).length;
    let isOver = false;
    let count = 0;
    const traffic = async (asker: Asker): Promise<void> => {
      while (!isOver) {
        count += 1;
        expectWhole(asker, await send(asker, count % 3 === 0 ? fresh(count) : kind));
      }
    };
    const running = [worker, reviewer, worker, reviewer].map(traffic);
    try {
      for (const [what, rules, asked] of turns) {
        await hub.reload(rules);
        const now = await Promise.all(
          [worker, reviewer].map(async (asker) => expectWhole(asker, await send(asker, kind))),
        );
        // Whatever a gateway asks for him, the department does not give it to the reviewer.
        expect([what, now]).toEqual([what, asked ? [asked[0], false] : [null, null]]);
      }
    } finally {
      isOver = true;
      await Promise.all(running);
    }
    const records = (await readLedger(hub.config)).slice(before);
    const intents = records.filter(({ kind }) => kind === 'INTENT');
    const byAccess = new Map(intents.map((record) => [record.access, record]));
    const seen = new Set<string>();
    for (const { policy: version, ...record } of intents) {
      const { role } = record['actor'] as { readonly role: string };
      const isAsked = (record['granted'] as readonly string[]).includes('Person.populationKind');
      seen.add(`${String(record['supergraph'])} ${String(version)} ${role} ${isAsked}`);
    }
    const decided = turns.flatMap(([, { supergraphSdl, policy: decidedBy }, asked]) => {
      const digest = createHash('sha256').update(supergraphSdl).digest('hex').slice(0, 16);
      return [worker, reviewer].flatMap(({ caller }, index) =>
        asked ? [`${digest} ${decidedBy.version} ${caller.role} ${asked[index]}`] : [],
      );
    });
    expect(seen).toEqual(new Set(decided));
    for (const record of records)
      expect(record['policy']).toBe(byAccess.get(record.access)?.['policy'] ?? record['policy']);
  });

  it('that cannot be served is refused, and the former rules go on', async () => {
    const [head = '', ...rows] = loadPolicyText().trimEnd().split('\n');
    const missing = createPolicy([head, ...rows.filter((row) => !row.includes(',POPULATION,'))].join('\n'));
    await expect(hub.reload({ ...first, policy: missing })).rejects.toThrow('no row for POPULATION');
    const broken = supergraph.replace('type Person', 'type Perso');
    await expect(hub.reload({ supergraphSdl: broken, policy: without('POP-03') })).rejects.toThrow();
    expect(expectWhole(worker, await send(worker, kind))).toBe(true);
    const [last] = (await readLedger(hub.config)).filter(({ kind }) => kind === 'INTENT').slice(-1);
    expect(last?.['policy']).toBe(policy.version);
  });

  it('of the gateway alone opens nothing: departments decide by their own table, whatever policy a ticket names', async () => {
    const document = freshDocument();
    await hub.reload({ ...first, policy: openPolicy });
    expectView(await ask(worker, document), workersView);
    expectView(await ask(reviewer, document), reviewersView);
    await hub.reload(first);
    expectView(await ask(worker, document), workersView);
  });
});
