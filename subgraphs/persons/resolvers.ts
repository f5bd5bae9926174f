import type { OwnResolvers } from '../kit/schema.ts';
import type { MutationVerifyIdentifierArgs } from './resolver-types.ts';
import { verifyIdentifier } from './verify-identifier.ts';

/** What shapes cannot say: acts. */
export const resolvers: OwnResolvers = {
  Mutation: {
    verifyIdentifier: (_parent, { input }: MutationVerifyIdentifierArgs, context, { path }) =>
      context.write((database) => verifyIdentifier(database, context, input, path)),
  },
};
