import {
  getNamedType,
  getOperationAST,
  isObjectType,
  isRequiredArgument,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';

/** A root field with everything that it reaches, as GraphQL text. */
export interface WrittenRoot {
  readonly coordinate: string;
  readonly text: string;
  /** The same without a selection that says more than that something was given. */
  readonly bare: string;
  /** Every coordinate that stands in it. */
  readonly coordinates: ReadonlySet<string>;
}

/** The roots of one type, and every coordinate that stands in them. */
export interface Reach {
  readonly roots: readonly WrittenRoot[];
  readonly coordinates: ReadonlySet<string>;
}

interface Reachable {
  readonly root: GraphQLObjectType;
  /** Types with a key: the same record wherever it is met, so written out once, and by its own root where it has one. */
  readonly entityTypes: ReadonlySet<string>;
  /** Of these, those that are written out already. */
  readonly written?: ReadonlySet<string>;
  /** An argument as GraphQL text, by its coordinate, `Type.field(argument:)`; undefined for one to leave out. */
  readonly argumentOf: (coordinate: string) => string | undefined;
}

type Field = GraphQLField<unknown, unknown>;

/** Writes out every field that a client can reach from the roots of a type. */
export function reachFrom({ root, entityTypes, written, argumentOf }: Reachable): Reach {
  let coordinates = new Set<string>();
  const met = new Set(written);
  const fields = Object.values(root.getFields());
  const owned = new Map(fields.flatMap((field) => (isOwnRoot(field) ? [[leadsTo(field), field]] : [])));

  const write = (type: GraphQLObjectType, field: Field, above: readonly string[]): string => {
    const coordinate = `${type.name}.${field.name}`;
    coordinates.add(coordinate);
    const named = getNamedType(field.type);
    const selection = isObjectType(named) ? select(named, [...above, type.name], field) : '';
    return `${callOf(coordinate, field)}${selection}`;
  };
  const callOf = (coordinate: string, field: Field): string => {
    const given = field.args.flatMap((argument) => {
      const value = argumentOf(`${coordinate}(${argument.name}:)`);
      if (value === undefined && isRequiredArgument(argument))
        throw new Error(`${coordinate} needs ${argument.name}`);
      return value === undefined ? [] : [`${argument.name}: ${value}`];
    });
    return `${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}`;
  };

  const select = (type: GraphQLObjectType, above: readonly string[], by: Field): string => {
    const own = entityTypes.has(type.name) ? (owned.get(type.name) ?? by) : by;
    if (above.includes(type.name) || own !== by || (entityTypes.has(type.name) && met.has(type.name)))
      return ' { __typename }';
    met.add(type.name);
    if (by.name === 'edges') {
      // What a node is stands under `nodes` of the same page.
      for (const name of ['node', 'cursor']) coordinates.add(`${type.name}.${name}`);
      return ' { node { __typename } cursor }';
    }
    const below = Object.values(type.getFields()).map((field) => write(type, field, above));
    return ` { ${below.join(' ')} }`;
  };

  const roots = fields.map((field): WrittenRoot => {
    coordinates = new Set<string>();
    const coordinate = `${root.name}.${field.name}`;
    const text = write(root, field, []);
    return { coordinate, text, bare: `${callOf(coordinate, field)} { __typename }`, coordinates };
  });
  return { roots, coordinates: new Set(roots.flatMap((written) => [...written.coordinates])) };
}

const leadsTo = ({ type }: Field): string => getNamedType(type).name;

/** Whether a root gives one record by its key. */
const isOwnRoot = ({ args }: Field): boolean => args.some(({ name }) => name === 'id' || name === 'code');

/** An operation, as it is sent and as it is read. */
export interface Written {
  readonly text: string;
  readonly operation: OperationDefinitionNode;
}

/** Roots a client may ask for at once. */
const mostRoots = 20;

/** Roots as operations, as few as may be. */
export function packRoots(kind: 'query' | 'mutation', roots: readonly string[]): readonly Written[] {
  const parts = Array.from({ length: Math.ceil(roots.length / mostRoots) }, (_, index) =>
    roots.slice(index * mostRoots, (index + 1) * mostRoots),
  );
  return parts.map((part) => {
    const text = `${kind} { ${part.join(' ')} }`;
    const operation = getOperationAST(parse(text));
    if (!operation) throw new Error('no operation');
    return { text, operation };
  });
}

/** Coordinates that are marked inaccessible: no client can name them. */
export const betweenSubgraphs =
  /^(AuthorityInForce|BreakGlassInForce|DelegationInForce|ConsentInForce)\.|^Query\.(authority|consents)InForce$|^Person\.(scopeArea|isMinor|isInHouseholdOfCaller|reference)$/;
