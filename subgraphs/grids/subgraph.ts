import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/all.ts';
import { shapes } from './reads.ts';

/** The grid register: divisions, grids, workers, duties, visits. */
export const grids: SubgraphDefinition = {
  name: 'grids',
  entities,
  migrations,
  shapes,
  resolvers: {},
  rules: {},
  readinessChecks: [],
};
