import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Answer {
  readonly data?: { readonly person: Readonly<Record<string, unknown>> | null };
  readonly errors?: readonly unknown[];
  readonly extensions?: {
    readonly access: { readonly withheld: readonly { readonly coordinate: string }[] };
  };
}

interface Asker {
  readonly caller: TestCaller;
  readonly options: CallOptions;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
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

async function ask({ caller, options }: Asker, query: string, operationName?: string): Promise<Answer> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables: { id: linMeihua.id }, operationName }),
  });
  return (await response.json()) as Answer;
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
