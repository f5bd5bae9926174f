import { gatherDisclosures, type Disclosure } from './gather-disclosures.ts';
import { isMaskKind, type MaskKind } from '../../schema/policy/masks.ts';
import type { WithheldEntry } from '../../schema/plan/decide-operation.ts';
import type { SubgraphNote } from '../federation/sources/subgraph-source.ts';

/** Something shown in part. */
export interface MaskedEntry {
  readonly path: readonly string[];
  readonly kind: MaskKind;
}

/** What an answer says of access. */
export interface AccessExtension {
  readonly withheld: readonly WithheldEntry[];
  readonly masked: readonly MaskedEntry[];
}

export interface Gathered extends AccessExtension {
  /** Persons of whom something was given out, by id. */
  readonly disclosures: ReadonlyMap<string, Disclosure>;
  /** Consents that something was given by. */
  readonly consents: readonly (readonly [person: string, dataClass: string])[];
}

/** Joins what the gateway withheld with what the subgraphs did, each at its place in the whole answer, one entry a path. */
export function gatherNotes(cut: readonly WithheldEntry[], notes: readonly SubgraphNote[]): Gathered {
  const withheld = new Map(cut.map((entry) => [entry.path.join('\0'), entry]));
  const masked = new Map<string, MaskedEntry>();
  const consents: (readonly [string, string])[] = [];
  for (const note of notes) {
    const access = objectOf(note.extensions['access']);
    for (const entry of listOf(access?.['withheld']).flatMap(readWithheld)) {
      const path = rebase(note, entry.path);
      const key = path.join('\0');
      if (!withheld.has(key)) withheld.set(key, { ...entry, path });
    }
    for (const entry of listOf(access?.['masked']).flatMap(readMasked)) {
      const path = rebase(note, entry.path);
      masked.set(path.join('\0'), { ...entry, path });
    }
    for (const consent of listOf(access?.['consents'])) {
      const [person, dataClass] = listOf(consent);
      if (typeof person === 'string' && typeof dataClass === 'string') consents.push([person, dataClass]);
    }
  }
  return {
    withheld: [...withheld.values()],
    masked: [...masked.values()],
    consents,
    disclosures: gatherDisclosures(notes),
  };
}

/** A call for entities answers under `_entities`, at any index; where those belong is the place it was asked for. */
function rebase({ path }: SubgraphNote, own: readonly string[]): readonly string[] {
  const place = path.map((step) => (typeof step === 'number' ? '@' : step));
  return own[0] === '_entities' ? [...place, ...own.slice(2)] : [...place, ...own];
}

// What a subgraph says is taken apart and put together anew: nothing else of it reaches the client.

function readWithheld(value: unknown): readonly WithheldEntry[] {
  const entry = objectOf(value);
  const path = pathOf(entry?.['path']);
  const [coordinate, dataClass, rule] = [entry?.['coordinate'], entry?.['class'], entry?.['rule']].map(
    nameOf,
  );
  const reason = reasons.find((name) => name === entry?.['reason']);
  if (!path || !coordinate || !dataClass || !rule || !reason) return [];
  return [{ path, coordinate, class: dataClass, reason, rule }];
}

function readMasked(value: unknown): readonly MaskedEntry[] {
  const entry = objectOf(value);
  const path = pathOf(entry?.['path']);
  const kind = entry?.['kind'];
  return path && isMaskKind(kind) ? [{ path, kind }] : [];
}

const reasons = ['ROLE', 'PURPOSE', 'CASE', 'CONSENT'] as const;

const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.:()-]{1,128}$/.test(value) ? value : undefined;

const pathOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((step) => typeof step === 'string' && /^(@|\w{1,64})$/.test(step))
    ? value
    : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const objectOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
