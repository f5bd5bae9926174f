import type { Policy } from '../../schema/policy.ts';
import type { CallAccess } from '../kit/access/call-access.ts';
import { hubError } from '../kit/errors.ts';
import { readEntities } from '../kit/reads/entities.ts';
import type { Shape } from '../kit/reads/shape.ts';
import type { OwnResolvers } from '../kit/schema.ts';
import { breakGlass, delegation } from './authority-reads.ts';
import { readAuthority } from './authority.ts';
import { closeBreakGlass, openBreakGlass, reviewBreakGlass, type Openable } from './break-glass-register.ts';
import { endDelegation, grantDelegation, type DelegationGrant } from './delegation-register.ts';
import type { AppendEvent } from './ledger/append-event.ts';
import type {
  GrantDelegationInput,
  MutationCloseBreakGlassArgs,
  MutationEndDelegationArgs,
  MutationGrantDelegationArgs,
  MutationOpenBreakGlassArgs,
  MutationReviewBreakGlassArgs,
  QueryAuthorityInForceArgs,
} from './resolver-types.ts';

type Own = OwnResolvers[string][string];

/** The acts over break-glass and delegation, and the gateway's question about them. */
export function createAuthorityResolvers(policy: Policy, append: AppendEvent): OwnResolvers {
  const breakGlassOf = { breakGlass: byId('breakGlassId', breakGlass) };
  const delegationOf = { delegation: byId('delegationId', delegation) };
  return {
    Query: {
      authorityInForce: (_parent, ids: QueryAuthorityInForceArgs, context) =>
        context.write((database) => readAuthority(database, context, ids)),
    },
    Mutation: {
      openBreakGlass: async (_parent, { input }: MutationOpenBreakGlassArgs, context) => {
        const openable = openableTo(policy, context.access);
        return withErrors(
          await context.write((database) => openBreakGlass(database, context, input, openable, append)),
        );
      },
      closeBreakGlass: async (_parent, { input }: MutationCloseBreakGlassArgs, context) =>
        withErrors(await context.write((database) => closeBreakGlass(database, context, input.id, append))),
      reviewBreakGlass: async (_parent, { input }: MutationReviewBreakGlassArgs, context) =>
        withErrors(await context.write((database) => reviewBreakGlass(database, context, input, append))),
      grantDelegation: async (_parent, { input }: MutationGrantDelegationArgs, context) =>
        withErrors(
          await context.write((database) => grantDelegation(database, context, toGrant(input), append)),
        ),
      endDelegation: async (_parent, { input }: MutationEndDelegationArgs, context) =>
        withErrors(await context.write((database) => endDelegation(database, context, input.id, append))),
    },
    OpenBreakGlassPayload: breakGlassOf,
    CloseBreakGlassPayload: breakGlassOf,
    ReviewBreakGlassPayload: breakGlassOf,
    GrantDelegationPayload: delegationOf,
    EndDelegationPayload: delegationOf,
  };
}

/** The classes that some row opens to the caller by break-glass; that somebody is there at all is opened with any of them. */
function openableTo({ table }: Policy, { caller, purpose }: CallAccess): Openable {
  const rows = table.rows.filter(
    ({ breakGlass: opens, roles, purposes, dataClass }) =>
      opens === 'yes' && roles.has(caller.role) && purposes.has(purpose) && dataClass !== 'PERSON',
  );
  if (rows.length === 0) throw hubError('FORBIDDEN', 'The policy opens nothing to the role by break-glass.');
  return {
    classes: new Set(rows.map(({ dataClass }) => dataClass)),
    ownersOf: (dataClass) =>
      rows.flatMap((row) => (row.dataClass === dataClass && row.owners !== 'source' ? row.owners : [])),
  };
}

const byId =
  (member: string, shape: Shape): Own =>
  async (parent, _args, context, info) => {
    const id = parent[member];
    if (typeof id !== 'string') return null;
    const [row] = await readEntities(context, info, shape, [id]);
    return row;
  };

const withErrors = (outcome: object): object => ({ userErrors: [], ...outcome });

const toGrant = (input: GrantDelegationInput): DelegationGrant => ({
  idempotencyKey: input.idempotencyKey,
  delegate: input.delegate,
  purposes: [...new Set(input.purposes)].sort(),
  area: input.area ?? undefined,
  classes: input.classes ? [...new Set(input.classes)].sort() : undefined,
  validFrom: new Date(input.validFrom),
  validTo: new Date(input.validTo),
});
