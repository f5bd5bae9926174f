import type { GraphQLSchema } from 'graphql';

/** What is made of each supergraph that is served, by the schema it is served as. */
export interface BySchema<Made> {
  /** Makes it of a supergraph that begins to be served. */
  readonly load: (schema: GraphQLSchema, supergraphSdl: string | undefined) => void;
  /** What was made of the supergraph that an operation began with; throws where none was. */
  readonly of: (schema: GraphQLSchema) => Made;
}

/**
 * Keeps what is derived from a supergraph with its schema. An operation ends with the schema that it was validated with, also
 * when another supergraph is served meanwhile: judged by the newer one, a field would be decided by another class than the
 * one it is fetched under, or be unknown.
 */
export function keepBySchema<Made>(
  make: (schema: GraphQLSchema, supergraphSdl: string | undefined) => Made,
): BySchema<Made> {
  const made = new WeakMap<GraphQLSchema, Made>();
  return {
    load: (schema, supergraphSdl) => void made.set(schema, make(schema, supergraphSdl)),
    of: (schema) => {
      const found = made.get(schema);
      if (found === undefined) throw new Error('An operation came with a schema that was not loaded');
      return found;
    },
  };
}
