import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';

interface Entry {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly class: string;
  readonly reason: string;
  readonly rule: string;
}
interface Answer {
  readonly data?: { readonly person?: Readonly<Record<string, unknown>> | null } & Readonly<
    Record<string, unknown>
  >;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly access: { readonly withheld: readonly Entry[]; readonly masked: readonly unknown[] };
  };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, chenGuoqiang, ouyangShuqin } = cast;
const portrait = operationOf('portrait');

async function post(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
) {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const ask = async (
  caller: TestCaller,
  options: CallOptions,
  query = portrait,
  variables: Readonly<Record<string, unknown>> = { id: linMeihua.id },
) => post(query, variables, await headersOf(hub.config, caller, options));

const withheldIn = ({ extensions }: Answer, path: string): Entry | undefined =>
  extensions?.access.withheld.find((entry) => entry.path.join('.') === path);

describe('a reviewer', () => {
  const reviewer: TestCaller = { role: 'VETO_REVIEWER' };
  const review: CallOptions = { purpose: 'INTEGRITY_REVIEW', caseReference: '联审/2026-7' };

  it('sees nobody without a case, and is told so', async () => {
    const { answer } = await ask(reviewer, { purpose: 'INTEGRITY_REVIEW' });
    expect(answer.data).toEqual({ person: null });
    expect(answer.extensions?.access.withheld).toEqual([
      {
        path: ['person'],
        coordinate: 'Query.person',
        class: 'PERSON',
        reason: 'CASE',
        rule: expect.any(String),
      },
    ]);
  });

  it('sees public records with a case, and of psychological care nothing but stations', async () => {
    const { answer } = await ask(reviewer, review);
    expect(answer.data?.person).toMatchObject({
      idNumber: linMeihua.idNumber,
      integrity: { standing: { positiveCount: 3 } },
      psych: { followUp: null, appointments: null, nearestStation: { name: expect.any(String) } },
    });
    expect(withheldIn(answer, 'person.psych.followUp')).toMatchObject({ rule: 'PFU-01' });
  });

  it.each([
    ['himself', linMeihua.id],
    ['a relative', chenGuoqiang.id],
  ])('may not review %s', async (_whom, person) => {
    const { answer } = await ask({ ...reviewer, person }, review);
    expect(answer.data?.person).toMatchObject({ name: linMeihua.name, integrity: null });
    expect(withheldIn(answer, 'person.integrity')).toMatchObject({ coordinate: 'Person.integrity' });
    const stranger = await ask({ ...reviewer, person: ouyangShuqin.id }, review);
    expect(stranger.answer.data?.person).toMatchObject({ integrity: { standing: { positiveCount: 3 } } });
  });

  it('of a department sees what is not public only of the own department', async () => {
    const query = '{ person(id: "cast-lin-meihua") { integrity { records(first: 20) { nodes { id } } } } }';
    const recordsOf = async (department: string) => {
      const { answer } = await ask(
        { role: 'DEPARTMENT_REVIEWER', department },
        { ...review, purpose: 'DATA_EXCHANGE' },
        query,
        {},
      );
      return (answer.data?.person as { integrity: { records: { nodes: { id: string }[] } } }).integrity
        .records.nodes.length;
    };
    const counts = await Promise.all(
      Array.from({ length: 42 }, (_, index) => recordsOf(`D${String(index + 1).padStart(2, '0')}`)),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(linMeihua.facts.recordCount);
  });
});
