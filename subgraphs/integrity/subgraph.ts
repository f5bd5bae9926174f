import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/all.ts';
import { shapes } from './reads.ts';

/** The integrity register: departments, catalogue, records, standing. */
export const integrity: SubgraphDefinition = {
  name: 'integrity',
  entities,
  migrations,
  shapes,
  resolvers: {},
  rules: {},
  readinessChecks: [],
};
