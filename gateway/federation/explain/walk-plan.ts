import type { Call } from '../ask/record.ts';
import type { Operation } from '../operation.ts';
import type { FetchNode, PlanNode } from '../plan.ts';
import type { ExplainedFetch } from './explain-fetch.ts';
import type { Findings } from './findings.ts';
import { fetchedData, placesAt, type Path } from './places.ts';

interface Fetched {
  readonly node: FetchNode;
  readonly path: Path;
}

const fetchesOf = (node: PlanNode | undefined, path: Path): readonly Fetched[] => {
  switch (node?.kind) {
    case 'Fetch':
      return [{ node, path }];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((child) => fetchesOf(child, path));
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path]);
    case 'Condition':
      // The branch not taken made no calls, and its keys are not in the answer: it explains nothing.
      return [...fetchesOf(node.ifClause, path), ...fetchesOf(node.elseClause, path)];
    default:
      return [];
  }
};

const keyOfCall = (subgraph: string, path: Path, query: string): string =>
  `${subgraph} ${path.join('.')} ${query}`;

/** The fetches of an operation in the plan's order: one only needs what fetches before it have given. */
export const fetchesIn = (
  { plan, calls, ground }: Operation,
  findings: Findings,
): readonly ExplainedFetch[] => {
  const root = fetchedData(calls);
  const made = new Map<string, Call>();
  for (const call of calls) made.set(keyOfCall(call.subgraph, call.path, call.query), call);
  return fetchesOf(plan.node, []).map(({ node, path }) => {
    const whole = ground.shapeOfQuery(node.operation);
    return {
      node,
      path,
      shape: (node.requires && whole.get('_entities')?.children) ?? whole,
      places: placesAt(path, root),
      call: made.get(keyOfCall(node.serviceName, path, node.operation)),
      schema: ground.fullSchema,
      findings,
    };
  });
};
