import { getOperationAST, OperationTypeNode } from 'graphql';
import { isDisclosing } from '../../../schema/policy/decide.ts';
import type { GraphField } from '../../../schema/policy/graph.ts';
import { rootFieldsOf } from '../../../schema/root-fields.ts';
import type { MutationCheck } from '../execute.ts';

/** Refuses a mutation as a whole when any of its root fields is not granted. */
export function createMutationCheck(fields: ReadonlyMap<string, GraphField>): MutationCheck {
  return (document, operationName, { access }) => {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.MUTATION) return true;
    return rootFieldsOf(document, operation.selectionSet).every(({ name }) => {
      if (name.value === '__typename') return true;
      const field = fields.get(`Mutation.${name.value}`);
      return field !== undefined && isDisclosing(access.policy.atBest(field));
    });
  };
}
