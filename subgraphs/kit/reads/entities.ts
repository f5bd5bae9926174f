import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../context.ts';
import { selectionOf } from './selection.ts';
import type { Shape } from './shape.ts';

/** Reads entities by key, in the order asked; null where there is none. All of them are part of one statement. */
export function readEntities(
  context: SubgraphContext,
  info: GraphQLResolveInfo,
  shape: Shape,
  keys: readonly unknown[],
): Promise<readonly unknown[]> {
  const type = getNamedType(info.returnType);
  const { entity } = shape;
  if (!isObjectType(type) || !entity) throw new Error(`${info.fieldName} does not give entities`);
  const selection = selectionOf(info, type);
  return Promise.all(
    keys.map((key) =>
      context.reads.load({ kind: 'entity', shape, selection, representation: { [entity.key]: key } }),
    ),
  );
}
