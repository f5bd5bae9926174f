import { emptyObject, isObject, type JsonObject } from '../ask/project.ts';
import type { Call } from '../ask/record.ts';

type Step = string | number;
export type Path = readonly Step[];

/** An object of the answer and where it is. */
export interface Place {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

export const keyOf = (path: Path): string => JSON.stringify(path);

/**
 * Everything that was fetched, as ApolloGateway has it after its merges: it merges into the objects we gave
 * it, so the first answer at each root key *is* its state, keys included that the client did not ask for.
 */
export const fetchedData = (calls: readonly Call[]): JsonObject => {
  const root = emptyObject();
  for (const { path, outcome } of calls) {
    if (path.length > 0 || outcome.kind === 'silent') continue;
    for (const [key, value] of Object.entries(outcome.data ?? {})) root[key] ??= value;
  }
  return root;
};

const gather = (path: Path, rest: Path, value: unknown, into: Place[]): void => {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const inner = rest[0] === '@' ? rest.slice(1) : rest;
    const items: readonly unknown[] = value;
    items.forEach((item, index) => gather([...path, index], inner, item, into));
    return;
  }
  if (!isObject(value)) return;
  const [head, ...tail] = rest;
  if (head === undefined) into.push({ path, value });
  if (head !== undefined && Object.hasOwn(value, head)) gather([...path, head], tail, value[head], into);
};

/** The objects a step of the plan was run on, in the order ApolloGateway takes them. */
export const placesAt = (path: Path, root: JsonObject): readonly Place[] => {
  const places: Place[] = [];
  gather([], path, root, places);
  return places;
};
