import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '../support/federation-catalogue.ts';
import { city } from '../support/federation-city.ts';
import { catalogueQueries, catalogueVariables, cityQueries } from '../support/federation-queries.ts';
import { startFederatedServer, type FederatedServer } from '../support/federation-server.ts';
import { composeSupergraph, schemaOf, type SmallSubgraph } from '../support/federation-supergraph.ts';

const startShipped = async (subgraphs: readonly SmallSubgraph[]): Promise<ApolloServer> => {
  const gateway = new ApolloGateway({
    supergraphSdl: composeSupergraph(subgraphs),
    buildService: ({ name }) => {
      const subgraph = subgraphs.find((candidate) => candidate.name === name);
      if (subgraph === undefined) throw new Error(`no subgraph ${name}`);
      return new LocalGraphQLDataSource(schemaOf(subgraph));
    },
  });
  const server = new ApolloServer({ gateway });
  await server.start();
  return server;
};

describe.each([
  ['a city', city, cityQueries],
  ['a catalogue with interfaces, unions, value types, overrides and mutations', catalogue, catalogueQueries],
] as const)('%s', (_, subgraphs, queries) => {
  let ours: FederatedServer;
  let shipped: ApolloServer;
  const variables = catalogueVariables;

  beforeAll(async () => {
    [ours, shipped] = await Promise.all([startFederatedServer({ subgraphs }), startShipped(subgraphs)]);
  });
  afterAll(async () => {
    await Promise.all([ours.stop(), shipped.stop()]);
  });

  it.each(queries.map((query) => [query]))('answers as ApolloGateway does: %s', async (query) => {
    const { body } = await shipped.executeOperation({ query, variables });
    if (body.kind !== 'single') throw new Error('an incremental answer');
    expect(body.singleResult.errors).toBeUndefined();
    const answer = await ours.ask(query, variables);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual(JSON.parse(JSON.stringify(body.singleResult.data)));
    expect(ours.logged).toEqual([]);
  });
});
