/**
 * The digits of a division's or grid's code that say where it lies: a city's code ends in 00, which stands for nothing
 * (350800 ⊃ 350802 ⊃ 350802001 ⊃ …, GB/T 2260). One area contains another when its digits begin the other's.
 */
export function significantDigits(area: string): string {
  return area.length === 6 && area.endsWith('00') ? area.slice(0, 4) : area;
}

/** The first text behind everything that begins with these digits: codes hold digits only, and ":" follows "9". */
export const endOfArea = (area: string): string => `${significantDigits(area)}:`;
