import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

/**
 * The hub's scalars under their SDL names. A day stays text from SQL to client (no time zone can shift it); a moment
 * that was read as text goes out as it was read, with its offset.
 */
export const scalars = {
  Date: new GraphQLScalarType({ ...GraphQLLocalDate.toConfig(), name: 'Date' }),
  DateTime: new GraphQLScalarType({
    ...GraphQLDateTimeISO.toConfig(),
    name: 'DateTime',
    serialize: (value) => (typeof value === 'string' ? value : GraphQLDateTimeISO.serialize(value)),
  }),
} as const;
