import { significantDigits } from '../../../schema/area.ts';
import { areaOf, type Caller } from '../../../schema/caller.ts';
import { fault, type Fault } from './fault.ts';

/** What somebody asks to delegate. */
export interface DelegationRequest {
  readonly delegate: string;
  readonly purposes: readonly string[];
  /** Undefined: where the delegator may himself. */
  readonly area: string | undefined;
  readonly validFrom: Date;
  readonly validTo: Date;
}

export const longestDays = 30;

/** A delegation may begin a little before it arrives. */
const graceMs = 5 * 60_000;

/** Finds what is wider than the delegator, or else wrong; empty when it may be granted. */
export function findDelegationFaults(
  delegator: Caller,
  { delegate, purposes, area, validFrom, validTo }: DelegationRequest,
  now: Date,
): readonly Fault[] {
  const latest = validFrom.getTime() + longestDays * 86_400_000;
  const faults: (Fault | false)[] = [
    delegator.delegation !== undefined &&
      fault('UNDER_DELEGATION', 'Expected a caller in his own role: a delegation is not passed on.'),
    delegate === delegator.sub && fault('TO_ONESELF', 'Expected somebody else than the caller.', 'delegate'),
    purposes.length === 0 && fault('REQUIRED', 'Expected at least one purpose, found none.', 'purposes'),
    !purposes.every((name) => delegator.purposes.some((own) => own === name)) &&
      fault('WIDER_THAN_OWN', 'Expected purposes of the caller’s own.', 'purposes'),
    area !== undefined &&
      !isWithin(delegator, area) &&
      fault('WIDER_THAN_OWN', 'Expected the caller’s area or one inside it.', 'area'),
    validFrom.getTime() < now.getTime() - graceMs &&
      fault('IN_THE_PAST', 'Expected a beginning that is not in the past.', 'validFrom'),
    validTo <= validFrom && fault('ENDS_BEFORE_IT_BEGINS', 'Expected an end after the beginning.', 'validTo'),
    validTo.getTime() > latest && fault('TOO_LONG', `Expected an end within ${longestDays} days.`, 'validTo'),
  ];
  return faults.filter((found) => found !== false);
}

/** Whether an area is the delegator's or inside it; of who has none, nothing is. */
export function isWithin(delegator: Pick<Caller, 'role' | 'area'>, area: string): boolean {
  const own = areaOf(delegator);
  if (own.kind === 'CITY') return true;
  return own.kind === 'AREA' && significantDigits(area).startsWith(significantDigits(own.area));
}
