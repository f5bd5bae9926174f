import { GraphQLScalarType, isScalarType, type GraphQLSchema } from 'graphql';
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

/**
 * Makes a schema that was built of SDL alone, as the gateway's, refuse what is no day and no moment: otherwise it would be a
 * department that refuses it, and look like an outage of it.
 */
export function holdScalars(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of Object.values(scalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}
