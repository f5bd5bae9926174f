import type { Caller } from '../caller.ts';
import type { Policy } from '../policy.ts';

/**
 * The classes that a call may be given at most, by the delegation it is made under; undefined where nothing is narrowed. Who
 * is to be seen must be there, and keys and public reference data are everybody's.
 */
export function withinDelegation(
  { openClasses }: Policy,
  { delegation }: Pick<Caller, 'delegation'>,
): readonly string[] | undefined {
  return delegation?.classes && [...delegation.classes, 'PERSON', ...openClasses];
}
