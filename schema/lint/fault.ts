import { Kind, type ASTNode, type TypeNode } from 'graphql';

/** A place in an SDL that breaks a rule of the house. */
export interface Fault {
  readonly at: ASTNode;
  readonly message: string;
}

/** The type a field or argument has under all lists and exclamation marks. */
export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
