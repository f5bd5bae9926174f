import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { createInProcessSource } from '../../gateway/federation/sources/in-process-source.ts';
import { catalogue, people } from '../support/federation-catalogue.ts';
import { startFederatedServer, type FederatedServer } from '../support/federation-server.ts';
import { executorOf, withField } from '../support/federation-supergraph.ts';

let server: FederatedServer | undefined;
afterEach(() => server?.stop());

/** The catalogue with a `people` that answers some fields differently, and what `shipping` is asked with. */
const start = async (changed: typeof people) => {
  const asked: unknown[] = [];
  const [, shipping] = catalogue;
  const ship = executorOf(shipping);
  server = await startFederatedServer({
    subgraphs: catalogue,
    sources: {
      people: createInProcessSource({ execute: executorOf(changed) }),
      shipping: createInProcessSource({
        execute: (request) => {
          asked.push(request.variables['representations']);
          return ship(request);
        },
      }),
    },
  });
  return { ask: server.ask, asked };
};

describe('a value that was lost on its way to another subgraph', () => {
  it('is not taken there for a null, which would be answered wrongly', async () => {
    const country = ({ name }: { name: string }) => {
      if (name === 'Author b1') throw new GraphQLError('x', { extensions: { code: 'SUBGRAPH_TIMEOUT' } });
      return 'X2';
    };
    const { ask, asked } = await start(withField(people, 'Author', { country }));
    const { data, errors } = await ask('{ books { title shippingCost } }');
    expect(asked).toEqual([[expect.objectContaining({ id: 'b2', author: { country: 'X2' } })]]);
    expect(data).toEqual({
      books: [
        { title: 'One', shippingCost: null },
        { title: 'Two', shippingCost: 500 },
      ],
    });
    expect(errors).toEqual([
      {
        message: 'What the subgraph "shipping" has to be told first is not available.',
        path: ['books', 0, 'shippingCost'],
        code: 'SUBGRAPH_TIMEOUT',
      },
    ]);
  });

  it('that is truly null is sent as null', async () => {
    const { ask, asked } = await start(withField(people, 'Author', { country: () => null }));
    const { data, errors } = await ask('{ books { shippingCost } }');
    expect(asked).toHaveLength(1);
    expect(data).toEqual({ books: [{ shippingCost: 300 }, { shippingCost: 500 }] });
    expect(errors).toEqual([]);
  });

  it('and cost nothing that the client sees is told above it', async () => {
    const shippingCostBase = () => {
      throw new Error('secret');
    };
    const { ask, asked } = await start(withField(people, 'Book', { shippingCostBase }));
    const { data, errors } = await ask('{ book(id: "b1") { title delivery { days } } }');
    expect(asked).toEqual([]);
    expect(data).toEqual({ book: { title: 'One', delivery: null } });
    expect(errors).toMatchObject([{ path: ['book', 'delivery'], code: 'INTERNAL' }]);
  });
});

describe('a value type that two subgraphs fill', () => {
  it('is missing only what the absent one gives', async () => {
    server = await startFederatedServer({
      subgraphs: catalogue,
      sources: { shipping: createInProcessSource({ execute: () => ({}) }) },
    });
    const { data, errors } = await server.ask('{ books { dimensions { width depth } } }');
    expect(data).toEqual({ books: [1, 2].map(() => ({ dimensions: { width: 1, depth: null } })) });
    expect(errors.map(({ path }) => path)).toEqual([
      ['books', 0, 'dimensions', 'depth'],
      ['books', 1, 'dimensions', 'depth'],
    ]);
  });
});
