import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isDisclosing } from '../../../schema/policy/decide.ts';
import type { GraphField } from '../../../schema/policy/graph.ts';
import type { MutationCheck } from '../execute.ts';

/** Refuses a mutation as a whole when any of its root fields is not granted. */
export function createMutationCheck(fields: ReadonlyMap<string, GraphField>): MutationCheck {
  return (document, operationName, { access }) => {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.MUTATION) return true;
    return rootFieldsOf(document, operation.selectionSet).every((name) => {
      if (name === '__typename') return true;
      const field = fields.get(`Mutation.${name}`);
      return field !== undefined && isDisclosing(access.policy.atBest(field));
    });
  };
}

function rootFieldsOf(document: DocumentNode, { selections }: SelectionSetNode): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFieldsOf(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (definition): definition is FragmentDefinitionNode =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment ? rootFieldsOf(document, fragment.selectionSet) : [];
  });
}
