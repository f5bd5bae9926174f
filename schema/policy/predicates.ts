/**
 * What a row of the table may ask for: a closed set, each one bit. The first seven belong to a record and are decided by its
 * owner from current data; `glass` says that a break-glass is in force for this person; `case` belongs to the call. `department` belongs to the call where a class names its owners,
 * and to the record where each record has a department of its own (owner `source`).
 */
export const predicates = [
  'area',
  'self',
  'household',
  'consent',
  'minor',
  'department',
  'glass',
  'case',
] as const;

export type Predicate = (typeof predicates)[number];

/** Predicates that hold, one bit each. */
export type Bits = number;

/** All combinations of all predicates. */
export const allBits = 1 << predicates.length;

/** All combinations of the predicates of a record: a class's table over them is a text of so many bits. */
export const recordBits = 128;

export const bitOf = (predicate: Predicate): Bits => 1 << predicates.indexOf(predicate);

/** The bits of predicates that hold. */
export const bitsOf = (facts: Partial<Record<Predicate, boolean>>): Bits =>
  predicates.reduce((bits, predicate) => (facts[predicate] === true ? bits | bitOf(predicate) : bits), 0);

export const isPredicate = (value: string): value is Predicate =>
  predicates.some((predicate) => predicate === value);
