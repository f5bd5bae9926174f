import { ApolloServer } from '@apollo/server';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createFederation } from '../../gateway/federation/federation.ts';
import { createFormatError } from '../../gateway/operations/format-error.ts';
import { createFormsPlugin } from '../../gateway/operations/forms.ts';
import { createLimitsPlugin } from '../../gateway/operations/limits-plugin.ts';
import { defaultLimits } from '../../schema/limits/limits.ts';
import { createStatusPlugin } from '../../gateway/operations/status-plugin.ts';
import { loadSupergraph } from '../../schema/load.ts';
import { operationOf } from '../support/operations.ts';

let server: ApolloServer | undefined;
afterEach(() => server?.stop());

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The hub's own supergraph, whose subgraphs answer nothing but note that they were asked. */
const start = async () => {
  const asked: string[] = [];
  const federation = createFederation({
    supergraphSdl: loadSupergraph(),
    dataSourceFor: (name) => ({
      ask: async () => {
        asked.push(name);
        return { kind: 'answered', answer: { data: null, errors: [], extensions: null } };
      },
      close: async () => undefined,
    }),
  });
  server = new ApolloServer({
    gateway: federation,
    plugins: [createLimitsPlugin(defaultLimits), createFormsPlugin(), createStatusPlugin()],
    formatError: createFormatError({ onInternal: () => undefined }),
    logger: quiet,
  });
  await server.start();
  const ask = async (query: string, variables: Record<string, unknown>, operationName?: string) => {
    const request = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
    const response = await server?.executeOperation(request);
    if (response?.body.kind !== 'single') throw new Error('no single answer');
    const { errors = [] } = response.body.singleResult;
    return {
      status: response.http.status,
      messages: errors.map(({ message }) => message),
      asked: asked.splice(0),
    };
  };
  return { ask, federation };
};

describe('on the supergraph of the hub', () => {
  it('a wrong form or type is refused before a subgraph is asked', async () => {
    const { ask } = await start();
    const cases = [
      await ask(operationOf('portrait'), { id: 'a b' }),
      await ask(operationOf('batch-integrity'), { ids: Array.from({ length: 1_001 }, () => 'a') }),
      await ask(operationOf('grid-roster'), { code: '350802', first: 101, after: '?' }),
      await ask(operationOf('find-person'), { input: { ageFrom: 'x' }, first: 1 }, 'SearchPersons'),
      await ask(operationOf('find-person'), { idNumber: '12' }, 'FindPerson'),
      await ask(operationOf('find-person'), { idNumber: '12' }),
    ];
    expect(cases.map(({ status, asked }) => [status, asked])).toEqual(cases.map(() => [400, []]));
    expect(cases.flatMap(({ messages }) => messages)).toEqual([
      'Argument "id" of Query.person: expected an id of 1 to 64 of letters, digits, "_" and "-", found a text of 3 characters.',
      'Argument "ids" of Query.persons: expected a list of at most 1000 elements, found a list of 1001 elements.',
      'Argument "code" of Query.grid: expected a grid code of 15 digits, found a text of 6 characters.',
      'Argument "first" of Grid.residents: expected a whole number from 1 to 100, found a whole number of 3 digits.',
      'Argument "after" of Grid.residents: expected a cursor that the hub gave out, found a text of 1 character.',
      'Variable "$input.ageFrom": expected a whole number of 32 bits (Int), found a text of 1 character.',
      'Argument "idNumber" of Query.personByIdNumber: expected a citizen number of 18 characters (17 digits and a digit or X) or of 15 digits, found a text of 2 characters.',
      'Expected `operationName` to name an operation of the document, found none.',
    ]);
  });

  it('what is well formed is asked', async () => {
    const { ask } = await start();
    expect((await ask(operationOf('portrait'), { id: 'nobody' })).asked).toEqual(['persons']);
  });

  it('the forms follow a reload', async () => {
    const { ask, federation } = await start();
    const ids = Array.from({ length: 11 }, () => 'a');
    expect((await ask(operationOf('batch-integrity'), { ids })).asked).toEqual(['persons']);
    await federation.update(loadSupergraph().replaceAll('max: 1000)', 'max: 10)'));
    expect(await ask(operationOf('batch-integrity'), { ids })).toEqual({
      status: 400,
      messages: [
        'Argument "ids" of Query.persons: expected a list of at most 10 elements, found a list of 11 elements.',
      ],
      asked: [],
    });
  });
});

describe('a server whose forms are nowhere declared', () => {
  it('does not start', async () => {
    const typeDefs = 'type Query { a: Int }';
    const formless = new ApolloServer({ typeDefs, plugins: [createFormsPlugin()], logger: quiet });
    await expect(formless.start()).rejects.toThrow('The forms plugin needs an SDL that declares @form');
  });
});
