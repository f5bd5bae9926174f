import type { FetchNode } from '../plan.ts';
import type { Path } from './places.ts';

const isKey = (step: string): boolean => !step.startsWith('... on ');

const isSame = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

/**
 * The path as the client knows it: where two types answer one key differently, the planner asks under an
 * invented alias and ApolloGateway renames the answer.
 */
export const renamed = (path: Path, rewrites: FetchNode['outputRewrites']): Path => {
  if (rewrites === undefined) return path;
  const keys: string[] = [];
  return path.map((step) => {
    if (typeof step === 'number') return step;
    keys.push(step);
    for (const rewrite of rewrites)
      if (rewrite.kind === 'KeyRenamer' && isSame(rewrite.path.filter(isKey), keys))
        return rewrite.renameKeyTo;
    return step;
  });
};
