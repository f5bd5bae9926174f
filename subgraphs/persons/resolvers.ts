import { readEntities } from '../kit/reads/entities.ts';
import { person } from './reads.ts';
import type { Resolvers } from './resolver-types.ts';

export const resolvers = {
  Query: {
    persons: (_query, { ids }, context, info) =>
      readEntities(
        context,
        info,
        person,
        ids.map((id) => ({ id })),
      ),
  },
} satisfies Resolvers;
