import type { GraphQLResolveInfo } from 'graphql';
import { bitOf, type Bits } from '../../../schema/policy/predicates.ts';

type Path = GraphQLResolveInfo['path'];

/** What was given of persons, as it travels to the gateway: many persons of a list were mostly given the same. */
export interface DisclosureNotes {
  /** Rows of the table by which something was given, and the persons it was given of. */
  readonly disclosed: readonly DisclosedGroup[];
  /** Where in this answer persons stand who were asked for themselves, as paths joined by `.`. */
  readonly places: readonly string[];
  /** Of these, the caller's own person and those of his household. */
  readonly self: readonly string[];
  readonly household: readonly string[];
}

interface DisclosedGroup {
  readonly rules: readonly string[];
  readonly persons: readonly string[];
  /** Met only inside another person's record. */
  readonly isMentioned: boolean;
}

interface Shown {
  readonly rules: Set<string>;
  /** The row by which he is there at all: told where nothing else of him was given. */
  presence?: string;
  readonly bits: Bits;
  isMentioned: boolean;
}

/** Gathers of whom something was given, by which rows of the table, and how they were met. */
export interface Disclosures {
  readonly add: (person: string, rule: string, bits: Bits, path: Path) => void;
  /** Somebody is in the answer, by a row of the table; the path is that of a field of his. */
  readonly see: (person: string, rule: string, bits: Bits, path: Path) => void;
  readonly isEmpty: () => boolean;
  readonly notes: () => DisclosureNotes;
}

/** `personTypes` are the types whose objects are persons. */
export function createDisclosures(personTypes: ReadonlySet<string>): Disclosures {
  const shown = new Map<string, Shown>();
  const places = new Set<string>();
  const meet = (person: string, bits: Bits, path: Path): Shown => {
    const known = shown.get(person);
    const one: Shown = known ?? { rules: new Set<string>(), bits, isMentioned: true };
    if (!known) shown.set(person, one);
    if (!one.isMentioned) return one;
    const place = placeOf(path, personTypes);
    if (place === null) return one;
    one.isMentioned = false;
    places.add(place);
    return one;
  };
  return {
    isEmpty: () => shown.size === 0,
    add: (person, rule, bits, path) => void meet(person, bits, path).rules.add(rule),
    see: (person, rule, bits, path) => {
      meet(person, bits, path).presence ??= rule;
    },
    notes: () => {
      const groups = new Map<string, { rules: string[]; persons: string[]; isMentioned: boolean }>();
      for (const [person, { rules, presence, isMentioned }] of shown) {
        const names = rules.size === 0 && presence !== undefined ? [presence] : [...rules].sort();
        const key = `${names.join()}${isMentioned ? '!' : ''}`;
        const group = groups.get(key) ?? { rules: names, persons: [], isMentioned };
        groups.set(key, group);
        group.persons.push(person);
      }
      const having = (bit: Bits): readonly string[] =>
        [...shown].flatMap(([person, { bits }]) => ((bits & bit) === 0 ? [] : [person]));
      return {
        disclosed: [...groups.values()],
        places: [...places],
        self: having(bitOf('self')),
        household: having(bitOf('household')),
      };
    },
  };
}

/** Where the one person on the way to a field stands; null where there is a person inside a person. */
function placeOf(path: Path, personTypes: ReadonlySet<string>): string | null {
  let found: Path | undefined;
  for (let at: Path | undefined = path; at; at = at.prev) {
    if (at.typename === undefined || !personTypes.has(at.typename)) continue;
    if (found) return null;
    found = at;
  }
  const steps: string[] = [];
  for (let at = found?.prev; at; at = at.prev) steps.push(typeof at.key === 'number' ? '@' : at.key);
  return steps.reverse().join('.');
}
