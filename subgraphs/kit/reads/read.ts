import type { SelectedField, Selection } from './selection.ts';
import type { Shape } from './shape.ts';
import type { Representation } from './slot.ts';

/** One thing a resolver needs from the database: a root field, or an entity by its key. */
export type Read =
  | { readonly kind: 'root'; readonly shape: Shape; readonly field: SelectedField }
  | {
      readonly kind: 'entity';
      readonly shape: Shape;
      readonly selection: Selection;
      readonly representation: Representation;
    };
