import type { GraphQLFieldResolver, GraphQLObjectType } from 'graphql';
import { encodeCursor, type CursorKey } from '../../../schema/cursor.ts';

/** A row of a connection as the statement gave it: sort key, nodes and edges under their response keys. */
interface Line {
  readonly k: CursorKey;
  readonly n: Readonly<Record<string, unknown>>;
  readonly e: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Page {
  readonly lines: readonly Line[];
  readonly hasNextPage: boolean;
  /** Where an empty page ends. */
  readonly beginning: string | null;
}

interface Edge {
  readonly line: Line;
  readonly key: string;
}

/** Cuts the statement's rows, one more than asked, to the page asked for. */
export function pageOf(lines: readonly Line[], first: number, beginning: string | null = null): Page {
  return { lines: lines.slice(0, first), hasNextPage: lines.length > first, beginning };
}

type Resolvers<Parent> = Readonly<Record<string, GraphQLFieldResolver<Parent, unknown>>>;

const ofConnection: Resolvers<Page> = {
  nodes: ({ lines }, _args, _context, info) => lines.map((line) => line.n[String(info.path.key)]),
  edges: ({ lines }, _args, _context, info): readonly Edge[] =>
    lines.map((line) => ({ line, key: String(info.path.key) })),
  pageInfo: ({ lines, hasNextPage, beginning }) => {
    const last = lines.at(-1);
    return { hasNextPage, endCursor: last ? encodeCursor(last.k) : beginning };
  },
};

const ofEdge: Resolvers<Edge> = {
  node: ({ line, key }, _args, _context, info) => line.e[key]?.[String(info.path.key)],
  cursor: ({ line }) => encodeCursor(line.k),
};

/** Gives a connection type and its edge type their resolvers; they are the same for every list of the hub. */
export function attachConnectionResolvers(connection: GraphQLObjectType, edge: GraphQLObjectType): void {
  for (const field of Object.values(connection.getFields()))
    field.resolve = ofConnection[field.name] ?? missing;
  for (const field of Object.values(edge.getFields())) field.resolve = ofEdge[field.name] ?? missing;
}

const missing: GraphQLFieldResolver<unknown, unknown> = (_parent, _args, _context, info) => {
  throw new Error(
    `${info.parentType.name}.${info.fieldName} is no field of a connection that the kit can resolve`,
  );
};
