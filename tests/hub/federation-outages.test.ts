import { describe, expect, it } from '@jest/globals';
import { createInProcessSource } from '../../gateway/federation/sources/in-process-source.ts';
import { catalogue } from '../support/federation-catalogue.ts';
import { city } from '../support/federation-city.ts';
import { catalogueQueries, catalogueVariables, cityQueries } from '../support/federation-queries.ts';
import { startFederatedServer, type Answer } from '../support/federation-server.ts';
import { composeSupergraph, executorOf, type SmallSubgraph } from '../support/federation-supergraph.ts';

// Whatever the plan, and whichever call of it fails: what arrives is true, and what does not arrive is told.

type Path = readonly (string | number)[];

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const startsWith = (path: Path, start: Path): boolean => start.every((step, index) => path[index] === step);

/** What is at a path, or the null in which it ends. */
const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce((value, step) => (isNode(value) ? value[step] : value), data);

/** The places where the one is null and the other is not. */
const missingIn = (broken: unknown, whole: unknown, path: Path = []): readonly Path[] => {
  if (broken === null && whole !== null) return [path];
  if (!isNode(broken) || !isNode(whole)) {
    expect(broken).toEqual(whole);
    return [];
  }
  expect(Object.keys(broken)).toEqual(Object.keys(whole));
  return Object.keys(whole).flatMap((key) =>
    missingIn(broken[key], whole[key], [...path, Array.isArray(whole) ? Number(key) : key]),
  );
};

const expectHonest = (broken: Answer, whole: Answer): void => {
  const paths = broken.errors.map(({ path }): Path => {
    if (!Array.isArray(path)) throw new Error('an error without a path');
    return path;
  });
  const missing = missingIn(broken.data, whole.data);
  for (const at of missing)
    expect({ at, told: paths.some((path) => startsWith(path, at)) }).toEqual({ at, told: true });
  for (const path of paths)
    expect({ path, value: valueAt(broken.data, path) }).toEqual({ path, value: null });
  expect(new Set(paths.map((path) => JSON.stringify(path))).size).toBe(paths.length);
  for (const { code } of broken.errors) expect(code).toBe('SUBGRAPH_UNAVAILABLE');
};

interface World {
  readonly subgraphs: readonly SmallSubgraph[];
  readonly supergraphSdl: string;
}

interface Breaking {
  readonly subgraph: string;
  /** Which of its calls fails: the first, the second ...; none means all. */
  readonly call: number | undefined;
}

const askBroken = async (
  { subgraphs, supergraphSdl }: World,
  query: string,
  { subgraph, call }: Breaking,
) => {
  let calls = 0;
  const sources = Object.fromEntries(
    subgraphs.map((each) => {
      const execute = executorOf(each);
      const source = createInProcessSource({
        execute: (request) => {
          if (each.name === subgraph) {
            calls += 1;
            if (call === undefined || call === calls) throw new Error('down');
          }
          return execute(request);
        },
      });
      return [each.name, source];
    }),
  );
  const server = await startFederatedServer({ subgraphs, supergraphSdl, sources });
  const answer = await server.ask(query, catalogueVariables);
  await server.stop();
  return { answer, calls };
};

describe.each([
  ['a city', city, cityQueries],
  ['a catalogue', catalogue, catalogueQueries],
] as const)('%s with a call that fails', (_, subgraphs, queries) => {
  const world = { subgraphs, supergraphSdl: composeSupergraph(subgraphs) };
  const cases = queries.flatMap((query) =>
    subgraphs.flatMap(({ name }) => [undefined, 1, 2].map((call) => [name, call ?? 'every', query] as const)),
  );

  it.each(cases)('tells what is missing, and only that: %s, call %s, %s', async (subgraph, call, query) => {
    const whole = await askBroken(world, query, { subgraph: '', call: undefined });
    expect(whole.answer.errors).toEqual([]);
    const breaking = { subgraph, call: call === 'every' ? undefined : call };
    const { answer, calls } = await askBroken(world, query, breaking);
    expectHonest(answer, whole.answer);
    const isBroken = calls >= (breaking.call ?? 1);
    expect(answer.coverage).toEqual(
      isBroken
        ? expect.arrayContaining([{ subgraph, answered: false, code: 'SUBGRAPH_UNAVAILABLE' }])
        : whole.answer.coverage,
    );
  });
});
