import type { GraphQLResolveInfo } from 'graphql';
import type { WithheldEntry } from '../../../schema/plan/decide-operation.ts';
import type { MaskKind } from '../../../schema/policy/masks.ts';

/** A place in the answer: response keys, `@` for any index of a list. */
export type AccessPath = readonly string[];

/** Something that was shown in part. */
export interface MaskedEntry {
  readonly path: AccessPath;
  readonly kind: MaskKind;
}

/** What a subgraph says about its answer beside the data. */
export interface AccessNotes {
  readonly withheld: readonly WithheldEntry[];
  readonly masked: readonly MaskedEntry[];
  /** Persons of whom something was given out, by id. Between subgraph and gateway only. */
  readonly persons: readonly string[];
  /** Consents that something was given by: person and class. Between subgraph and gateway only. */
  readonly consents: readonly (readonly [person: string, dataClass: string])[];
}

/** Gathers the notes of one request: one entry for each path, however many rows it stands for. */
export interface AccessReport {
  readonly withhold: (info: GraphQLResolveInfo, entry: () => Omit<WithheldEntry, 'path'>) => void;
  readonly mask: (info: GraphQLResolveInfo, kind: MaskKind) => void;
  readonly disclose: (person: string) => void;
  readonly relyOn: (person: string, dataClass: string) => void;
  /** Null when there is nothing to say. */
  readonly notes: () => AccessNotes | null;
}

/** Rows of one list differ in what they withhold; paths are few, so this is never reached by an honest document. */
const mostEntries = 2_000;

export function createReport(): AccessReport {
  const withheld = new Map<string, WithheldEntry>();
  const masked = new Map<string, MaskedEntry>();
  const persons = new Set<string>();
  const consents = new Map<string, readonly [string, string]>();
  return {
    withhold: (info, entry) => {
      const path = pathOf(info);
      const key = path.join('\0');
      if (!withheld.has(key) && withheld.size < mostEntries) withheld.set(key, { path, ...entry() });
    },
    mask: (info, kind) => {
      const path = pathOf(info);
      const key = `${path.join('\0')}\0${kind}`;
      if (masked.size < mostEntries) masked.set(key, { path, kind });
    },
    disclose: (person) => persons.add(person),
    relyOn: (person, dataClass) => consents.set(`${person} ${dataClass}`, [person, dataClass]),
    notes: () =>
      withheld.size + masked.size + persons.size === 0
        ? null
        : {
            withheld: [...withheld.values()],
            masked: [...masked.values()],
            persons: [...persons],
            consents: [...consents.values()],
          },
  };
}

function pathOf({ path }: GraphQLResolveInfo): AccessPath {
  const steps: string[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = path; at; at = at.prev)
    steps.push(typeof at.key === 'number' ? '@' : at.key);
  return steps.reverse();
}
