import { HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { visit, type DocumentNode, type FieldNode } from 'graphql';
import { badOperation } from '../../schema/limits/refusal.ts';
import { keepBySchema } from './by-schema.ts';
import { formatRefusal } from './format-error.ts';

/**
 * Refuses an alias that is the name by which subgraphs are linked: a key, or what one requires of another. The planner asks
 * for those beside the caller's fields, under their own names, and takes what stands there. `isInHouseholdOfCaller: name`
 * once told a department that a reviewer's husband was a stranger.
 */
export function createLinkNamesPlugin<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  const names = keepBySchema((_schema, supergraphSdl = '') => readLinkNames(supergraphSdl));
  return {
    serverWillStart: async () => ({
      schemaDidLoadOrUpdate: ({ apiSchema, coreSupergraphSdl }) => names.load(apiSchema, coreSupergraphSdl),
    }),
    requestDidStart: async () => ({
      responseForOperation: async ({ document, schema }) => {
        const found = findLinkAlias(document, names.of(schema));
        if (!found) return null;
        const refusal = badOperation(
          'Expected an alias that is not the name of a key or of what one department requires of another, found one that is.',
          [found],
        );
        return {
          http: { status: 400, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { errors: [formatRefusal(refusal)] } },
        };
      },
    }),
  };
}

/** The names in the keys, `@requires` and `@provides` of a supergraph, nested ones among them. */
export function readLinkNames(supergraphSdl: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, selection = ''] of supergraphSdl.matchAll(/\b(?:key|requires|provides): "([^"]*)"/g))
    for (const [name] of selection.matchAll(/\w+/g)) names.add(name);
  return names;
}

/** The first field under an alias that is such a name, and not its own. */
function findLinkAlias(document: DocumentNode, names: ReadonlySet<string>): FieldNode | undefined {
  let found: FieldNode | undefined;
  visit(document, {
    Field: (field) => {
      const alias = field.alias?.value;
      if (alias !== undefined && alias !== field.name.value && names.has(alias)) found ??= field;
    },
  });
  return found;
}
