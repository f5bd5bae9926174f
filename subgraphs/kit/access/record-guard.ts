import type { GraphQLFieldResolver } from 'graphql';
import { isDisclosing } from '../../../schema/policy/decide.ts';
import type { GraphField } from '../../../schema/policy/graph.ts';
import { mask } from '../../../schema/policy/masks.ts';
import type { SubgraphContext } from '../context.ts';
import { recordOf } from '../reads/record-tag.ts';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/**
 * What a field gives of one record: its value, a masked one, or null with the reason beside the answer. The record says by
 * its tag which predicates hold; a row without one is a fault of ours and never goes out.
 */
export function guardRecord(field: GraphField, resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    const record = recordOf(parent);
    if (!record) throw new Error(`${field.coordinate} was reached without a record to decide by`);
    const { policy, report } = context.access;
    const decision = policy.aboveRows(field, record);
    if (isDisclosing(decision) && record.person !== null) {
      report.disclose(record.person, decision.row.id, record.bits, info);
      if (record.consented.includes(decision.dataClass)) report.relyOn(record.person, decision.dataClass);
    }
    if (decision.effect === 'ALLOW') {
      return resolve(parent, args, context, info);
    }
    if (decision.effect === 'MASK' && decision.mask) {
      const value = resolve(parent, args, context, info);
      if (value === null || value === undefined) return null;
      // A mask that meets anything but a text withholds it: the table's checks let none through.
      if (typeof value !== 'string') throw new Error(`${field.coordinate} is masked, but is no text`);
      report.mask(info, decision.mask);
      return mask(decision.mask, value);
    }
    if (decision.effect !== 'ABSENT') {
      report.withhold(info, () => ({
        coordinate: field.coordinate,
        class: decision.dataClass,
        reason: policy.reasonOf(field, record),
        rule: decision.row.id,
      }));
    }
    return null;
  };
}

/** The key of a record that is a person: that he is in the register is told by it, so it counts as something given. */
export function noteKey(field: GraphField, resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    const record = recordOf(parent);
    if (record && record.person !== null) {
      const { policy, report } = context.access;
      report.disclose(record.person, policy.of(field, record).row.id, record.bits, info);
    }
    return resolve(parent, args, context, info);
  };
}
