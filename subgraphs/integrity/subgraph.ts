import type { OwnResolvers } from '../kit/schema.ts';
import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { checkIdentifierKey } from './delivery/check-key.ts';
import { entities } from './entities.ts';
import { createHoldingResolvers } from './holding-resolvers.ts';
import { migrations } from './migrations/all.ts';
import { delivery, ownRecord, review, shapes } from './reads.ts';
import { createResolvers } from './resolvers.ts';
import { createReviewResolvers, type ReviewKeys } from './review-resolvers.ts';

/**
 * The integrity register: departments, catalogue, records, standing, and how records come, and reviews. `identifierKey` is
 * what people are looked up by and delivered rows are sealed with, `certificateKey` what certificates of reviews are signed with.
 */
export const createIntegrity = ({ identifierKey, certificateKey }: ReviewKeys): SubgraphDefinition => ({
  name: 'integrity',
  entities,
  migrations,
  shapes,
  resolvers: mergeResolvers(
    createResolvers(identifierKey, { delivery, ownRecord }),
    createHoldingResolvers(identifierKey),
    createReviewResolvers({ identifierKey, certificateKey }, review),
  ),
  rules: {},
  readinessChecks: [(database) => checkIdentifierKey(database, identifierKey)],
});

/** Each part has acts of its own. */
const mergeResolvers = (...parts: readonly OwnResolvers[]): OwnResolvers =>
  parts.reduce(
    (all, part) => ({ ...all, ...part, Mutation: { ...all['Mutation'], ...part['Mutation'] } }),
    {},
  );
