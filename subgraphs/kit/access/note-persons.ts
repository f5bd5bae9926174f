import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { isDisclosing } from '../../../schema/policy/decide.ts';
import type { GraphField } from '../../../schema/policy/graph.ts';
import type { SubgraphContext } from '../context.ts';
import { recordOf, recordsOfPage, type TaggedRecord } from '../reads/record-tag.ts';
import type { Shape } from '../reads/shape.ts';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;
type Path = GraphQLResolveInfo['path'];

/** That a record is there, as something to be decided. */
export const presence = (type: string, admittedBy: string): GraphField => ({
  coordinate: `${type}.__typename`,
  classes: [admittedBy],
  isNonNull: true,
  isString: false,
  isLeaf: true,
  mask: undefined,
  coarser: undefined,
  isCoarse: false,
  leadsTo: '',
});

/**
 * What is given with a record, or as rows of its own below it, and is not decided here: that there is such a record of
 * somebody is told by it, be it that he is in the register or that he is under review. So it counts as something given.
 */
export function noteRecord(field: GraphField, resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    const record = recordOf(parent);
    if (record && record.person !== null) {
      const { policy, report } = context.access;
      const decision = policy.aboveRows(field, record);
      if (isDisclosing(decision)) report.disclose(record.person, decision.row.id, record.bits, info);
    }
    return resolve(parent, args, context, info);
  };
}

/**
 * Whoever is in an answer is thereby known to be in the register, also where nothing of him is asked: a search that asked for
 * cursors or the type's name alone told who is there past every budget, and nobody was written down.
 */
export function notePersons({ type, record }: Shape, isPage: boolean, resolve: Resolver): Resolver {
  if (!record?.person || record.admittedBy === undefined) return resolve;
  const field = presence(type, record.admittedBy);
  const note = (value: unknown, { access }: SubgraphContext, { path }: GraphQLResolveInfo): unknown => {
    for (const [at, found] of isPage ? ofPage(path, value) : ofRows(path, value)) {
      if (!found || found.person === null) continue;
      const rule = access.policy.of(field, found).row.id;
      access.report.see(found.person, rule, found.bits, { prev: at, key: '__typename', typename: type });
    }
    return value;
  };
  return (parent, args, context, info) => {
    const value: unknown = resolve(parent, args, context, info);
    if (value instanceof Promise) return value.then((row: unknown) => note(row, context, info));
    return note(value, context, info);
  };
}

type Met = readonly [at: Path, record: TaggedRecord | null];

/** The persons of a page stand at its nodes, whatever of the page is asked. */
const ofPage = (path: Path, page: unknown): readonly Met[] =>
  recordsOfPage(page).map((record, index) => [stepInto(stepInto(path, 'nodes'), index), record]);

const ofRows = (path: Path, value: unknown): readonly Met[] =>
  Array.isArray(value)
    ? value.map((row: unknown, index) => [stepInto(path, index), recordOf(row)])
    : [[path, recordOf(value)]];

const stepInto = (prev: Path, key: string | number): Path => ({ prev, key, typename: undefined });
