import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** How large a selection is once its fragments are expanded. */
export interface Measure {
  /** Fields inside of fields: 1 for a selection of leaves. */
  readonly depth: number;
  /** Fields in all. */
  readonly fields: number;
  /** Fields at the top. */
  readonly width: number;
}

/**
 * Counting ends here: fragments that spread fragments multiply, and 2,000 tokens can say a number of eighty digits. No
 * limit may be above it.
 */
export const countingEnds = 1_000_000;

const nothing: Measure = { depth: 0, fields: 0, width: 0 };

/**
 * Measures each operation of a document in the order they stand in. A fragment is measured once, however often it is
 * spread, so the time is linear in the document and not in what it expands to. A fragment that spreads itself counts as
 * nothing in itself: validation refuses it.
 */
export function measureOperations(document: DocumentNode): readonly Measure[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Measure>();

  const measureFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing);
    const fragment = fragments.get(name);
    const measure = fragment ? measureSelection(fragment.selectionSet) : nothing;
    measured.set(name, measure);
    return measure;
  };

  const measureSelection = ({ selections }: SelectionSetNode): Measure => {
    let total = nothing;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const inner = selection.selectionSet ? measureSelection(selection.selectionSet) : nothing;
        total = add(total, { depth: inner.depth + 1, fields: inner.fields + 1, width: 1 });
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      total = add(
        total,
        isSpread ? measureFragment(selection.name.value) : measureSelection(selection.selectionSet),
      );
    }
    return total;
  };

  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ selectionSet }) => measureSelection(selectionSet));
}

const add = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  fields: Math.min(one.fields + other.fields, countingEnds),
  width: Math.min(one.width + other.width, countingEnds),
});
