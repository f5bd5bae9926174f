import type { KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { SubgraphContext } from '../kit/context.ts';
import { readEntities } from '../kit/reads/entities.ts';
import type { Shape } from '../kit/reads/shape.ts';
import type { OwnResolvers } from '../kit/schema.ts';
import type {
  MutationAnswerAppealArgs,
  MutationAnswerReviewArgs,
  MutationAppealDecisionArgs,
  MutationCancelReviewArgs,
  MutationCloseCollectionArgs,
  MutationCountersignDecisionArgs,
  MutationProposeDecisionArgs,
  MutationRemindDepartmentsArgs,
  MutationRequestReviewArgs,
  MutationReopenReviewArgs,
  MutationReturnDecisionArgs,
  MutationStateCaseArgs,
  MutationWithdrawAnswerArgs,
} from './resolver-types.ts';
import { answerReview, withdrawAnswer } from './reviews/answer-review.ts';
import { answerAppeal, appealDecision, stateCase } from './reviews/appeal.ts';
import { countersignDecision, proposeDecision, returnDecision } from './reviews/decide.ts';
import { cancelReview, closeCollection, remindDepartments, reopenReview } from './reviews/manage.ts';
import type { Outcome } from './reviews/outcome.ts';
import { requestReview } from './reviews/request-review.ts';

/** What the acts of reviews stand on: what units are looked up by, and what certificates are signed with. */
export interface ReviewKeys {
  readonly identifierKey: Buffer;
  readonly certificateKey: KeyObject;
}

type Work<Input> = (database: Kysely<unknown>, context: SubgraphContext, input: Input) => Promise<Outcome>;

/** One transaction, and the review as it is after it. */
const acting =
  <Input>(work: Work<Input>) =>
  async (
    _parent: unknown,
    { input }: { readonly input: Input },
    context: SubgraphContext,
  ): Promise<object> => ({
    userErrors: [],
    ...(await context.write((database) => work(database, context, input))),
  });

const payloads = [
  'RequestReview',
  'CloseCollection',
  'CancelReview',
  'RemindDepartments',
  'ReopenReview',
  'AnswerReview',
  'WithdrawAnswer',
  'StateCase',
  'ProposeDecision',
  'ReturnDecision',
  'CountersignDecision',
  'AppealDecision',
  'AnswerAppeal',
] as const;

/** The acts of reviews. `review` is how one is shown after them. */
export function createReviewResolvers(
  { identifierKey, certificateKey }: ReviewKeys,
  review: Shape,
): OwnResolvers {
  const afterwards: OwnResolvers[string] = {
    review: async ({ reviewId }, _args, context, info) => {
      if (typeof reviewId !== 'string') return null;
      const [row] = await readEntities(context, info, review, [reviewId]);
      return row;
    },
  };
  return {
    Mutation: {
      requestReview: acting<MutationRequestReviewArgs['input']>((database, context, input) =>
        requestReview(database, context, identifierKey, { ...input, deadline: new Date(input.deadline) }),
      ),
      closeCollection: acting<MutationCloseCollectionArgs['input']>(closeCollection),
      cancelReview: acting<MutationCancelReviewArgs['input']>(cancelReview),
      remindDepartments: acting<MutationRemindDepartmentsArgs['input']>(remindDepartments),
      reopenReview: acting<MutationReopenReviewArgs['input']>(reopenReview),
      answerReview: acting<MutationAnswerReviewArgs['input']>(answerReview),
      withdrawAnswer: acting<MutationWithdrawAnswerArgs['input']>(withdrawAnswer),
      stateCase: acting<MutationStateCaseArgs['input']>(stateCase),
      proposeDecision: acting<MutationProposeDecisionArgs['input']>(proposeDecision),
      returnDecision: acting<MutationReturnDecisionArgs['input']>(returnDecision),
      countersignDecision: acting<MutationCountersignDecisionArgs['input']>((database, context, input) =>
        countersignDecision(database, context, certificateKey, input),
      ),
      appealDecision: acting<MutationAppealDecisionArgs['input']>(appealDecision),
      answerAppeal: acting<MutationAnswerAppealArgs['input']>(answerAppeal),
    },
    ...Object.fromEntries(payloads.map((name) => [`${name}Payload`, afterwards])),
  };
}
