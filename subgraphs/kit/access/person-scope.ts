import { findFormFault } from '../../../schema/forms.ts';
import type { EntitySource } from '../reads/shape.ts';
import { contributedBits, type CallAccess } from './call-access.ts';

/** What the register of persons tells the other departments of a person, for the scope of access and nothing else. */
export const personScope = ['scopeArea', 'isMinor', 'isInHouseholdOfCaller'] as const;

/** Where the bits of a person travel in a representation, once they are worked out. */
export const bitsField = '$bits';

/** Whether a department only contributes to persons whose scope another one owns. */
export const isPersonScoped = (entity: EntitySource): boolean =>
  personScope.some((field) => entity.external?.includes(field));

type Representation = Readonly<Record<string, unknown>>;

/** A person with the bits that decisions need; null for one who is not admitted, and so looks absent. */
export function admitPerson(access: CallAccess, representation: Representation): Representation | null {
  const { id, scopeArea, isMinor, isInHouseholdOfCaller } = representation;
  // What the register did not say in its own words is not known, and who is not known is not admitted: some rows forbid by
  // these facts, so that no value of them is the safe one.
  const isTold =
    typeof id === 'string' &&
    (typeof scopeArea === 'string' || scopeArea === null) &&
    typeof isMinor === 'boolean' &&
    typeof isInHouseholdOfCaller === 'boolean';
  if (!isTold) return null;
  const bits = contributedBits(access, representation);
  const isShown = (access.policy.shownRecords('PERSON') >> BigInt(bits)) & 1n;
  if (isShown !== 1n || findFormFault({ kind: 'ID', max: undefined }, id) !== null) return null;
  return { ...representation, [bitsField]: String(bits) };
}
