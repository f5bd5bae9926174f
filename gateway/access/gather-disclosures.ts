import type { SubgraphNote } from '../federation/sources/subgraph-source.ts';

/** What was given of one person. */
export interface Disclosure {
  /** Rows of the table by which something was given. */
  readonly rules: ReadonlySet<string>;
  readonly subgraphs: ReadonlySet<string>;
  /** Who the person is to the caller; absent where he is nobody of his. */
  readonly relation: 'SELF' | 'HOUSEHOLD' | undefined;
  /** Met only inside another person's record. */
  readonly isMentioned: boolean;
}

interface Gathering {
  readonly rules: Set<string>;
  readonly subgraphs: Set<string>;
  relation: Disclosure['relation'];
  isMentioned: boolean;
}

/** What every subgraph gave of each person, in one. */
export function gatherDisclosures(notes: readonly SubgraphNote[]): ReadonlyMap<string, Disclosure> {
  const all = new Map<string, Gathering>();
  const places = notes.flatMap((note) =>
    textsOf(accessOf(note)['places']).flatMap((at) => placeOf(note, at)),
  );
  for (const note of notes) {
    const access = accessOf(note);
    const isInside = isEntityCall(access) && isBelowPerson(note, places);
    for (const { rules, persons, isMentioned } of groupsOf(access['disclosed'])) {
      for (const person of persons) {
        const one: Gathering = all.get(person) ?? {
          rules: new Set(),
          subgraphs: new Set(),
          relation: undefined,
          isMentioned: true,
        };
        all.set(person, one);
        for (const rule of rules) one.rules.add(rule);
        one.subgraphs.add(note.subgraph);
        if (!isMentioned && !isInside) one.isMentioned = false;
      }
    }
    for (const [name, relation] of relations) {
      for (const person of textsOf(access[name])) {
        const one = all.get(person);
        if (one) one.relation = relation;
      }
    }
  }
  return all;
}

const relations = [
  ['household', 'HOUSEHOLD'],
  ['self', 'SELF'],
] as const;

type Members = Readonly<Record<string, unknown>>;

const accessOf = ({ extensions }: SubgraphNote): Members => membersOf(extensions['access']);

const entityRoot = '_entities';

/** A call for entities begins at `_entities`; where its persons stand in the whole answer is the note's own path. */
const isEntityCall = (access: Members): boolean =>
  textsOf(access['places']).some((place) => place.startsWith(entityRoot));

/** Only a root of the answer makes a place: what stands below one was met on the way. */
const placeOf = ({ path }: SubgraphNote, place: string): readonly string[] =>
  path.length === 0 && !place.startsWith(entityRoot) ? [place] : [];

function isBelowPerson({ path }: SubgraphNote, places: readonly string[]): boolean {
  const own = path.map((step) => (typeof step === 'number' ? '@' : step)).join('.');
  return places.some((place) => own.startsWith(`${place}.`));
}

interface Group {
  readonly rules: readonly string[];
  readonly persons: readonly string[];
  readonly isMentioned: boolean;
}

// What a subgraph says is taken apart and checked; of anything else there is nothing.
const groupsOf = (value: unknown): readonly Group[] =>
  (Array.isArray(value) ? value : []).map((item: unknown) => {
    const group = membersOf(item);
    return {
      rules: textsOf(group['rules']).filter((rule) => /^[A-Z]{3}-\d{2}$/.test(rule)),
      persons: textsOf(group['persons']),
      isMentioned: group['isMentioned'] === true,
    };
  });

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
