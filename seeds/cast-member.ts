import type { Sex } from './names.ts';
import { citizenNumber } from './numbers.ts';

/** What is true of a member of the cast in a freshly loaded city, for tests and README; counted as a reader sees it. */
interface CastFacts {
  readonly populationKind: 'REGISTERED' | 'FLOATING' | 'LEFT_BEHIND';
  readonly careNeedCount: number;
  /** Records that are shown: in force or disputed, not run out, current version. */
  readonly recordCount: number;
  /** Positive and negative records that count: shown and not disputed. */
  readonly positiveCount: number;
  readonly negativeCount: number;
  readonly hasActiveVeto: boolean;
  readonly appointmentCount: number;
  readonly hasFollowUp: boolean;
  readonly isVolunteer: boolean;
  readonly claimCount: number;
  readonly pointBalance: number;
}

/** A named person of the seeds. Synthetic like everybody else in them. */
export interface CastMember {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly idNumber: string;
  /** Where the person lives now; null for nowhere in the city. */
  readonly gridCode: string | null;
  readonly householdId: string | null;
  readonly story: string;
  readonly facts: CastFacts;
}

const ordinary: CastFacts = {
  populationKind: 'REGISTERED',
  careNeedCount: 0,
  recordCount: 0,
  positiveCount: 0,
  negativeCount: 0,
  hasActiveVeto: false,
  appointmentCount: 0,
  hasFollowUp: false,
  isVolunteer: false,
  claimCount: 0,
  pointBalance: 0,
};

type Draft = Omit<CastMember, 'idNumber' | 'facts'> & {
  /** The sequence of the citizen number; those from 900 belong to the cast, so that nobody else has them. */
  readonly sequence: number;
  readonly facts?: Partial<CastFacts>;
};

/** A member with his number and the facts that differ from those of somebody of whom nothing is known. */
export function member({ sequence, facts, ...person }: Draft): CastMember {
  const idNumber = citizenNumber(person.birthDate, sequence);
  return Object.freeze({ ...person, idNumber, facts: Object.freeze({ ...ordinary, ...facts }) });
}
