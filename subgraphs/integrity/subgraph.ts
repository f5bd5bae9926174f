import type { OwnResolvers } from '../kit/schema.ts';
import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { checkIdentifierKey } from './delivery/check-key.ts';
import { entities } from './entities.ts';
import { createHoldingResolvers } from './holding-resolvers.ts';
import { migrations } from './migrations/all.ts';
import { delivery, ownRecord, shapes } from './reads.ts';
import { createResolvers } from './resolvers.ts';

/**
 * The integrity register: departments, catalogue, records, standing, and how records come. `identifierKey` is what people are
 * looked up by and delivered rows are sealed with.
 */
export const createIntegrity = (identifierKey: Buffer): SubgraphDefinition => ({
  name: 'integrity',
  entities,
  migrations,
  shapes,
  resolvers: mergeResolvers(
    createResolvers(identifierKey, { delivery, ownRecord }),
    createHoldingResolvers(identifierKey),
  ),
  rules: {},
  readinessChecks: [(database) => checkIdentifierKey(database, identifierKey)],
});

/** Both sides have acts of their own. */
const mergeResolvers = (one: OwnResolvers, other: OwnResolvers): OwnResolvers => ({
  ...one,
  ...other,
  Mutation: { ...one['Mutation'], ...other['Mutation'] },
});
