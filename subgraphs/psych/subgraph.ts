import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/all.ts';
import { shapes } from './reads.ts';

/** The psychological services: stations, counsellors, slots, appointments; never their content. */
export const psych: SubgraphDefinition = {
  name: 'psych',
  entities,
  migrations,
  shapes,
  resolvers: {},
  rules: {},
  readinessChecks: [],
};
