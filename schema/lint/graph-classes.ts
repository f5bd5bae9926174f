import { readDataClasses, type DataClasses } from '../data-classes.ts';
import { loadTypeDefs } from '../load.ts';
import { subgraphNames } from '../registry.ts';

let classes: ReadonlyMap<string, DataClasses> | undefined;

/**
 * The classes of the whole graph, read from the subgraphs' own SDL, so that a stale supergraph does not hide a fault.
 * Where several declare a field, all their classes count: a stub cannot open what its owner protects.
 */
export const readGraphClasses = (): ReadonlyMap<string, DataClasses> => (classes ??= gatherClasses());

function gatherClasses(): ReadonlyMap<string, DataClasses> {
  const all = new Map<string, DataClasses>();
  for (const [coordinate, found] of subgraphNames.flatMap((name) => [
    ...readDataClasses(loadTypeDefs(name)).classes,
  ])) {
    all.set(coordinate, [...(all.get(coordinate) ?? []), ...found]);
  }
  return all;
}
