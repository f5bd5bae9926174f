import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttpSource } from '../../gateway/federation/sources/http-source.ts';
import { city } from '../support/federation-city.ts';
import { sendJson, startFaultServer, type FaultServer } from '../support/federation-fault-server.ts';
import { startFederatedServer, type Answer, type FederatedServer } from '../support/federation-server.ts';

let server: FederatedServer | undefined;
let http: FaultServer | undefined;

afterEach(async () => {
  await server?.stop();
  await http?.close();
});

/** The city with `volunteers` behind HTTP, giving this body whatever it is asked. */
const startAnswering = async (body: string | ((asked: string) => string)): Promise<FederatedServer> => {
  http = await startFaultServer((response, asked) =>
    sendJson(response, typeof body === 'string' ? body : body(asked)),
  );
  server = await startFederatedServer({
    subgraphs: city,
    sources: { volunteers: createHttpSource({ url: http.url }) },
  });
  return server;
};

const entities = (...given: readonly unknown[]): string => JSON.stringify({ data: { _entities: given } });
const volunteer = { volunteer: { points: 3 } };
const three = '{ persons(ids: ["p1", "p2", "p1"]) { name volunteer { points } } }';

const expectLost = ({ data, errors, coverage }: Answer): void => {
  expect(data).toEqual({
    persons: ['p1', 'p2', 'p1'].map((id) => ({ name: `Name ${id}`, volunteer: null })),
  });
  expect(errors.map(({ path, code }) => [path, code])).toEqual(
    [0, 1, 2].map((index) => [['persons', index, 'volunteer'], 'SUBGRAPH_UNAVAILABLE']),
  );
  expect(coverage).toContainEqual({ subgraph: 'volunteers', answered: false, code: 'SUBGRAPH_UNAVAILABLE' });
};

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('an answer that is not what was asked counts as none', () => {
  const faults: readonly (readonly [string, string])[] = [
    ['fewer entities', entities(volunteer)],
    ['more entities', entities(volunteer, volunteer, volunteer)],
    ['no entities', '{"data":{"_entities":null}}'],
    ['entities that are no list', '{"data":{"_entities":{"0":{}}}}'],
    ['an entity that is a text', entities(volunteer, 'p2')],
    ['an entity that is a list', entities(volunteer, [])],
    ['an entity without the field', entities(volunteer, {})],
    [
      'an entity inherited from a planted prototype',
      '{"data":{"_entities":[{"__proto__":{"volunteer":null}},null]}}',
    ],
    ['an object where a number was asked twice over', entities(volunteer, { volunteer: [{ points: 3 }] })],
    ['a text where an object was asked', entities(volunteer, { volunteer: 'yes' })],
    ['a leaf nested too deep', `{"data":{"_entities":[null,{"volunteer":{"points":${deep(5000)}}}]}}`],
    [
      'a leaf with a key __proto__',
      '{"data":{"_entities":[null,{"volunteer":{"points":{"__proto__":{}}}}]}}',
    ],
    ['data without the field', '{"data":{}}'],
  ];

  it.each(faults)('%s', async (_, body) => {
    const { ask } = await startAnswering(body);
    expectLost(await ask(three));
    expect(Object.hasOwn(Object.prototype, 'volunteer')).toBe(false);
  });

  it('a number that is a text, at the place of the number', async () => {
    const { ask } = await startAnswering(entities({ volunteer: { points: 'many' } }, volunteer));
    const { data, errors } = await ask(three);
    expect(data).toMatchObject({
      persons: [{ volunteer: { points: null } }, { volunteer: { points: 3 } }, {}],
    });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      [['persons', 0, 'volunteer', 'points'], 'INTERNAL'],
      [['persons', 2, 'volunteer', 'points'], 'INTERNAL'],
    ]);
  });
});

describe('an answer with more than was asked', () => {
  it("cannot overwrite another subgraph's fields, nor what a third is asked with", async () => {
    const smuggled = {
      volunteer: { points: 3 },
      name: 'Evil',
      scopeArea: '99',
      id: 'p9',
      __typename: 'Grid',
    };
    const { ask } = await startAnswering(entities(smuggled));
    const { data, errors } = await ask(
      '{ person(id: "p3") { id name psych { station } volunteer { points } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      person: { id: 'p3', name: 'Name p3', psych: { station: 'S02' }, volunteer: { points: 3 } },
    });
  });
});

describe('representations', () => {
  it('are sent once each, and answered everywhere with objects of their own', async () => {
    const { ask } = await startAnswering(entities(volunteer, null));
    const { data, errors } = await ask(
      '{ persons(ids: ["p1", "p2", "p1", "p1"]) { id volunteer { points } mood } }',
    );
    expect(JSON.parse(String(http?.requests[0]?.body)).variables).toEqual({
      representations: [
        { __typename: 'Person', id: 'p1' },
        { __typename: 'Person', id: 'p2' },
      ],
    });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      persons: [volunteer, { volunteer: null }, volunteer, volunteer],
    });
  });

  it('carry the error of one to every place it stands for', async () => {
    const error = { message: 'boom', path: ['_entities', 0, 'volunteer', 'points'] };
    const { ask } = await startAnswering(
      JSON.stringify({ data: { _entities: [{ volunteer: { points: null } }, volunteer] }, errors: [error] }),
    );
    const { errors } = await ask(three);
    expect(errors.map(({ path }) => path)).toEqual([
      ['persons', 0, 'volunteer', 'points'],
      ['persons', 2, 'volunteer', 'points'],
    ]);
  });
});

describe("a subgraph's own error", () => {
  const failing = (code: string | undefined, path: unknown): string =>
    JSON.stringify({
      data: { _entities: [{ volunteer: null }] },
      errors: [
        { message: 'SELECT * FROM secret at db:5432', path, extensions: { code, stacktrace: ['at x.js:1'] } },
      ],
    });
  const one = '{ who: person(id: "p1") { v: volunteer { points } } }';

  it('is told at the path the client knows, but not what it says, unless its code is ours', async () => {
    for (const code of ['DATABASE_ERROR', undefined, 'INTERNAL']) {
      const { ask, stop } = await startAnswering(
        failing(code, ['_entities', 0, 'v']).replace('"volunteer"', '"v"'),
      );
      const { errors, text, coverage } = await ask(one);
      expect(errors).toEqual([
        {
          message: 'The subgraph "volunteers" answered with an error.',
          path: ['who', 'v'],
          code: 'INTERNAL',
        },
      ]);
      expect(text).not.toMatch(/secret|5432|stack/);
      expect(coverage).toContainEqual({ subgraph: 'volunteers', answered: true });
      await stop();
      await http?.close();
    }
    http = undefined;
  });

  it("keeps its text and code when the code is one of the hub's", async () => {
    const { ask } = await startAnswering(
      failing('BAD_USER_INPUT', ['_entities', 0, 'v']).replace('"volunteer"', '"v"'),
    );
    const { errors } = await ask(one);
    expect(errors).toMatchObject([{ message: expect.stringContaining('SELECT'), code: 'BAD_USER_INPUT' }]);
  });

  it('without a path is told at every null it may have caused', async () => {
    const { ask } = await startAnswering(failing('FORBIDDEN', undefined).replace('"volunteer"', '"v"'));
    const { errors } = await ask(one);
    expect(errors).toMatchObject([{ path: ['who', 'v'], code: 'FORBIDDEN' }]);
  });

  it('in the place of data loses all that was asked', async () => {
    const refusal = { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] };
    const { ask } = await startAnswering(JSON.stringify(refusal));
    const { data, errors, coverage } = await ask(three);
    expect(data).toMatchObject({ persons: [{ volunteer: null }, { volunteer: null }, { volunteer: null }] });
    expect(errors.map(({ path, code }) => [path, code])).toEqual(
      [0, 1, 2].map((index) => [['persons', index, 'volunteer'], 'FORBIDDEN']),
    );
    expect(coverage).toContainEqual({ subgraph: 'volunteers', answered: false, code: 'FORBIDDEN' });
  });

  it('that it does not know the gateway is an outage: the client is known', async () => {
    const refusal = { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] };
    const { ask } = await startAnswering(JSON.stringify(refusal));
    const { errors } = await ask(three);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
  });

  it('that left nothing out is told without a path', async () => {
    const { ask } = await startAnswering(
      JSON.stringify({ data: { _entities: [{ v: { points: 1 } }] }, errors: [{ message: 'odd' }] }),
    );
    const { data, errors } = await ask(one);
    expect(data).toEqual({ who: { v: { points: 1 } } });
    expect(errors).toEqual([
      { message: 'The subgraph "volunteers" answered with an error.', code: 'INTERNAL' },
    ]);
  });
});
