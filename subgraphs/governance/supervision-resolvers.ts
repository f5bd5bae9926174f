import { getNamedType, isObjectType } from 'graphql';
import { badInput } from '../kit/errors.ts';
import { selectionOf } from '../kit/reads/selection.ts';
import type { Shape } from '../kit/reads/shape.ts';
import type { OwnResolvers } from '../kit/schema.ts';

/** The supervision of a period: its fields are read by it, as fields of an entity by their key. */
export const createSupervisionResolvers = (byPeriod: Shape): OwnResolvers => ({
  Query: {
    supervision: (_parent, args: Readonly<Record<string, unknown>>, context, info) => {
      const type = getNamedType(info.returnType);
      if (!isObjectType(type)) throw new Error('supervision does not give an object');
      const [from, to] = [momentOf(args['from']), momentOf(args['to'])];
      if (from >= to) throw badInput('Argument "to": expected a moment after "from", found an earlier one.');
      return context.reads.load({
        kind: 'entity',
        shape: byPeriod,
        selection: selectionOf(info, type),
        representation: { from, to },
      });
    },
  },
});

/** A moment as the scalar gives it, in the form that PostgreSQL takes. */
const momentOf = (value: unknown): string =>
  (value instanceof Date ? value : new Date(String(value))).toISOString();
