import { unusable } from '../sources/no-answer.ts';
import { isObject, projectObject, type JsonObject } from './project.ts';
import type { Shape } from './shape.ts';

/** The variables of a call as JSON, with each representation in it once. */
export interface PackedVariables {
  readonly json: string;
  /** Of each representation, which of the sent ones it is; undefined when it is withheld. */
  readonly sentAs: readonly (number | undefined)[];
  /** One of each kind, in the order they are sent. */
  readonly sent: readonly unknown[];
}

/** ApolloGateway asks for the same entity as often as it occurs; the subgraph is asked once. */
export const packEntityVariables = (
  variables: Readonly<Record<string, unknown>>,
  withheld: ReadonlySet<number>,
): PackedVariables => {
  const { representations, ...others } = variables;
  const all: readonly unknown[] = Array.isArray(representations) ? representations : [];
  const places = new Map<string, number>();
  const sent: unknown[] = [];
  const sentAs = all.map((representation, position) => {
    if (withheld.has(position)) return undefined;
    const text = JSON.stringify(representation);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return sent.push(representation) - 1;
  });
  // Each text was made for the comparison already: it is joined here, not serialised again.
  const rest = JSON.stringify(others);
  const list = `"representations":[${[...places.keys()].join(',')}]}`;
  return { json: rest === '{}' ? `{${list}` : `${rest.slice(0, -1)},${list}`, sentAs, sent };
};

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const checkSame = (
  entity: JsonObject,
  representation: Readonly<Record<string, unknown>>,
  shape: Shape,
): void => {
  for (const [key, asked] of Object.entries(representation)) {
    if (key === '__typename' || shape.get(key)?.isPlain !== true) continue;
    const given = entity[key];
    if (isScalar(given) && isScalar(asked) && String(given) !== String(asked))
      throw unusable('an entity other than the one asked');
  }
};

/**
 * The entities in the order ApolloGateway wants them, each an object of its own: it merges others into them.
 */
export const unpackEntities = (
  answered: unknown,
  { sent, sentAs }: PackedVariables,
  shape: Shape,
): readonly (JsonObject | null)[] => {
  if (!Array.isArray(answered)) throw unusable('no list of entities');
  const entities: readonly unknown[] = answered;
  if (entities.length !== sent.length)
    throw unusable(`${entities.length} entities for ${sent.length} representations`);
  return sentAs.map((index) => {
    if (index === undefined) return null;
    const entity = entities[index];
    const representation = sent[index];
    if (entity === null) return null;
    if (!isObject(representation)) throw unusable('a representation of a wrong kind');
    const typename = representation['__typename'];
    const copy = projectObject(entity, shape, typeof typename === 'string' ? typename : undefined);
    checkSame(copy, representation, shape);
    return copy;
  });
};
