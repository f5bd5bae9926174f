import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { isDisclosing } from '../../../schema/policy/decide.ts';
import type { GraphField } from '../../../schema/policy/graph.ts';
import { findMissingClass, isOfRows, partsOf } from '../../../schema/policy/missing-class.ts';
import { mask } from '../../../schema/policy/masks.ts';
import type { SubgraphContext } from '../context.ts';
import { recordOf, type TaggedRecord } from '../reads/record-tag.ts';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/**
 * What a field gives of one record: its value, a masked one, or null with the reason beside the answer. The record says by
 * its tag which predicates hold; a row without one is a fault of ours and never goes out.
 */
export function guardRecord(field: GraphField, resolve: Resolver): Resolver {
  const isPartial = isOfRows(field);
  const parts = partsOf(field);
  return (parent, args, context, info) => {
    const record = recordOf(parent);
    if (!record) throw new Error(`${field.coordinate} was reached without a record to decide by`);
    const { policy, report } = context.access;
    const decision = policy.aboveRows(field, record);
    if (isDisclosing(decision) && record.person !== null) {
      // A page of several classes gives each of them, also where it has no row of one: that there is none is told too.
      for (const part of parts) {
        const given = isPartial ? policy.aboveRows(part, record) : decision;
        if (!isDisclosing(given)) continue;
        report.disclose(record.person, given.row.id, record.bits, info);
        if (record.consented.includes(given.dataClass)) report.relyOn(record.person, given.dataClass);
      }
    }
    if (decision.effect === 'ALLOW') {
      if (isPartial) tellMissing(field, record, context, info);
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

/**
 * Rows of a class that is not granted are left out of a list and a count, and the answer says so: else a part would be taken
 * for the whole. It depends on caller and record, never on whether there are such rows.
 */
function tellMissing(
  field: GraphField,
  record: TaggedRecord,
  { access: { policy, report } }: SubgraphContext,
  info: GraphQLResolveInfo,
): void {
  const missing = findMissingClass(field, (part) => policy.of(part, record));
  if (!missing) return;
  const { part, decision } = missing;
  report.withhold(info, () => ({
    coordinate: field.coordinate,
    class: decision.dataClass,
    reason: policy.reasonOf(part, record),
    rule: decision.row.id,
  }));
}
