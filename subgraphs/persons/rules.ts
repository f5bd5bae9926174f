import { badInput } from '../kit/errors.ts';
import { parseCitizenNumber } from '../kit/domain/citizen-number.ts';
import type { Rules } from '../kit/rules.ts';

/** What class and table cannot say: a number that cannot be one is the caller's to mend, not "no such person". */
export const rules: Rules = {
  'Query.personByIdNumber': ({ idNumber }, { today }) => {
    const parsed = parseCitizenNumber(String(idNumber), today);
    if (parsed.kind === 'INVALID') {
      throw badInput(
        `Argument "idNumber" of Query.personByIdNumber: expected ${parsed.expected}, found something else.`,
      );
    }
  },
};
