import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/all.ts';
import { shapes } from './reads.ts';

/** The volunteer register: profiles, teams, tasks, claims, points. */
export const volunteers: SubgraphDefinition = {
  name: 'volunteers',
  entities,
  migrations,
  shapes,
  resolvers: {},
  rules: {},
  readinessChecks: [],
};
