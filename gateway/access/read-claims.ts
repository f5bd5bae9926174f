import type { JWTPayload } from 'jose';
import { findCallerFaults, isPurpose, isRole, type Caller } from '../../schema/caller.ts';
import { findFormFault } from '../../schema/forms.ts';

/**
 * The caller that a verified token speaks of; null when its claims are not those of one. An area-bound role without an area
 * is somebody, and sees no rows.
 */
export function readClaims(claims: JWTPayload): Caller | null {
  const { sub, role, purposes, area, department, person, azp } = claims;
  if (typeof sub !== 'string' || !/^[^\p{C}]{1,128}$/u.test(sub) || !isRole(role)) return null;
  const names = typeof purposes === 'string' ? purposes.split(' ') : (purposes ?? []);
  if (!Array.isArray(names)) return null;
  const own = { area: text(area), department: text(department), person: text(person), system: text(azp) };
  const isFormed =
    isOf('AREA_CODE', own.area) &&
    isOf('DEPARTMENT_CODE', own.department) &&
    isOf('ID', own.person) &&
    isOf('TEXT', own.system, 64);
  if (!isFormed) return null;
  const caller: Caller = { sub, role, purposes: names.filter(isPurpose), ...own, ...readProof(claims) };
  const faults = findCallerFaults({ ...caller, area: own.area ?? '350800' });
  return faults.length === 0 ? caller : null;
}

/** How and when the holder proved who he is; nothing of it where the provider does not say it as it should. */
function readProof({
  amr,
  auth_time: at,
}: JWTPayload): Pick<Caller, 'authMethods' | 'authenticatedAt'> | undefined {
  const isProof = Array.isArray(amr) && amr.every((name) => typeof name === 'string');
  return isProof && typeof at === 'number' ? { authMethods: amr, authenticatedAt: at } : undefined;
}

/** Undefined where a claim is absent; any other kind than a text is kept as one that no form takes. */
const text = (claim: unknown): string | undefined => {
  if (claim === undefined) return undefined;
  return typeof claim === 'string' ? claim : '';
};

const isOf = (kind: string, claim: string | undefined, max?: number): boolean =>
  claim === undefined || findFormFault({ kind, max }, claim) === null;
