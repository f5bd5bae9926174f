import type { GraphQLResolveInfo } from 'graphql';
import { isDisclosing } from '../../schema/policy/decide.ts';
import type { Bits } from '../../schema/policy/predicates.ts';
import type { SubgraphContext } from '../kit/context.ts';

/**
 * To look at who looked is a look of its own: the person whose log or accesses were asked for is told of it, whether anything was
 * found or not. `dataClass` is that of the root field, `bits` what the person is to the caller.
 */
export function noteLook(
  person: string,
  dataClass: string,
  bits: Bits,
  { access }: SubgraphContext,
  info: GraphQLResolveInfo,
): void {
  const field = { ...root, coordinate: `Query.${info.fieldName}`, classes: [dataClass] };
  const decision = access.policy.of(field, { bits, consented: [] });
  if (isDisclosing(decision)) access.report.disclose(person, decision.row.id, bits, info);
}

const root = {
  isNonNull: false,
  isString: false,
  isLeaf: false,
  mask: undefined,
  coarser: undefined,
  isCoarse: false,
  leadsTo: 'AccessLog',
} as const;
