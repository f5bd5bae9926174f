import { isObject } from '../ask/project.ts';
import type { FieldShape, Shape } from '../ask/shape.ts';
import type { Path } from './places.ts';

/** How the client sees a place of the fetched data. */
type Seen =
  /** It did not ask for this. */
  | { readonly kind: 'hidden'; readonly visible: Path }
  /** It is null, or something above it is. */
  | { readonly kind: 'null'; readonly nullAt: Path }
  | { readonly kind: 'value'; readonly value: unknown };

/** Follows a path through what the client asked and what it is given. */
export const look = (path: Path, asked: Shape, data: unknown): Seen => {
  let at: unknown = data ?? null;
  let nullAt: Path | undefined = at === null ? [] : undefined;
  let shape: Shape | undefined = asked;
  for (const [index, step] of path.entries()) {
    const hidden: Seen = { kind: 'hidden', visible: path.slice(0, index) };
    if (typeof step === 'string') {
      const field: FieldShape | undefined = shape?.get(step);
      if (field === undefined) return hidden;
      shape = field.children;
    }
    if (nullAt !== undefined) continue;
    at = readStep(at, step);
    // Asked, but not here: another type's field, or one left out by a directive.
    if (at === undefined) return hidden;
    if (at === null) nullAt = path.slice(0, index + 1);
  }
  return nullAt === undefined ? { kind: 'value', value: at } : { kind: 'null', nullAt };
};

const readStep = (at: unknown, step: string | number): unknown => {
  if (Array.isArray(at)) {
    const items: readonly unknown[] = at;
    return typeof step === 'number' ? items[step] : undefined;
  }
  return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
};
