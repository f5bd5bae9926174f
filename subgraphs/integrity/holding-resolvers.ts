import { badInput } from '../kit/errors.ts';
import { identifierHash } from '../kit/identifier.ts';
import { readEntities } from '../kit/reads/entities.ts';
import type { OwnResolvers } from '../kit/schema.ts';
import { readHoldingPart } from './domain/holding-list.ts';
import { deliverHoldings } from './holding-register.ts';
import { department } from './reads.ts';
import type { MutationDeliverHoldingsArgs } from './resolver-types.ts';

/** The delivery of lists of holdings. `identifierKey` is what identifiers are kept under, and all that is kept of them. */
export const createHoldingResolvers = (identifierKey: Buffer): OwnResolvers => ({
  Mutation: {
    deliverHoldings: async (_parent, { input }: MutationDeliverHoldingsArgs, context) => {
      const { idempotencyKey: listKey, isComplete } = input;
      const { department: code } = context.access.caller;
      if (code === undefined) throw badInput('Expected a caller of a department, found none.');
      const asOf = new Date(input.asOf);
      const part = readHoldingPart(input.identifiers, asOf, context);
      if (part.kind === 'FAULTY') return { userErrors: part.faults };
      const hashes = part.identifiers.map((identifier) => identifierHash(identifierKey, identifier));
      const delivery = { department: code, listKey, asOf, hashes, isComplete };
      const outcome = await context.write((database) => deliverHoldings(database, delivery));
      if (outcome.kind === 'REFUSED') return { userErrors: outcome.faults };
      return { departmentCode: code, collectedCount: outcome.collectedCount, userErrors: [] };
    },
  },
  DeliverHoldingsPayload: {
    department: async ({ departmentCode }, _args, context, info) => {
      if (departmentCode === undefined) return null;
      const [row] = await readEntities(context, info, department, [departmentCode]);
      return row;
    },
  },
});
