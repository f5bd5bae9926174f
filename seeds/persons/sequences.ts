import { dayOf } from '../calendar.ts';
import type { Sex } from '../names.ts';

const firstDay = dayOf('1900-01-01');
const lastDay = dayOf('2030-12-31');

/** Numbers a day and sex: 1 to 898, odd for males. Those from 900 belong to the cast. */
const capacity = 449;

/**
 * Deals out the sequences of citizen numbers: no birth date gives the same one twice. At full scale a day has some forty
 * people of a sex, so it never runs dry; the memory is that of the days, whatever the number of people.
 */
export class Sequences {
  readonly #dealt = new Uint16Array((lastDay - firstDay + 1) * 2);

  /** The next free sequence of a birth day. Depends on how many were asked before: rows must come in one order. */
  deal(birthDay: number, sex: Sex): number {
    const isMale = sex === 'MALE';
    const slot = (birthDay - firstDay) * 2 + (isMale ? 1 : 0);
    const dealt = this.#dealt[slot];
    if (dealt === undefined) throw new Error('Expected a birth between 1900 and 2030.');
    if (dealt >= capacity) throw new Error(`More than ${capacity} people of one sex were born on one day.`);
    this.#dealt[slot] = dealt + 1;
    // 449 is prime, so the steps of 173 visit every number once; the day shifts the beginning.
    const turned = (dealt * 173 + slot * 31) % capacity;
    return turned * 2 + (isMale ? 1 : 2);
  }
}
