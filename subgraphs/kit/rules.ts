import type { GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from './context.ts';

/** Throws the error of the hub that the caller is to see, or returns. Runs before anything is read. */
export type Rule = (
  args: Readonly<Record<string, unknown>>,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => void;

/** Rules by coordinate (`Type.field`). */
export type Rules = Readonly<Record<string, Rule>>;
