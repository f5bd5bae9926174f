import { areaOf, type Caller, type Purpose } from '../../../schema/caller.ts';
import { endOfArea, significantDigits } from '../../../schema/area.ts';
import type { Access } from '../../../schema/policy/access.ts';
import { bitOf, type Bits } from '../../../schema/policy/predicates.ts';
import type { BreakGlassClaim } from '../ticket.ts';
import { createReport, type AccessReport } from './report.ts';

/** What one call may be given, and what it was. */
export interface CallAccess {
  readonly caller: Caller;
  readonly purpose: Purpose;
  readonly caseReference: string | undefined;
  /** The request that the call belongs to, as the ledger names it. */
  readonly requestId: string;
  /** A break-glass of the caller that is in force. */
  readonly breakGlass: BreakGlassClaim | undefined;
  readonly policy: Access;
  /** Classes of this subgraph for which consent makes a difference to this caller; mostly none. */
  readonly consentClasses: readonly string[];
  /** The caller's area as a range of codes: everything from `from` and before `to`. */
  readonly area: AreaRange;
  /** Whether a citizen asks, or somebody for him. */
  readonly isOwnBusiness: boolean;
  readonly report: AccessReport;
}

export interface AreaRange {
  readonly from: string;
  readonly to: string;
  /** The whole city, with those who live nowhere in it. */
  readonly isCity: boolean;
}

/** No code is both after "~" and before "". */
const nowhere: AreaRange = { from: '~', to: '', isCity: false };
const city: AreaRange = { from: '', to: '~', isCity: true };

export function createCallAccess(
  ticket: Pick<CallAccess, 'caller' | 'purpose' | 'caseReference' | 'requestId' | 'breakGlass'>,
  policy: Access,
  classes: readonly string[],
  personTypes: ReadonlySet<string>,
): CallAccess {
  const { caller, purpose, caseReference, requestId, breakGlass } = ticket;
  return {
    caller,
    purpose,
    caseReference,
    requestId,
    breakGlass,
    policy,
    consentClasses: policy.asksConsentFor(classes),
    area: rangeOf(caller),
    isOwnBusiness: caller.role === 'CITIZEN' || caller.role === 'PORTAL',
    report: createReport(personTypes),
  };
}

function rangeOf(caller: Caller): AreaRange {
  const area = areaOf(caller);
  if (area.kind === 'CITY') return city;
  if (area.kind === 'NONE') return nowhere;
  return { from: significantDigits(area.area), to: endOfArea(area.area), isCity: false };
}

/** Whether a code, or for somebody who lives nowhere null, lies in the caller's area. */
export const isInArea = ({ from, to, isCity }: AreaRange, code: string | null): boolean =>
  code === null ? isCity : code >= from && code < to;

/**
 * The bits of a person as the register told them with the key. They came in the body that the ticket is bound to, so
 * nobody has changed them on the way.
 */
export function contributedBits(
  { caller, area, breakGlass }: CallAccess,
  representation: Readonly<Record<string, unknown>>,
): Bits {
  const { id, scopeArea, isMinor, isInHouseholdOfCaller } = representation;
  const holds = (isTrue: boolean, bit: Bits): Bits => (isTrue ? bit : 0);
  return (
    holds((typeof scopeArea === 'string' || scopeArea === null) && isInArea(area, scopeArea), bitOf('area')) |
    holds(caller.person !== undefined && id === caller.person, bitOf('self')) |
    holds(isInHouseholdOfCaller === true, bitOf('household')) |
    // Nobody breaks glass for himself or his relatives; who might be one counts as one.
    holds(
      breakGlass !== undefined &&
        id === breakGlass.person &&
        id !== caller.person &&
        isInHouseholdOfCaller === false,
      bitOf('glass'),
    ) |
    // Unknown counts as a minor: the stricter side.
    holds(isMinor !== false, bitOf('minor'))
  );
}
