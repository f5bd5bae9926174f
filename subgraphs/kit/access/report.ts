import type { GraphQLResolveInfo } from 'graphql';
import type { WithheldEntry } from '../../../schema/plan/decide-operation.ts';
import type { Bits } from '../../../schema/policy/predicates.ts';
import type { MaskKind } from '../../../schema/policy/masks.ts';
import { createDisclosures, type DisclosureNotes, type Disclosures } from './disclosures.ts';

/** A place in the answer: response keys, `@` for any index of a list. */
export type AccessPath = readonly string[];

/** Something that was shown in part. */
export interface MaskedEntry {
  readonly path: AccessPath;
  readonly kind: MaskKind;
}

/** What a subgraph says about its answer beside the data. What is said of persons stays between subgraph and gateway. */
export interface AccessNotes extends DisclosureNotes {
  readonly withheld: readonly WithheldEntry[];
  readonly masked: readonly MaskedEntry[];
  /** Consents that something was given by: person and class. Between subgraph and gateway only. */
  readonly consents: readonly (readonly [person: string, dataClass: string])[];
}

/** Gathers the notes of one request: one entry for each path, however many rows it stands for. */
export interface AccessReport {
  readonly withhold: (info: GraphQLResolveInfo, entry: () => Omit<WithheldEntry, 'path'>) => void;
  readonly mask: (info: GraphQLResolveInfo, kind: MaskKind) => void;
  /** Something of a person was given, by a row of the table. */
  readonly disclose: (person: string, rule: string, bits: Bits, info: GraphQLResolveInfo) => void;
  /** A person is in the answer: what is told where nothing of him was given. */
  readonly see: Disclosures['see'];
  readonly relyOn: (person: string, dataClass: string) => void;
  /** Null when there is nothing to say. */
  readonly notes: () => AccessNotes | null;
}

/** Rows of one list differ in what they withhold; paths are few, so this is never reached by an honest document. */
const mostEntries = 2_000;

export function createReport(personTypes: ReadonlySet<string>): AccessReport {
  const withheld = new Map<string, WithheldEntry>();
  const masked = new Map<string, MaskedEntry>();
  const disclosures = createDisclosures(personTypes);
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
    disclose: (person, rule, bits, { path }) => disclosures.add(person, rule, bits, path),
    see: disclosures.see,
    relyOn: (person, dataClass) => consents.set(`${person} ${dataClass}`, [person, dataClass]),
    notes: () =>
      withheld.size + masked.size === 0 && disclosures.isEmpty()
        ? null
        : {
            withheld: [...withheld.values()],
            masked: [...masked.values()],
            ...disclosures.notes(),
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
