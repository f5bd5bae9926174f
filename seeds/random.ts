/**
 * Kinds of draws. Each kind of thing draws from streams of its own, so that adding a draw to one does not move the others.
 */
const streams = {
  grid: 1,
  dwelling: 2,
  person: 3,
  careNeed: 4,
  worker: 5,
  visit: 6,
  unit: 7,
  credit: 8,
  station: 9,
  psych: 10,
  volunteer: 11,
  task: 12,
  team: 13,
  veto: 14,
} as const;

export type Stream = keyof typeof streams;

const golden = 0x9e3779b9;

/** A good 32-bit finaliser (xor-shift and multiply): each bit of the input moves half of the output's bits. */
export function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/**
 * Numbers that look drawn by lot and depend only on seed, stream, index and how many were taken before. A counter and no
 * running state: any thing of the city can be worked out again by itself, in any order and in any process.
 */
export class Random {
  readonly #base: number;
  readonly #whitening: number;
  #taken = 0;

  constructor(seed: number, stream: Stream, index: number) {
    const key = mix(seed ^ Math.imul(streams[stream], golden));
    // An index may exceed 32 bits; both halves count.
    const folded = mix((index >>> 0) ^ Math.imul(Math.floor(index / 2 ** 32) + 1, 0x85ebca6b));
    this.#base = mix(key ^ folded);
    this.#whitening = mix(this.#base + key);
  }

  /** From 0 inclusive to 1 exclusive. */
  next(): number {
    this.#taken += 1;
    return mix(mix(this.#base + Math.imul(this.#taken, golden)) ^ this.#whitening) / 2 ** 32;
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the list, each as likely as the others. */
  pick<T>(list: readonly T[]): T {
    return elementAt(list, this.below(list.length));
  }
}

/** Draws values by weight; the table is added up once. */
export type Choice<T> = (random: Random) => T;

export function createChoice<T>(weighted: readonly (readonly [T, number])[]): Choice<T> {
  let total = 0;
  const steps = weighted.map(([value, weight]) => ({ value, upTo: (total += weight) }));
  return (random) => {
    const point = random.next() * total;
    return elementAt(
      steps,
      steps.findIndex((step) => point < step.upTo),
    ).value;
  };
}

/** The element at a place that must exist; a list that is too short is a fault of this program. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const element = list.at(index);
  if (element === undefined)
    throw new Error(`Expected an element at ${index}, found a list of ${list.length}.`);
  return element;
}
