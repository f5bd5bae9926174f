import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../context.ts';
import { selectionOf } from './selection.ts';
import type { Shape } from './shape.ts';

/** A row as the statement gave it: values under the caller's response keys. */
export type ReadRow = Readonly<Record<string, unknown>>;

/** Reads entities by key, in the order asked; null where there is none. All of them are part of one statement. */
export function readEntities(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  shape: Shape,
  representations: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly (ReadRow | null)[]> {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) throw new Error(`${info.fieldName} does not give objects`);
  const selection = selectionOf(info, type);
  return Promise.all(
    representations.map(async (representation) => {
      const row = await context.reads.load({ kind: 'entity', shape, selection, representation });
      return isReadRow(row) ? row : null;
    }),
  );
}

const isReadRow = (value: unknown): value is ReadRow => typeof value === 'object' && value !== null;
