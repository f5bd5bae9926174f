import { ApolloServer } from '@apollo/server';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createFederation, type Federation } from '../../gateway/federation/federation.ts';
import { createInProcessSource } from '../../gateway/federation/sources/in-process-source.ts';
import type { FederationContext, SubgraphSource } from '../../gateway/federation/sources/subgraph-source.ts';
import { composeSupergraph, executorOf, type SmallSubgraph } from '../support/federation-supergraph.ts';

const subgraph = (name: string, field: string, wait?: Promise<void>): SmallSubgraph => ({
  name,
  typeDefs: `type Query { ${field}: String }`,
  resolvers: { Query: { [field]: async () => (await wait, `${name}.${field}`) } },
});

const urlOf = (version: string) => (name: string) => `http://${name}.invalid/${version}`;

let server: ApolloServer | undefined;
afterEach(() => server?.stop());

/** A federation whose subgraphs are told apart by the last part of their URL. */
const start = async (versions: Readonly<Record<string, readonly SmallSubgraph[]>>) => {
  const opened: string[] = [];
  const closed: string[] = [];
  const sdlOf = (version: string) => composeSupergraph(versions[version] ?? [], urlOf(version));
  const dataSourceFor = (name: string, url: string): SubgraphSource<FederationContext> => {
    const version = url.split('/').at(-1) ?? '';
    const found = versions[version]?.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no way to reach ${name}`);
    opened.push(`${name}/${version}`);
    const source = createInProcessSource({ execute: executorOf(found) });
    return {
      ask: source.ask,
      close: async () => {
        closed.push(`${name}/${version}`);
        await source.close();
      },
    };
  };
  const federation: Federation = createFederation({ supergraphSdl: sdlOf('1'), dataSourceFor });
  server = new ApolloServer({ gateway: federation });
  await server.start();
  const ask = async (query: string) => {
    const { body } = (await server?.executeOperation({ query })) ?? {};
    return body?.kind === 'single' ? body.singleResult : undefined;
  };
  return { federation, ask, sdlOf, opened, closed };
};

describe('a reload', () => {
  it('that cannot be read, loaded or reached is refused, and the old supergraph serves on', async () => {
    const { federation, ask, sdlOf, opened, closed } = await start({ 1: [subgraph('a', 'x')] });
    const sdl = sdlOf('1');
    await expect(federation.update('type Query {')).rejects.toThrow('Syntax Error');
    await expect(federation.update('type Query { x: String }')).rejects.toThrow();
    await expect(federation.update(sdl.replace('x: String', 'x: Strin'))).rejects.toThrow();
    await expect(federation.update(sdl.replaceAll('invalid/1', 'invalid/9'))).rejects.toThrow(
      'no way to reach a',
    );
    expect(await ask('{ x }')).toMatchObject({ data: { x: 'a.x' } });
    expect([opened, closed]).toEqual([['a/1'], []]);
  });

  it('serves the new supergraph and closes what the old one used', async () => {
    const { federation, ask, sdlOf, closed } = await start({
      1: [subgraph('a', 'x')],
      2: [subgraph('a', 'x'), subgraph('b', 'y')],
    });
    expect((await ask('{ y }'))?.errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    await federation.update(sdlOf('2'));
    expect(await ask('{ x y }')).toMatchObject({ data: { x: 'a.x', y: 'b.y' } });
    await new Promise(setImmediate);
    expect(closed).toEqual(['a/1']);
  });

  it('keeps a source whose address has not changed', async () => {
    const { federation, ask, sdlOf, opened, closed } = await start({ 1: [subgraph('a', 'x')] });
    await federation.update(`${sdlOf('1')}\n`);
    expect(await ask('{ x }')).toMatchObject({ data: { x: 'a.x' } });
    expect([opened, closed]).toEqual([['a/1'], []]);
  });

  it('lets an operation end on the supergraph on which it began', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { federation, ask, sdlOf, closed } = await start({
      1: [subgraph('a', 'x', gate.promise)],
      2: [subgraph('b', 'y')],
    });
    const begun = ask('{ x }');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await federation.update(sdlOf('2'));
    expect(closed).toEqual([]);
    expect(await ask('{ y }')).toMatchObject({ data: { y: 'b.y' } });
    gate.resolve(undefined);
    expect(await begun).toMatchObject({ data: { x: 'a.x' } });
    await new Promise(setImmediate);
    expect(closed).toEqual(['a/1']);
  });

  it('never runs beside another', async () => {
    const { federation, ask, sdlOf, closed } = await start({
      1: [subgraph('a', 'x')],
      2: [subgraph('b', 'y')],
      3: [subgraph('c', 'z')],
    });
    await Promise.all([federation.update(sdlOf('2')), federation.update(sdlOf('3'))]);
    expect(await ask('{ z }')).toMatchObject({ data: { z: 'c.z' } });
    await new Promise(setImmediate);
    expect(closed.toSorted()).toEqual(['a/1', 'b/2']);
  });
});

describe('a federation', () => {
  it('closes its sources when it is stopped', async () => {
    const { federation, closed } = await start({ 1: [subgraph('a', 'x'), subgraph('b', 'y')] });
    await federation.stop();
    expect(closed.toSorted()).toEqual(['a/1', 'b/1']);
  });

  it('plans anew for a document that a wrapper put in under a hash of its own', async () => {
    const { federation } = await start({ 1: [subgraph('a', 'x'), subgraph('b', 'y')] });
    const { executor } = await federation.load();
    const wrapper: Federation = {
      ...federation,
      load: async () => ({
        ...(await federation.load()),
        executor: (given) =>
          executor({ ...given, document: parse('{ y }'), queryHash: `${given.queryHash}/cut` }),
      }),
    };
    const outer = new ApolloServer({ gateway: wrapper });
    await outer.start();
    const asked = { query: '{ x y }' };
    expect((await outer.executeOperation(asked)).body).toMatchObject({
      singleResult: { data: { y: 'b.y' }, extensions: { coverage: [{ subgraph: 'b', answered: true }] } },
    });
    expect((await server?.executeOperation(asked))?.body).toMatchObject({
      singleResult: { data: { x: 'a.x', y: 'b.y' } },
    });
    await outer.stop();
  });

  it('has telemetry turned off before it is loaded', async () => {
    await start({ 1: [subgraph('a', 'x')] });
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('true');
  });
});
