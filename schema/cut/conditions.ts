import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { definitionsOf } from '../reachable.ts';

const known = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The variables that `@skip` and `@include` of an operation look at, in a fixed order. */
export function conditionsOf(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  const remembered = known.get(operation);
  if (remembered) return remembered;
  const names = new Set<string>();
  visit(
    { kind: Kind.DOCUMENT, definitions: definitionsOf(document, operation) },
    {
      Directive: ({ name, arguments: given = [] }) => {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    },
  );
  const conditions = [...names];
  known.set(operation, conditions);
  return conditions;
}
