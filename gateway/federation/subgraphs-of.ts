import { Kind, type DirectiveNode, type DocumentNode } from 'graphql';

interface SubgraphAddress {
  readonly name: string;
  readonly url: string;
}

const argument = (directive: DirectiveNode, name: string): string => {
  const value = directive.arguments?.find((given) => given.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
};

/** The subgraphs a supergraph names: the values of its enum `join__Graph`. */
export const subgraphsOf = (supergraph: DocumentNode): readonly SubgraphAddress[] =>
  supergraph.definitions
    .filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION)
    .filter((definition) => definition.name.value === 'join__Graph')
    .flatMap((definition) => definition.values ?? [])
    .flatMap((value) => value.directives ?? [])
    .filter((directive) => directive.name.value === 'join__graph')
    .map((directive) => ({ name: argument(directive, 'name'), url: argument(directive, 'url') }));
