import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse, print, Kind, type DocumentNode } from 'graphql';
import { loadTypeDefs } from './load.ts';

/** The resolver types of one subgraph, generated from its SDL. */
export async function printResolverTypes(name: string): Promise<string> {
  const config = {
    enumsAsTypes: true,
    immutableTypes: true,
    useTypeImports: true,
    federation: true,
    rootValueType: 'Readonly<Record<string, unknown>>',
    skipTypename: true,
    scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
    contextType: '../kit/context.ts#SubgraphContext',
    defaultMapper: 'Readonly<Record<string, unknown>>',
  };
  const text = await codegen({
    filename: 'resolver-types.ts',
    schema: withoutLinks(loadTypeDefs(name)),
    documents: [],
    plugins: [{ typescript: config }, { 'typescript-resolvers': config }],
    pluginMap: { typescript, 'typescript-resolvers': typescriptResolvers },
    config,
  });
  return `// Generated from schema/subgraphs/${name}.graphql by \`npm run schema\`. Never edited by hand.\n${text}`;
}

/** The generator knows federation's directives, but neither links nor composed ones. */
function withoutLinks(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.filter((node) => node.kind !== Kind.SCHEMA_EXTENSION);
  return parse(print({ kind: Kind.DOCUMENT, definitions }));
}
