import type { Read } from './read.ts';
import type { SelectedField, Selection } from './selection.ts';
import type { Shape } from './shape.ts';
import type { Representation } from './slot.ts';

/** Entities of one type of which the same is asked; equal representations share a row. */
export interface EntityGroup {
  readonly shape: Shape;
  readonly selection: Selection;
  readonly representations: readonly Representation[];
  /** For each representation, the positions of the reads that want it. */
  readonly wantedBy: readonly (readonly number[])[];
}

/** A root field and the position of the read that wants it. */
export interface RootRead {
  readonly shape: Shape;
  readonly field: SelectedField;
  readonly wantedBy: number;
}

/** The reads of one wave, sorted for one statement. */
export interface Wave {
  readonly roots: readonly RootRead[];
  readonly groups: readonly EntityGroup[];
}

interface Gathered {
  readonly shape: Shape;
  readonly wanted: Map<string, { readonly representation: Representation; readonly by: number[] }>;
}

/** Sorts reads into root fields and groups of entities. One selection object stands for one group. */
export function toWave(reads: readonly Read[]): Wave {
  const roots: RootRead[] = [];
  const gathered = new Map<Selection, Gathered>();
  reads.forEach((read, position) => {
    if (read.kind === 'root') {
      roots.push({ shape: read.shape, field: read.field, wantedBy: position });
      return;
    }
    const group: Gathered = gathered.get(read.selection) ?? { shape: read.shape, wanted: new Map() };
    gathered.set(read.selection, group);
    const key = keyOf(read.shape, read.representation);
    const known = group.wanted.get(key);
    if (known) known.by.push(position);
    else group.wanted.set(key, { representation: read.representation, by: [position] });
  });
  const groups = [...gathered].map(([selection, { shape, wanted }]) => {
    const entries = [...wanted.values()];
    return {
      shape,
      selection,
      representations: entries.map(({ representation }) => representation),
      wantedBy: entries.map(({ by }) => by),
    };
  });
  return { roots, groups };
}

const keyOf = ({ entity }: Shape, representation: Representation): string =>
  JSON.stringify([entity?.key ?? '', ...(entity?.external ?? [])].map((field) => representation[field]));
