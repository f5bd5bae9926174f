import { elementAt, type Random } from '../random.ts';
import { recordTypes, type RecordType } from './catalogue.ts';

/** How often a kind of record occurs, and about whom. Shares are of all adults or units. */
export interface Frequency {
  readonly type: RecordType;
  readonly share: number;
  readonly youngest: number;
  readonly oldest: number;
  /** Years for which the record may be used; null for ever. */
  readonly years: number | null;
}

export function frequency(
  code: string,
  share: number,
  years: number | null,
  youngest = 18,
  oldest = 90,
): Frequency {
  const type = recordTypes.get(code);
  if (!type) throw new Error(`${code} is not in the catalogue.`);
  // What is not shared is nowhere stored: whoever gives such a type a share must not get rows for it.
  if (type.sharing === 'NOT_SHARED') throw new Error(`${code} is not shared, so it has no rows.`);
  return { type, share, youngest, oldest, years };
}

// 失信被执行人 0.5 % of adults and for two years (法释〔2013〕17号); other negatives five years at most (the retention of
// the provincial credit laws).
export const personFrequencies: readonly Frequency[] = [
  frequency('D08-SXB', 0.005, 2),
  frequency('D08-LIM', 0.003, 2),
  frequency('D08-JUD', 0.0006, 5, 16),
  frequency('D10-TRF', 0.0025, 3),
  frequency('D33-PEN', 0.0025, 3),
  frequency('D34-PEN', 0.0015, 3),
  frequency('D22-OVL', 0.0008, 3, 20, 62),
  frequency('D25-PEN', 0.0003, 3),
  frequency('D24-PEN', 0.0003, 3),
  frequency('D38-PEN', 0.0003, 3),
  frequency('D35-BAD', 0.0002, 3),
  frequency('D37-TAX', 0.0001, 3),
  frequency('D18-WAG', 0.0001, 3),
  frequency('D18-EXM', 0.0002, 5, 20, 45),
  frequency('D14-EXM', 0.0006, 5, 15, 24),
  frequency('D18-QUA', 0.03, null, 20, 70),
  frequency('D14-TEA', 0.006, null, 23, 70),
  frequency('D13-CMT', 0.02, 3),
  frequency('D04-HON', 0.004, null, 16),
  frequency('D28-BLD', 0.008, null, 18, 60),
  frequency('D01-BRV', 0.0001, null, 16),
  frequency('D29-MRT', 0.001, null, 22),
  frequency('D39-HON', 0.0005, null, 25),
  frequency('D40-HON', 0.002, null, 15, 28),
  frequency('D41-HON', 0.002, null, 25),
];

export const unitFrequencies: readonly Frequency[] = [
  frequency('D33-PEN', 0.08, 3),
  frequency('D20-PEN', 0.04, 3),
  frequency('D38-PEN', 0.05, 3),
  frequency('D30-SAF', 0.015, 5),
  frequency('D21-BAD', 0.02, 3),
  frequency('D15-PEN', 0.02, 3),
  frequency('D17-PUR', 0.005, 3),
  frequency('D23-PEN', 0.01, 3),
  frequency('D19-LND', 0.01, 3),
  frequency('D27-BAD', 0.01, 3),
  frequency('D06-PEN', 0.01, 3),
  frequency('D37-RAT', 0.25, 1),
  frequency('D13-CMT', 0.2, 3),
  frequency('D20-RAT', 0.05, 1),
];

/** Draws one of the kinds or none, each with its own share. */
export function createDraw(frequencies: readonly Frequency[]): (random: Random) => Frequency | null {
  let sum = 0;
  const steps = frequencies.map(({ share }) => (sum += share));
  const total = sum;
  return (random) => {
    const point = random.next();
    if (point >= total) return null;
    return elementAt(
      frequencies,
      steps.findIndex((step) => point < step),
    );
  };
}
