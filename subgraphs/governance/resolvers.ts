import { randomBytes } from 'node:crypto';
import type { Policy } from '../../schema/policy.ts';
import { badInput } from '../kit/errors.ts';
import type { SubgraphContext } from '../kit/context.ts';
import { readEntities } from '../kit/reads/entities.ts';
import type { OwnResolvers } from '../kit/schema.ts';
import { createAccessPlanner } from './access-plan.ts';
import { createAuthorityResolvers } from './authority-resolvers.ts';
import { readConsentsInForce, recordConsent, withdrawReceipt } from './consent-register.ts';
import { findGrantFaults, type ConsentGrant } from './domain/consent.ts';
import type { AppendEvent } from './ledger/append-event.ts';
import { consentReceipt } from './reads.ts';
import type {
  GrantConsentInput,
  MutationGrantConsentArgs,
  MutationWithdrawConsentArgs,
  QueryAccessPlanArgs,
  QueryConsentsInForceArgs,
} from './resolver-types.ts';

/** The acts of the register. `askable` are the classes that the policy opens by consent. */
export function createResolvers(
  policy: Policy,
  askable: ReadonlySet<string>,
  append: AppendEvent,
): OwnResolvers {
  const authority = createAuthorityResolvers(policy, append);
  const planAccess = createAccessPlanner(policy);
  const consent: OwnResolvers[string][string] = async ({ consentId }, _args, context, info) => {
    if (typeof consentId !== 'string') return null;
    const [receipt] = await readEntities(context, info, consentReceipt, [consentId]);
    return receipt;
  };
  return {
    ...authority,
    Query: {
      ...authority['Query'],
      consentsInForce: (_parent, { persons, classes }: QueryConsentsInForceArgs, { access, write }) =>
        write((database) => readConsentsInForce(database, access, persons, classes)),
      accessPlan: (_parent, { operation, purpose, variables }: QueryAccessPlanArgs, { access }) =>
        planAccess(access, operation, purpose, variables ?? null),
    },
    Mutation: {
      ...authority['Mutation'],
      grantConsent: async (_parent, { input }: MutationGrantConsentArgs, context) => {
        const grant = toGrant(input);
        const userErrors = findGrantFaults(grant, context.now, askable);
        if (userErrors.length > 0) return { userErrors };
        const id = `consent-${randomBytes(8).toString('hex')}`;
        const { idempotencyKey } = input;
        const act = {
          id,
          idempotencyKey,
          person: personOf(context),
          actor: context.access.caller.sub,
          at: context.now,
        };
        return withErrors(
          await context.write(async (database) => {
            const outcome = await recordConsent(database, act, grant);
            if ('isDone' in outcome && outcome.isDone)
              await append(database, context.access, {
                event: 'CONSENT_GRANTED',
                subject: outcome.consentId,
                person: act.person,
                details: {
                  classes: grant.classes,
                  consentPurpose: grant.purpose,
                  recipients: grant.recipients,
                },
              });
            return outcome;
          }),
        );
      },
      withdrawConsent: async (_parent, { input }: MutationWithdrawConsentArgs, context) =>
        withErrors(
          await context.write(async (database) => {
            const person = personOf(context);
            const outcome = await withdrawReceipt(database, person, input.consentId, context.now);
            if ('isDone' in outcome && outcome.isDone)
              await append(database, context.access, {
                event: 'CONSENT_WITHDRAWN',
                subject: outcome.consentId,
                person,
              });
            return outcome;
          }),
        ),
    },
    GrantConsentPayload: { consent },
    WithdrawConsentPayload: { consent },
  };
}

const withErrors = (outcome: object): object => ({ userErrors: [], ...outcome });

function toGrant(input: GrantConsentInput): ConsentGrant {
  return {
    classes: [...new Set(input.classes)].sort(),
    purpose: input.purpose,
    recipients: [...new Set([...(input.recipientRoles ?? []), ...(input.recipientDepartments ?? [])])].sort(),
    validFrom: new Date(input.validFrom),
    validTo: new Date(input.validTo),
    evidence: input.evidence,
  };
}

/** The policy lets only citizens act here, and a citizen's ticket says who he is. */
function personOf({ access }: SubgraphContext): string {
  const { person } = access.caller;
  if (person === undefined) throw badInput('Expected a caller who is a person of the register, found none.');
  return person;
}
