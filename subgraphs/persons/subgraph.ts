import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/all.ts';
import { checkIdentifierKey } from './identifier.ts';
import { createShapes } from './reads.ts';
import { resolvers } from './resolvers.ts';
import { rules } from './rules.ts';

/** The population register: persons, households, residency. `identifierKey` is what citizen numbers are looked up by. */
export const createPersons = (identifierKey: Buffer): SubgraphDefinition => ({
  name: 'persons',
  entities,
  migrations,
  shapes: createShapes(identifierKey),
  resolvers,
  rules,
  readinessChecks: [(database) => checkIdentifierKey(database, identifierKey)],
});
