import { isoOf } from '../calendar.ts';
import { citizenNumber } from '../numbers.ts';
import { Sequences } from '../persons/sequences.ts';
import type { Member } from '../population/dwelling.ts';

/** The HMAC of a citizen number or credit code, under which a department keeps a record. */
export type Identify = (identifier: string) => Buffer;

/**
 * Deals out citizen numbers as the population register does. It must be asked for everybody of every dwelling, the dead
 * among them, in the city's order, whether or not there is a record of him; what it gives makes the number when one is.
 */
export function createNumbers(): (member: Member) => () => string {
  const sequences = new Sequences();
  return ({ birthDay, sex }) => {
    const sequence = sequences.deal(birthDay, sex);
    return () => citizenNumber(isoOf(birthDay), sequence);
  };
}
