/**
 * GB/T 2260 has no 359999, so no number of this area was ever given to anybody: everybody and every unit of the seeds has
 * his number here, and none of them can hit a real one.
 */
export const syntheticArea = '359999';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** A citizen number (GB 11643): area, date of birth, sequence (odd for males), check character (ISO 7064 MOD 11-2). */
export function citizenNumber(birthDate: string, sequence: number): string {
  const digits = `${syntheticArea}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += (digits.charCodeAt(place) - 48) * (weights[place] ?? 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

// GB 32100 leaves out I, O, Z, S and V.
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * A unified social credit code (GB 32100) of 18 characters: `head` is registering authority, kind and division (8
 * characters), `organisation` the 8 characters of GB 11714 before their check character.
 */
export function creditCode(head: string, organisation: string): string {
  const digits = `${head}${organisation}${organisationCheck(organisation)}`;
  let sum = 0;
  let weight = 1;
  for (const character of digits) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return digits + creditAlphabet.charAt((31 - (sum % 31)) % 31);
}

function organisationCheck(organisation: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, place) => total + weight * organisationAlphabet.indexOf(organisation.charAt(place)),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/**
 * 154 is given to no network: it is missing from the ministry's list of networks and their blocks (工业和信息化部,
 * 我国公众移动通信网网号及H0分配情况, 2023). It has the form `1[3-9]` and nine digits, and cannot ring.
 */
export const mobileNumber = (serial: number): string =>
  // The factor is prime to 10^8, so two serials never share a number, and neighbours do not have neighbouring ones.
  `154${String((serial * 7_368_787 + 31_415_926) % 100_000_000).padStart(8, '0')}`;

/**
 * A land line of the city (0597 and seven digits). 0 is the trunk prefix, so no subscriber's number begins with it and
 * none of these can ring.
 */
export const landlineNumber = (serial: number): string =>
  `0597-0${String(serial % 1_000_000).padStart(6, '0')}`;
