import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { loadTypeDefs } from '../../schema/load.ts';
import { createAccess, type Access } from '../../schema/policy/access.ts';
import { isDisclosing } from '../../schema/policy/decide.ts';
import type { AccessGraph } from '../../schema/policy/graph.ts';
import type { Policy } from '../../schema/policy.ts';
import { registry } from '../../schema/registry.ts';
import type { HubCall } from '../../gateway/access/call.ts';
import type { ApartHub } from './apart.ts';

/** What a recording data source saw, judged. */
export interface Asked {
  /** Kinds of calls: a subgraph, a document, and for whom. */
  readonly kinds: number;
  /** Every coordinate that some subgraph was asked for. */
  readonly coordinates: ReadonlySet<string>;
  /** Those that were denied to who asked, with who it was. */
  readonly denied: readonly string[];
}

/** Judges every call that was made of any subgraph by what the table denies to the caller, whatever the record. */
export function judgeCalls(
  calls: ApartHub['calls'],
  policy: Policy,
  graph: AccessGraph,
  narrowing: ReadonlySet<string>,
): Asked {
  const coordinatesOf = createCoordinateReader();
  const judged = new Set<string>();
  const coordinates = new Set<string>();
  const denied: string[] = [];
  for (const [subgraph, query, call] of calls) {
    const { caller, purpose, caseReference, breakGlass } = call;
    const whom = [caller.role, purpose, caseReference, caller.department, breakGlass?.classes.join(' ')];
    const key = [subgraph, query, ...whom].join('\n');
    if (judged.has(key)) continue;
    judged.add(key);
    const access = accessOf(policy, call);
    for (const coordinate of coordinatesOf(subgraph, query)) {
      coordinates.add(coordinate);
      const field = graph.fields.get(coordinate);
      if (field && narrowing.has(coordinate) && !isDisclosing(access.atBest(field)))
        denied.push(`${coordinate} for ${whom.join(' ')}`);
    }
  }
  return { kinds: judged.size, coordinates, denied };
}

const accessOf = (policy: Policy, { caller, purpose, caseReference, breakGlass }: HubCall): Access =>
  createAccess(policy, {
    role: caller.role,
    purpose: purpose ?? 'STATISTICS',
    hasCase: caseReference !== undefined,
    department: caller.department,
    glass: breakGlass?.classes,
  });

/** Reads the coordinates of a subgraph's document, each document once. */
function createCoordinateReader(): (subgraph: string, query: string) => readonly string[] {
  const schemas = new Map(
    registry.map(({ name }) => [name as string, buildSubgraphSchema([{ typeDefs: loadTypeDefs(name) }])]),
  );
  const known = new Map<string, readonly string[]>();
  return (subgraph, query) => {
    const key = `${subgraph} ${query}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const schema = schemas.get(subgraph);
    if (!schema) throw new Error(`${subgraph} is not in the registry`);
    const found = new Set<string>();
    const info = new TypeInfo(schema);
    const Field = ({ name }: { readonly name: { readonly value: string } }): void => {
      found.add(`${info.getParentType()?.name ?? ''}.${name.value}`);
    };
    visit(parse(query), visitWithTypeInfo(info, { Field }));
    known.set(key, [...found]);
    return [...found];
  };
}
