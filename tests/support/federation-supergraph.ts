import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import type { ExecuteInProcess } from '../../gateway/federation/sources/in-process-source.ts';

type Modules = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>;
type Resolvers = NonNullable<Extract<Modules[number], { readonly typeDefs: unknown }>['resolvers']>;

/** A subgraph as small as a test needs it. */
export interface SmallSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Resolvers;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: [
  "@key", "@requires", "@external", "@provides", "@shareable", "@override", "@inaccessible", "@interfaceObject"
])`;

const withLink = (typeDefs: string) => parse(`${link}\n${typeDefs}`);

export const composeSupergraph = (
  subgraphs: readonly SmallSubgraph[],
  urlOf: (name: string) => string = (name) => `http://${name}.invalid/`,
): string => {
  const services = subgraphs.map(({ name, typeDefs }) => ({
    name,
    url: urlOf(name),
    typeDefs: withLink(typeDefs),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
};

export const schemaOf = ({ typeDefs, resolvers }: SmallSubgraph): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: withLink(typeDefs), resolvers }]);

const schemas = new WeakMap<SmallSubgraph, GraphQLSchema>();

/** Runs a subgraph in this process, strictly: what does not validate is refused. */
export const executorOf = (subgraph: SmallSubgraph): ExecuteInProcess => {
  const schema = schemas.get(subgraph) ?? schemaOf(subgraph);
  schemas.set(subgraph, schema);
  return ({ query, operationName, variables }) => {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    return execute({ schema, document, operationName: operationName ?? null, variableValues: variables });
  };
};

/** The subgraph with other resolvers for some fields of one type. */
export const withField = (
  subgraph: SmallSubgraph,
  type: string,
  fields: Resolvers[string],
): SmallSubgraph => ({
  ...subgraph,
  resolvers: { ...subgraph.resolvers, [type]: { ...Object(subgraph.resolvers[type]), ...Object(fields) } },
});
