import { bitOf } from '../../schema/policy/predicates.ts';
import type { SubgraphContext } from '../kit/context.ts';
import { readEntities } from '../kit/reads/entities.ts';
import { tagKey } from '../kit/reads/record-tag.ts';
import type { Shape } from '../kit/reads/shape.ts';
import type { OwnResolvers } from '../kit/schema.ts';
import { linkCandidate } from './delivery-reads.ts';
import { createDeliverRecords } from './delivery/deliver-records.ts';
import { readRejectPage } from './delivery/reject-page.ts';
import { createSealer } from './delivery/sealed-block.ts';
import { actOnRecord } from './life/record-acts.ts';
import { createIdentityReader } from './links/delivered-identity.ts';
import { decideLink, proposeLink, proposeUnlink } from './links/link-register.ts';
import type {
  MutationAnswerDisputeArgs,
  MutationDecideLinkArgs,
  MutationDeliverRecordsArgs,
  MutationDisputeRecordArgs,
  MutationProposeLinkArgs,
  MutationProposeUnlinkArgs,
  MutationRepairRecordArgs,
  MutationRevokeRecordArgs,
  MutationSealRecordArgs,
  QueryRejectsArgs,
} from './resolver-types.ts';

type Own = OwnResolvers[string][string];

/** The acts of departments over their records. Delivered rows are sealed with the identifier key. */
export function createResolvers(
  identifierKey: Buffer,
  { delivery, ownRecord }: { readonly delivery: Shape; readonly ownRecord: Shape },
): OwnResolvers {
  const sealer = createSealer(identifierKey);
  const deliverRecords = createDeliverRecords(identifierKey);
  const readIdentity = createIdentityReader(sealer);
  const candidate = { candidate: byId('candidateId', linkCandidate) };
  return {
    Query: {
      rejects: (_parent, asked: QueryRejectsArgs, { write }) =>
        write((database) => readRejectPage(database, sealer, asked)),
    },
    LinkCandidate: {
      delivered: (parent, _args, context, info) => readIdentity(context, parent[String(info.path.key)]),
    },
    Mutation: {
      deliverRecords: async (_parent, { input }: MutationDeliverRecordsArgs, context) =>
        withErrors(await context.write((database) => deliverRecords(database, context, input))),
      proposeLink: async (_parent, { input }: MutationProposeLinkArgs, { write, access }) =>
        withErrors(await write((database) => proposeLink(database, access, input))),
      proposeUnlink: async (_parent, { input }: MutationProposeUnlinkArgs, { write, access }) =>
        withErrors(await write((database) => proposeUnlink(database, access, input))),
      disputeRecord: async (_parent, { input }: MutationDisputeRecordArgs, context) => ({
        ...ofSelf(context),
        ...withErrors(await context.write((database) => actOnRecord(database, context, 'DISPUTE', input))),
      }),
      answerDispute: async (_parent, { input }: MutationAnswerDisputeArgs, context) => {
        const act = input.outcome === 'UPHELD' ? 'UPHOLD' : 'REVOKE';
        return withErrors(await context.write((database) => actOnRecord(database, context, act, input)));
      },
      repairRecord: async (_parent, { input }: MutationRepairRecordArgs, context) =>
        withErrors(await context.write((database) => actOnRecord(database, context, 'REPAIR', input))),
      revokeRecord: async (_parent, { input }: MutationRevokeRecordArgs, context) =>
        withErrors(await context.write((database) => actOnRecord(database, context, 'REVOKE', input))),
      sealRecord: async (_parent, { input }: MutationSealRecordArgs, context) =>
        withErrors(await context.write((database) => actOnRecord(database, context, 'SEAL', input))),
      decideLink: async (_parent, { input }: MutationDecideLinkArgs, { write, access }) =>
        withErrors(await write((database) => decideLink(database, access, input))),
    },
    DisputeRecordPayload: { record: byId('recordId', ownRecord) },
    DeliverRecordsPayload: { delivery: byId('deliveryId', delivery) },
    ProposeLinkPayload: candidate,
    ProposeUnlinkPayload: candidate,
    DecideLinkPayload: candidate,
  };
}

/** What is disputed is the caller's own, so what he is shown of it is decided as his. */
const ofSelf = ({ access }: SubgraphContext): object => ({
  [tagKey]: [bitOf('self'), access.caller.person ?? null, null],
});

const withErrors = (outcome: object): object => ({ userErrors: [], ...outcome });

const byId =
  (member: string, shape: Shape): Own =>
  async (parent, _args, context, info) => {
    const id = parent[member];
    if (typeof id !== 'string') return null;
    const [row] = await readEntities(context, info, shape, [id]);
    return row;
  };
