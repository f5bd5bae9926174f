import {
  Kind,
  visit,
  type DocumentNode,
  type ExecutableDefinitionNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

/** An operation and the fragments that it spreads, itself or through others: what running it looks at. */
export function definitionsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly ExecutableDefinitionNode[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  // A set is walked in the order of insertion and to its end, also to what is added on the way.
  const reached = new Set<ExecutableDefinitionNode>([operation]);
  for (const definition of reached) {
    visit(definition, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment) reached.add(fragment);
      },
    });
  }
  return [...reached];
}
