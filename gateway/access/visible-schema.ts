import { buildASTSchema, Kind, parse, printSchema, visit, type GraphQLSchema } from 'graphql';
import { purposes, type Role } from '../../schema/caller.ts';
import { createAccess } from '../../schema/policy/access.ts';
import type { AccessGraph, GraphField } from '../../schema/policy/graph.ts';
import type { Policy } from '../../schema/policy.ts';

/**
 * The schema as a role may know it: without fields that are ABSENT for him whatever his purpose, because their very
 * existence is sensitive. What is withheld stays visible: it says so in every answer.
 */
export function createVisibleSchemas(
  schema: GraphQLSchema,
  graph: AccessGraph,
  policy: Policy,
): (role: Role) => GraphQLSchema {
  const known = new Map<Role, GraphQLSchema>();
  return (role) => {
    const visible = known.get(role) ?? without(schema, hiddenFields(graph, policy, role));
    known.set(role, visible);
    return visible;
  };
}

function hiddenFields(graph: AccessGraph, policy: Policy, role: Role): ReadonlySet<string> {
  const ways = purposes.flatMap((purpose) =>
    [true, false].map((hasCase) => createAccess(policy, { role, purpose, hasCase, department: undefined })),
  );
  const isHidden = (field: GraphField): boolean =>
    ways.every((access) => access.atBest(field).effect === 'ABSENT');
  return new Set([...graph.fields.values()].filter(isHidden).map(({ coordinate }) => coordinate));
}

function without(schema: GraphQLSchema, hidden: ReadonlySet<string>): GraphQLSchema {
  if (hidden.size === 0) return schema;
  const document = visit(parse(printSchema(schema)), {
    ObjectTypeDefinition: (type) => ({
      ...type,
      fields: type.fields?.filter(({ name }) => !hidden.has(`${type.name.value}.${name.value}`)),
    }),
  });
  const emptied = new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION && (definition.fields ?? []).length === 0
        ? [definition.name.value]
        : [],
    ),
  );
  const definitions = document.definitions.filter(
    (definition) => !('name' in definition && emptied.has(definition.name.value)),
  );
  return buildASTSchema({ ...document, definitions }, { assumeValid: true, assumeValidSDL: true });
}
