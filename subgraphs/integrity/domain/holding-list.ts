import { parseCitizenNumber } from '../../kit/domain/citizen-number.ts';
import { parseCreditCode } from '../../kit/domain/credit-code.ts';

/** What is wrong with a part of a list, for the system that delivers it. */
export interface HoldingFault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** Identifiers as they are kept, each once; or what is wrong, and then nothing of the part is taken. */
export type HoldingPart =
  | { readonly kind: 'READ'; readonly identifiers: readonly string[] }
  | { readonly kind: 'FAULTY'; readonly faults: readonly HoldingFault[] };

/** Clocks differ. */
const graceMs = 5 * 60_000;
/** An older list could say nothing of an answer of today. */
const longestAgeMs = 2 * 86_400_000;
/** Who has more wrong than this has one thing wrong. */
const mostFaults = 20;

/** Reads a part of a list: citizen numbers and credit codes that hold in themselves. `today` is `YYYY-MM-DD`. */
export function readHoldingPart(
  raw: readonly string[],
  asOf: Date,
  { now, today }: { readonly now: Date; readonly today: string },
): HoldingPart {
  const read = raw.map((text) => normalise(text, today));
  const faults = [
    ...findTimeFaults(asOf, now),
    ...read.flatMap((identifier, place) => (identifier === null ? [faultAt(place)] : [])),
  ];
  if (faults.length > 0) return { kind: 'FAULTY', faults: faults.slice(0, mostFaults) };
  return { kind: 'READ', identifiers: [...new Set(read.filter((identifier) => identifier !== null))] };
}

function findTimeFaults(asOf: Date, now: Date): readonly HoldingFault[] {
  const age = now.getTime() - asOf.getTime();
  const path = ['input', 'asOf'];
  if (age < -graceMs)
    return [{ code: 'IN_THE_FUTURE', message: 'Expected a moment that is not in the future.', path }];
  if (age > longestAgeMs)
    return [{ code: 'TOO_OLD', message: 'Expected a moment of the last two days.', path }];
  return [];
}

function normalise(text: string, today: string): string | null {
  const parsed = parseCitizenNumber(text, today);
  return parsed.kind === 'VALID' ? parsed.number : parseCreditCode(text);
}

const faultAt = (place: number): HoldingFault => ({
  code: 'NOT_AN_IDENTIFIER',
  message: `Expected a citizen number or a unified social credit code at position ${place}, found something else.`,
  path: ['input', 'identifiers', String(place)],
});
