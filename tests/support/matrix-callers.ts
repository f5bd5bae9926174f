import { significantDigits } from '../../schema/area.ts';
import { areaOf, purposes, type Caller, type Role } from '../../schema/caller.ts';
import { bitsOf } from '../../schema/policy/predicates.ts';
import type { RecordFacts } from '../../schema/policy/access.ts';
import { cast } from '../../seeds/cast.ts';
import type { CallOptions } from './callers.ts';
import type { KnownRecords } from './expected-answer.ts';

/** Whom the matrix is about. */
export const target = cast.linMeihua;
export const targetGrid = target.gridCode ?? '';

/** What holds of the target for a caller: nothing, one thing, everything. */
export type Setting =
  'none' | 'area' | 'self' | 'household' | 'consent' | 'minor' | 'department' | 'glass' | 'case' | 'all';

/** The classes that the break-glass of the matrix lists: what the table can open, but for one. */
export const glazed = ['IDENTITY', 'CONTACT', 'HOUSEHOLD'] as const;

/** The department whose reviewer, and the one whose software, asks of its own. */
export const [ownReviewer, ownSystem] = ['D13', 'D10'] as const;

export function callerFor(role: Role, setting: Setting): Caller {
  const has = (name: Setting): boolean => setting === name || setting === 'all';
  const isReviewer = role === 'DEPARTMENT_REVIEWER';
  const household = setting === 'household' ? cast.chenGuoqiang.id : undefined;
  const needsPerson = role === 'CITIZEN' || role === 'PORTAL';
  const needsDepartment = role === 'DEPARTMENT_REVIEWER' || role === 'DEPARTMENT_SYSTEM';
  const person = has('self') ? target.id : (household ?? (needsPerson ? cast.wuAnran.id : undefined));
  const own = isReviewer ? ownReviewer : ownSystem;
  const department = has('department') ? own : needsDepartment ? 'D42' : undefined;
  return {
    sub: 'matrix',
    role,
    purposes,
    area: has('area') ? targetGrid : '350881',
    ...(person === undefined ? {} : { person }),
    ...(department === undefined ? {} : { department }),
  };
}

/** What a caller says beside his token, and the classes that his break-glass opens. */
export function callFor(
  { role }: Caller,
  setting: Setting,
  purpose: string,
): Pick<CallOptions, 'caseReference' | 'breakGlass'> & { readonly glass: readonly string[] | undefined } {
  const isGlazed = setting === 'glass' || setting === 'all';
  return {
    caseReference: setting === 'case' || setting === 'all' ? 'matrix-1' : undefined,
    breakGlass: isGlazed ? glassId(role, purpose) : undefined,
    glass: isGlazed ? glazed : undefined,
  };
}

/** A break-glass is its opener's in one role and for one purpose. */
export const glassId = (role: string, purpose: string): string => `glass-${role}-${purpose}`;

/** Of the city's people, what decides who they are to a caller. */
export interface KnownPerson {
  readonly grid: string | null;
  readonly household: string | null;
  isMinor: boolean;
}

/** What is true of people and grids for a caller; `glass` says whether he asks under his break-glass. */
export function factsFor(
  people: ReadonlyMap<string, KnownPerson>,
  caller: Caller,
  { isConsenting, isGlazed }: { readonly isConsenting: boolean; readonly isGlazed: boolean },
): Pick<KnownRecords, 'person' | 'grid'> {
  const area = areaOf(caller);
  const digits = area.kind === 'AREA' ? significantDigits(area.area) : null;
  const isInArea = (code: string | null): boolean =>
    area.kind === 'CITY' || (digits !== null && code !== null && code.startsWith(digits));
  const own = people.get(caller.person ?? '');
  const isOwnBusiness = caller.role === 'CITIZEN' || caller.role === 'PORTAL';
  return {
    grid: (code): RecordFacts => ({ bits: bitsOf({ area: isInArea(code) }), consented: [] }),
    person: (id): RecordFacts => {
      const person = people.get(id);
      const isOfHousehold =
        id !== caller.person && person?.household !== null && own?.household === person?.household;
      return {
        bits: bitsOf({
          area: isInArea(person?.grid ?? null),
          self: id === caller.person,
          // A child is nobody's guardian.
          household: isOfHousehold && (!isOwnBusiness || own?.isMinor === false),
          glass: isGlazed && id === target.id && id !== caller.person && !isOfHousehold,
          minor: person?.isMinor ?? true,
        }),
        consented: isConsenting && id === target.id ? ['CONTACT', 'PSYCH_FOLLOW_UP'] : [],
      };
    },
  };
}
