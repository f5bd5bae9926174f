import type { Caller } from '../../../schema/caller.ts';
import { fault, type Fault } from './fault.ts';

/** What somebody asks to have opened. */
export interface BreakGlassRequest {
  readonly person: string;
  readonly classes: readonly string[];
  readonly minutes: number;
}

/** What of the actor's past decides whether he may open another. */
export interface BreakGlassPast {
  /** Whether one of his was not reviewed yet, be it still in force: else an hour would be enough for a whole street. */
  readonly hasUnreviewed: boolean;
}

/** A break-glass as a review finds it. */
export interface Reviewable {
  readonly actor: string;
  readonly version: number;
  readonly isReviewed: boolean;
}

export const mostMinutes = 60;

/** Working days within which somebody else reviews. */
export const reviewDays = 3;

const freshSeconds = 5 * 60;

/** Two machines' clocks may differ by so much. */
const leewaySeconds = 60;

/** Second factors, as RFC 8176 names them. */
const secondFactors: ReadonlySet<string> = new Set(['mfa', 'otp', 'hwk', 'swk']);

/** Whether the caller proved a second time, just now, who he is. */
export function hasFreshSecondFactor(
  { authMethods = [], authenticatedAt }: Pick<Caller, 'authMethods' | 'authenticatedAt'>,
  now: Date,
): boolean {
  if (authenticatedAt === undefined || !authMethods.some((name) => secondFactors.has(name))) return false;
  const age = now.getTime() / 1_000 - authenticatedAt;
  return age <= freshSeconds && age >= -leewaySeconds;
}

/**
 * What forbids to open; empty when it may be opened. `openable` are the classes that the policy opens by break-glass to the
 * caller's role, for the purpose of the call. Whether there is such a person is not asked: the answer would tell it.
 */
export function findOpeningFaults(
  caller: Caller,
  { person, classes, minutes }: BreakGlassRequest,
  { hasUnreviewed }: BreakGlassPast,
  openable: ReadonlySet<string>,
  now: Date,
): readonly Fault[] {
  const faults: (Fault | false)[] = [
    caller.delegation !== undefined &&
      fault('UNDER_DELEGATION', 'Expected a caller in his own role: a delegation does not open.'),
    !hasFreshSecondFactor(caller, now) &&
      fault('SECOND_FACTOR_REQUIRED', 'Expected a second factor of the last five minutes, found none.'),
    person === caller.person &&
      fault('OWN_CASE', 'Expected another person than the caller himself.', 'person'),
    classes.length === 0 && fault('REQUIRED', 'Expected at least one class of data, found none.', 'classes'),
    !classes.every((name) => openable.has(name)) &&
      fault(
        'NOT_BY_BREAK_GLASS',
        `Expected classes that break-glass opens to the role: ${[...openable].join(', ')}.`,
        'classes',
      ),
    !(Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes) &&
      fault('OUT_OF_RANGE', `Expected 1 to ${mostMinutes} minutes, found another number.`, 'minutes'),
    hasUnreviewed &&
      fault('REVIEW_OUTSTANDING', 'Expected the caller’s former break-glass to be reviewed first.'),
  ];
  return faults.filter((found) => found !== false);
}

/** What forbids a review; empty when it may be written down. */
export function findReviewFaults(
  reviewer: Pick<Caller, 'sub'>,
  { actor, version, isReviewed }: Reviewable,
  expectedVersion: number,
): readonly Fault[] {
  if (actor === reviewer.sub) return [fault('OWN_ACT', 'Expected a break-glass of somebody else.', 'id')];
  if (isReviewed) return [fault('ALREADY_REVIEWED', 'Expected one that was not reviewed yet.', 'id')];
  if (version !== expectedVersion)
    return [fault('VERSION_CONFLICT', `Expected the version ${version}, found another.`, 'expectedVersion')];
  return [];
}
