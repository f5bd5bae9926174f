import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { createInProcessSource } from '../../gateway/federation/sources/in-process-source.ts';
import type { FederationContext, SubgraphSource } from '../../gateway/federation/sources/subgraph-source.ts';
import { city, persons } from '../support/federation-city.ts';
import { startFederatedServer, type FederatedServer } from '../support/federation-server.ts';
import { executorOf, withField } from '../support/federation-supergraph.ts';

type Source = SubgraphSource<FederationContext>;

const refused = (): Source =>
  createInProcessSource({
    execute: () => {
      throw new Error('connect ECONNREFUSED 10.1.2.3:5432 password=hunter2');
    },
  });
const hung = (): Source =>
  createInProcessSource({ execute: () => new Promise(() => undefined), deadlineMs: 50 });

const portrait = `query Portrait($id: ID!) {
  person(id: $id) {
    name
    residency { since grid { code name } }
    psych { station }
    volunteer { points }
  }
}`;

let server: FederatedServer | undefined;
const start = async (sources: Record<string, Source>): Promise<FederatedServer> =>
  (server = await startFederatedServer({ subgraphs: city, sources }));

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

describe('a portrait of which a part cannot be had', () => {
  it('gives the rest, null and an error at the path of the missing part', async () => {
    const { ask } = await start({ psych: refused() });
    const { data, errors, coverage } = await ask(portrait, { id: 'p3' });
    expect(data).toEqual({
      person: {
        name: 'Name p3',
        residency: { since: 2000, grid: { code: 'G02', name: 'Grid G02' } },
        psych: null,
        volunteer: { points: 7 },
      },
    });
    expect(errors).toEqual([
      {
        message: 'The subgraph "psych" is not available.',
        path: ['person', 'psych'],
        code: 'SUBGRAPH_UNAVAILABLE',
      },
    ]);
    expect(coverage).toEqual([
      { subgraph: 'grids', answered: true },
      { subgraph: 'persons', answered: true },
      { subgraph: 'psych', answered: false, code: 'SUBGRAPH_UNAVAILABLE' },
      { subgraph: 'volunteers', answered: true },
    ]);
  });

  it('tells a subgraph that is too slow from one that is away', async () => {
    const { ask } = await start({ psych: refused(), volunteers: hung() });
    const { errors } = await ask(portrait, { id: 'p3' });
    expect(errors.map(({ path, code }) => [path, code])).toEqual(
      expect.arrayContaining([
        [['person', 'psych'], 'SUBGRAPH_UNAVAILABLE'],
        [['person', 'volunteer'], 'SUBGRAPH_TIMEOUT'],
      ]),
    );
    expect(errors).toHaveLength(2);
  });

  it('says neither where the subgraph is nor what it said, to the client or to the log', async () => {
    const { ask, logged } = await start({ psych: refused() });
    const { text } = await ask(portrait, { id: 'p3' });
    expect(text).not.toMatch(/10\.1\.2\.3|hunter2|ECONNREFUSED|stack|invalid/);
    expect(logged.join()).not.toMatch(/10\.1\.2\.3|hunter2|p3/);
    expect(logged).toHaveLength(1);
  });

  it('points below an object whose own part is there', async () => {
    const { ask } = await start({ grids: refused() });
    const { data, errors } = await ask(portrait, { id: 'p1' });
    expect(data).toMatchObject({ person: { residency: { since: 2000, grid: { code: 'G01', name: null } } } });
    expect(errors.map(({ path }) => path)).toEqual([['person', 'residency', 'grid', 'name']]);
  });

  it('gives one error when the owner is away', async () => {
    const { ask } = await start({ persons: refused() });
    const { data, errors, coverage } = await ask(portrait, { id: 'p1' });
    expect(data).toEqual({ person: null });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([[['person'], 'SUBGRAPH_UNAVAILABLE']]);
    expect(coverage).toEqual([{ subgraph: 'persons', answered: false, code: 'SUBGRAPH_UNAVAILABLE' }]);
  });

  it('gives one error for each position of a list', async () => {
    const { ask } = await start({ volunteers: refused() });
    const { data, errors } = await ask(
      '{ persons(ids: ["p1", "nobody", "p2", "p1"]) { name volunteer { points } } }',
    );
    expect(data).toMatchObject({
      persons: [{ name: 'Name p1' }, null, { name: 'Name p2' }, { name: 'Name p1' }],
    });
    expect(errors.map(({ path }) => path)).toEqual([
      ['persons', 0, 'volunteer'],
      ['persons', 2, 'volunteer'],
      ['persons', 3, 'volunteer'],
    ]);
  });

  it('finds its way through lists of lists and aliases', async () => {
    const { ask } = await start({ volunteers: refused() });
    const { errors } = await ask(
      '{ who: person(id: "p3") { circles: friends { v: volunteer { points } } } }',
    );
    expect(errors.map(({ path }) => path)).toEqual([
      ['who', 'circles', 0, 0, 'v'],
      ['who', 'circles', 0, 1, 'v'],
    ]);
  });

  it('names each root field of a subgraph that is away', async () => {
    const { ask } = await start({ grids: refused() });
    const { data, errors } = await ask(
      '{ a: grid(code: "G01") { name } b: grid(code: "G02") { code } tasks { title } }',
    );
    expect(data).toEqual({ a: null, b: null, tasks: [{ title: 'a' }, { title: 'b' }] });
    expect(errors.map(({ path }) => path)).toEqual([['a'], ['b']]);
  });

  it('tells a null of the rules from a null of an outage where a value may not be null', async () => {
    const { ask } = await start({ grids: hung() });
    const { data, errors } = await ask('{ gridCount }');
    expect(data).toBeNull();
    expect(errors.map(({ path, code }) => [path, code])).toEqual([[['gridCount'], 'SUBGRAPH_TIMEOUT']]);
    const deep = await ask('{ person(id: "p1") { residency { grid { code kind } } } }');
    expect(deep.data).toEqual({ person: { residency: { grid: null } } });
    expect(deep.errors.map(({ path }) => path)).toEqual([['person', 'residency', 'grid', 'kind']]);
  });

  it('waits for slow ones side by side, no longer than their deadline', async () => {
    const slow = (): Source =>
      createInProcessSource({ execute: () => new Promise(() => undefined), deadlineMs: 300 });
    const { ask } = await start({ psych: slow(), volunteers: slow(), grids: slow() });
    const before = performance.now();
    const { data, errors } = await ask(portrait, { id: 'p3' });
    expect(performance.now() - before).toBeLessThan(600);
    expect(data).toMatchObject({ person: { name: 'Name p3', psych: null, volunteer: null } });
    expect(errors.map(({ code }) => code)).toEqual(Array(3).fill('SUBGRAPH_TIMEOUT'));
  });

  it('ends all calls when the client goes away', async () => {
    const client = new AbortController();
    const signals: AbortSignal[] = [];
    const waiting = (): Source =>
      createInProcessSource({
        execute: ({ signal }) => {
          signals.push(signal);
          if (signals.length === 3) client.abort();
          return new Promise(() => undefined);
        },
      });
    const { ask } = await start({ psych: waiting(), volunteers: waiting(), grids: waiting() });
    await ask(portrait, { id: 'p3' }, { signal: client.signal });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  it('says nothing of what a directive left out', async () => {
    const { ask } = await start({ psych: refused() });
    const query =
      'query ($with: Boolean!) { person(id: "p1") { name psych @include(if: $with) { station } } }';
    expect((await ask(query, { with: false })).errors).toEqual([]);
    expect((await ask(query, { with: true })).errors).toHaveLength(1);
  });

  it('lets a mutation of one subgraph stand when another is away', async () => {
    const { ask } = await start({ volunteers: refused() });
    const { data, errors } = await ask(
      'mutation { rename(id: "p1", name: "New") { name volunteer { points } } }',
    );
    expect(data).toEqual({ rename: { name: 'New', volunteer: null } });
    expect(errors.map(({ path }) => path)).toEqual([['rename', 'volunteer']]);
  });
});

describe('a part that requires what cannot be had', () => {
  it('has an error with the reason, when the required field failed', async () => {
    const scopeArea = ({ id }: { id: string }) => {
      if (id === 'p2') throw new GraphQLError('no', { extensions: { code: 'SUBGRAPH_TIMEOUT' } });
      return '01';
    };
    const failing = executorOf(withField(persons, 'Person', { scopeArea }));
    const { ask } = await start({ persons: createInProcessSource({ execute: failing }) });
    const { data, errors } = await ask('{ persons(ids: ["p1", "p2"]) { psych { station } } }');
    expect(data).toEqual({ persons: [{ psych: { station: 'S01' } }, { psych: null }] });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      [['persons', 1, 'psych'], 'SUBGRAPH_TIMEOUT'],
    ]);
  });

  it('has an error when its subgraph was never asked', async () => {
    let calls = 0;
    const execute = executorOf(persons);
    const secondFails = createInProcessSource({
      execute: (request) => {
        calls += 1;
        if (request.query.includes('_entities')) throw new Error('down');
        return execute(request);
      },
    });
    const { ask } = await start({ persons: secondFails });
    const { data, errors, coverage } = await ask('{ tasks { title claimedBy { psych { station } mood } } }');
    expect(data).toEqual({
      tasks: [
        { title: 'a', claimedBy: { psych: null, mood: 'mood p2' } },
        { title: 'b', claimedBy: null },
      ],
    });
    expect(calls).toBe(1);
    expect(errors).toEqual([
      {
        message: 'What the subgraph "psych" has to be told first is not available.',
        path: ['tasks', 0, 'claimedBy', 'psych'],
        code: 'SUBGRAPH_UNAVAILABLE',
      },
    ]);
    expect(coverage).toContainEqual({ subgraph: 'persons', answered: false, code: 'SUBGRAPH_UNAVAILABLE' });
  });
});
