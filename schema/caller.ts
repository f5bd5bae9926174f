/** The roles of the hub: a closed list. */
export const roles = [
  'GRID_WORKER',
  'GRID_LEADER',
  'TOWNSHIP_CENTRE',
  'COUNTY_CENTRE',
  'CITY_CENTRE',
  'COUNSELLOR',
  'VOLUNTEER_MANAGER',
  'DEPARTMENT_REVIEWER',
  'VETO_REVIEWER',
  'REVIEW_APPROVER',
  'AUDITOR',
  'CITIZEN',
  'PORTAL',
  'DEPARTMENT_SYSTEM',
] as const;

export type Role = (typeof roles)[number];

/** What an operation is for: a closed list. What a review is for is another list, `ReviewPurpose`. */
export const purposes = [
  'SERVICE_VISIT',
  'AID_ASSESSMENT',
  'CRISIS_RESPONSE',
  'DISPUTE_MEDIATION',
  'INTEGRITY_REVIEW',
  'VOLUNTEER_MANAGEMENT',
  'PSYCH_CARE',
  'DATA_EXCHANGE',
  'SUPERVISION_AUDIT',
  'SELF_ACCESS',
  'STATISTICS',
] as const;

export type Purpose = (typeof purposes)[number];

/** Who calls, as the token says. */
export interface Caller {
  readonly sub: string;
  readonly role: Role;
  /** The purposes the holder may use. */
  readonly purposes: readonly Purpose[];
  /** The area of duty; absent where the role's area is the whole city, or where it has none. */
  readonly area?: string | undefined;
  /** The department of a reviewer or of a system. */
  readonly department?: string | undefined;
  /**
   * The citizen himself, or the one a portal acts for. Of staff, where the identity provider says it: who the holder is in
   * the register, so that nobody reviews himself or his relatives; it opens nothing.
   */
  readonly person?: string | undefined;
  /** The software that calls for the holder, as the identity provider names it (`azp`, OpenID Connect Core §2). */
  readonly system?: string | undefined;
  /** How he proved who he is (RFC 8176, claim `amr`). */
  readonly authMethods?: readonly string[] | undefined;
  /** When he last did, in seconds since 1970 (OpenID Connect, claim `auth_time`). */
  readonly authenticatedAt?: number | undefined;
  /** Under which delegation he acts, and whose role, department, area and purposes these are. Never of a token. */
  readonly delegation?: DelegationClaim | undefined;
}

export interface DelegationClaim {
  readonly id: string;
  /** The `sub` of who gave it. */
  readonly delegator: string;
  /** The only classes of data that are given; absent: all that the role is given. */
  readonly classes?: readonly string[] | undefined;
}

/** Roles that see nothing without an area of duty. */
const areaBound: ReadonlySet<Role> = new Set([
  'GRID_WORKER',
  'GRID_LEADER',
  'TOWNSHIP_CENTRE',
  'COUNTY_CENTRE',
  'COUNSELLOR',
  'VOLUNTEER_MANAGER',
]);
const departmentBound: ReadonlySet<Role> = new Set(['DEPARTMENT_REVIEWER', 'DEPARTMENT_SYSTEM']);
const personBound: ReadonlySet<Role> = new Set(['CITIZEN', 'PORTAL']);

/** Roles that see the whole city unless their token names an area. */
const wholeCity: ReadonlySet<Role> = new Set([
  'CITY_CENTRE',
  'VETO_REVIEWER',
  'REVIEW_APPROVER',
  'AUDITOR',
  'DEPARTMENT_REVIEWER',
  'DEPARTMENT_SYSTEM',
]);

/** Where a caller's people are. */
export type CallerArea =
  { readonly kind: 'CITY' } | { readonly kind: 'AREA'; readonly area: string } | { readonly kind: 'NONE' };

/** An area in the token narrows; without one some roles see the city, and all others no rows. A citizen has none: he is who he is. */
export function areaOf({ role, area }: Pick<Caller, 'role' | 'area'>): CallerArea {
  if (personBound.has(role)) return { kind: 'NONE' };
  if (area !== undefined) return { kind: 'AREA', area };
  return { kind: wholeCity.has(role) ? 'CITY' : 'NONE' };
}

/** Whose department is what they act for: what it is asked and holds is theirs to see. Of others it says where they work. */
export const actsForDepartment = ({ role }: Pick<Caller, 'role'>): boolean => departmentBound.has(role);

const deciding: ReadonlySet<Role> = new Set(['VETO_REVIEWER', 'REVIEW_APPROVER', 'DEPARTMENT_REVIEWER']);

/** What a caller may do without, and cannot decide without: nobody can tell then whether a case concerns him. */
export function findConflictGaps({ role, person, department }: Caller): readonly string[] {
  if (!deciding.has(role)) return [];
  return [
    ...(person === undefined
      ? [`without a person ${role} reads, and acts in reviews only by declaring that no case concerns him`]
      : []),
    ...(department === undefined
      ? [
          `without a department ${role} decides nothing that a department's records or objections speak against`,
        ]
      : []),
  ];
}

/** What a caller lacks to act in his role; empty when nothing. */
export function findCallerFaults(caller: Caller): readonly string[] {
  const { role, area, department, person } = caller;
  const faults: string[] = [];
  if (areaBound.has(role) && area === undefined)
    faults.push(`${role} needs an area: without one it sees no rows`);
  if (departmentBound.has(role) && department === undefined) faults.push(`${role} needs a department`);
  if (personBound.has(role) && person === undefined) faults.push(`${role} needs a person`);
  return faults;
}

export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);
export const isPurpose = (value: unknown): value is Purpose => purposes.some((purpose) => purpose === value);
