import { readDataClasses, type DataClasses } from '../data-classes.ts';
import { loadTypeDefs } from '../load.ts';
import { subgraphNames } from '../registry.ts';

/**
 * The classes of the whole graph, read from the subgraphs' own SDL, so that a stale supergraph does not hide a fault.
 * Where several declare a field, all their classes count: a stub cannot open what its owner protects.
 */
export function readGraphClasses(): ReadonlyMap<string, DataClasses> {
  const all = new Map<string, DataClasses>();
  for (const [coordinate, classes] of subgraphNames.flatMap((name) => [
    ...readDataClasses(loadTypeDefs(name)).classes,
  ])) {
    all.set(coordinate, [...(all.get(coordinate) ?? []), ...classes]);
  }
  return all;
}
