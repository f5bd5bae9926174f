import { parse, type GraphQLSchema } from 'graphql';
import { shapeOf, type Shape } from './shape.ts';

// As many as a hub has queries: the planner writes the same text each time. Clients that write values into
// their documents make ever new ones, so the oldest is forgotten.
const kept = 2000;

/** Works out the shape of a query, once for each text. */
export const rememberShapes = (schema: GraphQLSchema): ((query: string) => Shape) => {
  const shapes = new Map<string, Shape>();
  return (query) => {
    const known = shapes.get(query);
    if (known !== undefined) return known;
    const shape = shapeOf(parse(query, { noLocation: true }), schema);
    const oldest = shapes.size >= kept ? shapes.keys().next() : undefined;
    if (oldest?.done === false) shapes.delete(oldest.value);
    shapes.set(query, shape);
    return shape;
  };
};
