import { performance } from 'node:perf_hooks';
import { buildASTSchema, Kind, parse } from 'graphql';
import { createOperationDecider } from '../../schema/plan/decide-operation.ts';
import { loadSupergraph } from '../../schema/load.ts';
import { createAccess } from '../../schema/policy/access.ts';
import { readGraph } from '../../schema/policy/graph.ts';
import { createPolicy } from '../../schema/policy.ts';

const repeats = 200_000;

/** Microseconds for deciding an operation for a grid worker: the first time, and whenever it comes again. */
export function measureDecisions(query: string): { readonly first: number; readonly again: number } {
  const sdl = parse(loadSupergraph());
  const schema = buildASTSchema(sdl, { assumeValid: true, assumeValidSDL: true });
  const policy = createPolicy();
  const decider = createOperationDecider(schema, readGraph(sdl, 'the supergraph'), policy);
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const call = {
    role: 'GRID_WORKER',
    purpose: 'SERVICE_VISIT',
    hasCase: false,
    department: undefined,
  } as const;
  const access = createAccess(policy, call);
  const question = { document, operation, variables: { id: 'x' }, access };
  const begun = performance.now();
  decider.decide(question);
  const first = (performance.now() - begun) * 1_000;
  const again = performance.now();
  for (let count = 0; count < repeats; count += 1) decider.decide(question);
  return { first, again: ((performance.now() - again) * 1_000) / repeats };
}
