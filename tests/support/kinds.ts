import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import { purposes, type Purpose, type Role } from '../../schema/caller.ts';
import type { AccessGraph } from '../../schema/policy/graph.ts';
import { allBits } from '../../schema/policy/predicates.ts';
import type { Policy } from '../../schema/policy.ts';

/**
 * Of a role's purposes one of each kind: those of a kind meet the same rows of the table in every class, whatever the record
 * is, but for the classes of a document that is asked for every purpose anyway.
 */
export function createKinds(
  { table }: Policy,
  graph: AccessGraph,
  schema: GraphQLSchema,
  asked: DocumentNode,
): (role: Role) => readonly Purpose[] {
  const known = classesIn(graph, schema, asked);
  const classes = table.classes.filter((name) => !known.has(name));
  const bits = Array.from({ length: allBits }, (_, index) => index);
  return (role) => {
    const rowsFor = (purpose: Purpose): string =>
      classes.map((name) => bits.map((one) => table.rowFor(name, role, purpose, one).id).join()).join();
    return [...new Map(purposes.map((purpose) => [rowsFor(purpose), purpose])).values()];
  };
}

function classesIn(graph: AccessGraph, schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const field = graph.fields.get(`${info.getParentType()?.name ?? ''}.${name.value}`);
        for (const one of field?.classes ?? []) found.add(one);
      },
    }),
  );
  return found;
}
