import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '../../seeds/cast.ts';
import { headersOf } from '../support/callers.ts';
import { startApartHub, type ApartHub } from '../support/apart.ts';
import { startFaultServer, type Answering, type FaultServer } from '../support/federation-fault-server.ts';
import { operationOf } from '../support/operations.ts';

interface Answer {
  readonly data: { readonly person: Readonly<Record<string, unknown>> | null };
  readonly errors?: readonly {
    readonly path: readonly string[];
    readonly extensions: { readonly code: string };
  }[];
  readonly extensions: { readonly coverage: readonly Readonly<Record<string, unknown>>[] };
}

const deadlineMs = 400;
let hub: ApartHub;
let healthy: Answer;
const faulty: FaultServer[] = [];

async function askText(id: string = cast.linMeihua.id): Promise<string> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config),
    body: JSON.stringify({ query: operationOf('portrait'), variables: { id } }),
  });
  return response.text();
}
const ask = async (): Promise<Answer> => JSON.parse(await askText()) as Answer;

beforeAll(async () => {
  hub = await startApartHub(deadlineMs);
  healthy = await ask();
});
afterAll(() => hub.stop());
afterEach(async () => {
  for (const subgraph of ['persons', 'grids', 'integrity', 'psych', 'volunteers'])
    hub.redirect(subgraph, null);
  await Promise.all(faulty.splice(0).map((server) => server.close()));
});

async function breakDown(subgraph: string, answer: Answering | 'stopped'): Promise<void> {
  const server = await startFaultServer(answer === 'stopped' ? () => undefined : answer);
  hub.redirect(subgraph, server.url);
  if (answer === 'stopped') await server.close();
  else faulty.push(server);
}

const secret = 'at connect (10.11.12.13:5432) select * from secret_table';
const faults: readonly (readonly [string, Answering | 'stopped', string])[] = [
  ['is stopped', 'stopped', 'SUBGRAPH_UNAVAILABLE'],
  ['hangs', () => undefined, 'SUBGRAPH_TIMEOUT'],
  [
    'answers with a page',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(secret),
    'SUBGRAPH_UNAVAILABLE',
  ],
  [
    'fails with 500',
    (response) =>
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end(`{"errors":[{"message":"${secret}"}]}`),
    'SUBGRAPH_UNAVAILABLE',
  ],
  [
    'answers half',
    (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":['),
    'SUBGRAPH_UNAVAILABLE',
  ],
  [
    'answers nothing that was asked',
    (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":[]}}'),
    'SUBGRAPH_UNAVAILABLE',
  ],
];

/** The part of the portrait that each contributor answers for, and the paths where it is missing. */
const parts: readonly (readonly [string, readonly string[]])[] = [
  ['integrity', ['person', 'integrity']],
  ['psych', ['person', 'psych']],
  ['volunteers', ['person', 'volunteer']],
  ['grids', ['person', 'residency', 'grid']],
];

describe.each(faults)('when a department %s', (_what, fault, code) => {
  it.each(parts)('%s leaves only its own part open, with an error there', async (subgraph, path) => {
    await breakDown(subgraph, fault);
    const text = await askText();
    const answer = JSON.parse(text) as Answer;
    expect(text).not.toMatch(/secret|10\.11\.12|127\.0\.0\.1|stack|ECONN/i);
    expect(answer.errors?.length).toBeGreaterThan(0);
    for (const error of answer.errors ?? []) {
      expect(error.path.slice(0, path.length)).toEqual(path);
      expect(error.extensions).toEqual({ code });
    }
    const [field = ''] = path.slice(1);
    const rest = (person: Answer['data']['person']) => ({
      ...person,
      [field]: 'left out',
      integrity: withoutClock(person),
    });
    expect(rest(answer.data.person)).toEqual({
      ...rest(healthy.data.person),
      ...(field === 'integrity' ? { integrity: 'left out' } : {}),
    });
    expect(answer.extensions.coverage).toContainEqual({ subgraph, answered: false, code });
    expect(answer.extensions.coverage.filter(({ answered }) => answered)).toHaveLength(4);
  });

  it('persons leaves no person, and says so', async () => {
    await breakDown('persons', fault);
    const { data, errors, extensions } = await ask();
    expect(data).toEqual({ person: null });
    expect(errors).toEqual([expect.objectContaining({ path: ['person'], extensions: { code } })]);
    expect(extensions.coverage).toEqual([{ subgraph: 'persons', answered: false, code }]);
  });
});

/** The standing's moment differs from answer to answer. */
function withoutClock(person: Answer['data']['person']): unknown {
  const text = JSON.stringify(person?.['integrity'] ?? 'left out');
  return JSON.parse(text.replace(/"asOf":"[^"]+"/, '"asOf":""')) as unknown;
}

it('a department that comes back answers again', async () => {
  await breakDown('psych', 'stopped');
  expect((await ask()).data.person?.['psych']).toBeNull();
  hub.redirect('psych', null);
  expect((await ask()).data.person?.['psych']).toEqual(healthy.data.person?.['psych']);
});
