/** GB 32100 leaves out I, O, Z, S and V, which are taken for digits. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * A unified social credit code (GB 32100) as it is kept: full-width characters folded, upper case, 18 characters; null
 * when it has not that form or its check character does not follow from the others. It proves nothing about whose it is.
 */
export function parseCreditCode(raw: string): string | null {
  const code = raw.normalize('NFKC').trim().toUpperCase();
  if (!/^[159AY][0-9A-Z][0-9]{6}[0-9A-Z]{10}$/.test(code)) return null;
  return checkCharacterOf(code) === code.at(-1) ? code : null;
}

function checkCharacterOf(code: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
