import { OperationTypeNode, type DocumentNode, type FieldNode, type OperationDefinitionNode } from 'graphql';
import type { Access, WithheldReason } from '../policy/access.ts';
import type { AccessGraph } from '../policy/graph.ts';
import { rootFieldsOf } from '../root-fields.ts';
import type { GivenInput } from './given-inputs.ts';

/** A root field of which some rows cannot be found, by what, and why. */
interface HalfAnswered {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly class: string;
  readonly reason: WithheldReason;
  readonly rule: string;
}

/** A filter as a field to be decided: nothing to mask, nothing coarser. */
export const plainField = {
  isNonNull: false,
  isString: false,
  isLeaf: true,
  mask: undefined,
  coarser: undefined,
  isCoarse: false,
  leadsTo: '',
} as const;

/**
 * Filters that are answered of some who may be seen and not of all, of adults only for example. Who is left out must not
 * look as if he did not fit; this is said of every such question, whoever is there.
 */
export function findHalfAnswered(
  graph: AccessGraph,
  access: Access,
  inputs: readonly GivenInput[],
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly HalfAnswered[] {
  const paths = rootPathsOf(document, operation);
  const entries = new Map<string, HalfAnswered>();
  for (const { node, coordinate, classes } of inputs) {
    const [rows, path] = paths.get(node) ?? [];
    const field = rows === undefined ? undefined : graph.fields.get(rows);
    if (!field || path === undefined || entries.has(path)) continue;
    const left = access.shownButNot(field.classes, classes);
    if (left === null) continue;
    const filter = { ...plainField, coordinate, classes };
    const decision = access.of(filter, { bits: left, consented: [] });
    entries.set(path, {
      path: [path],
      coordinate,
      class: decision.dataClass,
      reason: access.reasonOf(filter, { bits: left, consented: [] }),
      rule: decision.row.id,
    });
  }
  return [...entries.values()];
}

/** The root fields of an operation, with their response keys: filters stand at roots only. */
function rootPathsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlyMap<FieldNode, readonly [coordinate: string, path: string]> {
  const type = operation.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
  const found = new Map<FieldNode, readonly [string, string]>();
  for (const node of rootFieldsOf(document, operation.selectionSet))
    found.set(node, [`${type}.${node.name.value}`, node.alias?.value ?? node.name.value]);
  return found;
}
