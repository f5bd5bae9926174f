import { getOperationAST, OperationTypeNode } from 'graphql';
import { isDisclosing } from '../../../schema/policy/decide.ts';
import type { AccessGraph } from '../../../schema/policy/graph.ts';
import { rootFieldsOf } from '../../../schema/root-fields.ts';
import type { MutationCheck } from '../execute.ts';

/**
 * Refuses a mutation as a whole when any of its root fields is not granted, or what is said by one of its arguments is not the
 * caller's to say: the class of an argument may be narrower than that of the act.
 */
export function createMutationCheck({ fields, inputs }: AccessGraph): MutationCheck {
  return (document, operationName, { access }) => {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.MUTATION) return true;
    return rootFieldsOf(document, operation.selectionSet).every(({ name, arguments: given = [] }) => {
      if (name.value === '__typename') return true;
      const coordinate = `Mutation.${name.value}`;
      const field = fields.get(coordinate);
      const maySay = given.every(({ name: argument }) =>
        inputs.get(`${coordinate}(${argument.value}:)`)?.some(access.policy.mayReadInClear),
      );
      return field !== undefined && isDisclosing(access.policy.atBest(field)) && maySay;
    });
  };
}
