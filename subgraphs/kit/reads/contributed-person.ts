import { sql } from 'kysely';
import { bitsField } from '../access/person-scope.ts';
import type { RecordSource } from './shape.ts';

/**
 * A person as a department that only contributes to him knows him: by the bits that came with the key from the register,
 * worked out before the read, with whoever is not admitted already left out.
 */
export const contributedPerson: RecordSource = {
  bits: (row) => sql`${row(bitsField)}::integer`,
  person: (row) => row('id'),
  consentOf: (row) => row('id'),
};
