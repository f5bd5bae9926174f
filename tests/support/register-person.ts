import { createHmac } from 'node:crypto';
import type { Config } from '../../gateway/config.ts';
import { askDatabase } from './database.ts';
import { testIdentifierKey } from './test-config.ts';

export interface Newcomer {
  readonly name: string;
  readonly birthDate: string;
  readonly number: string;
  readonly mobile?: string;
  readonly deathDate?: string;
}

let registered = 0;

/** Somebody comes into the register, as from the population register; gives his id. */
export async function registerPerson(
  config: Config,
  { name, birthDate, number, mobile = '15400000000', deathDate }: Newcomer,
): Promise<string> {
  registered += 1;
  const id = `newcomer-${registered}`;
  const hmac = createHmac('sha256', testIdentifierKey).update(number).digest('hex');
  const own = {
    id,
    name,
    birth_date: birthDate,
    id_number: number,
    id_number_hmac: `\\x${hmac}`,
    mobile,
    death_date: deathDate ?? null,
    household_id: null,
  };
  await askDatabase(
    config,
    `insert into persons.person select (jsonb_populate_record(p, $1::jsonb)).* from persons.person p
     where p.id = (select min(id) from persons.person where death_date is null)`,
    [own],
  );
  return id;
}

/** 17 digits with their check character as GB 11643 has it; reckoned here, so that tests do not ask the hub what is right. */
export function closeNumber(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + ('10X98765432'[sum % 11] ?? '');
}

/** A citizen number of the day, in the area that was never given out. */
export const numberOf = (birthDate: string, serial: number): string =>
  closeNumber(`359999${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`);
