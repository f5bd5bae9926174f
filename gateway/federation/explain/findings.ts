import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../../schema/codes.ts';
import type { Shape } from '../ask/shape.ts';
import { look } from './client-view.ts';
import { keyOf, type Path } from './places.ts';

/** Why something is missing. */
export interface Loss {
  readonly code: ErrorCode;
  readonly message: string;
}

/** The errors of one answer while they are gathered. */
export interface Findings {
  /** Remembers, also of what the client does not see, that it was lost: others may have needed it. */
  lose(path: Path, loss: Loss): void;
  lossAt(path: Path): Loss | undefined;
  /**
   * Says that this is missing, if the client sees a null there that nothing explains yet. Tells whether it is
   * null.
   */
  explainNull(path: Path, loss: Loss): boolean;
  /** Passes on an error, at its place or, where the client does not see that, above it. */
  pass(path: Path, loss: Loss): void;
  errors(): readonly GraphQLError[];
}

export const createFindings = (asked: Shape, data: unknown): Findings => {
  const lost = new Map<string, Loss>();
  const found = new Map<string, GraphQLError>();
  const hidden: [Path, Loss][] = [];
  // Paths with an error at them, and paths with one at or below them.
  const at = new Set<string>();
  const atOrBelow = new Set<string>();

  const emit = (path: Path, { code, message }: Loss): void => {
    const key = `${code} ${keyOf(path)}`;
    if (found.has(key)) return;
    found.set(
      key,
      new GraphQLError(message, { path: path.length === 0 ? null : path, extensions: { code } }),
    );
    at.add(keyOf(path));
    for (let end = 0; end <= path.length; end += 1) atOrBelow.add(keyOf(path.slice(0, end)));
  };

  const isExplained = (path: Path): boolean =>
    atOrBelow.has(keyOf(path)) || path.some((_, index) => at.has(keyOf(path.slice(0, index + 1))));

  return {
    lose: (path, loss) => {
      if (!lost.has(keyOf(path))) lost.set(keyOf(path), loss);
    },
    lossAt: (path) => lost.get(keyOf(path)),
    explainNull: (path, loss) => {
      const seen = look(path, asked, data);
      if (seen.kind !== 'null') return false;
      if (!isExplained(seen.nullAt)) emit(path, loss);
      return true;
    },
    pass: (path, loss) => {
      const seen = look(path, asked, data);
      if (seen.kind === 'hidden') hidden.push([seen.visible, loss]);
      if (seen.kind !== 'hidden') emit(path, loss);
    },
    errors: () => {
      // An error at a place the client cannot see is told through what it cost; if it cost nothing seen, told
      // above.
      if (found.size === 0) for (const [path, loss] of hidden) emit(path, loss);
      return [...found.values()];
    },
  };
};
