import { isWhole } from '../ask/record.ts';
import type { Operation } from '../operation.ts';
import { causeAt, explainFetch, sentPlaces } from './explain-fetch.ts';
import { createFindings } from './findings.ts';
import type { Path } from './places.ts';
import { fetchesIn } from './walk-plan.ts';

const none: ReadonlySet<number> = new Set();

/**
 * Which representations of a fetch that is about to start must not be sent, because a value in them was lost
 * on the way. ApolloGateway sends a lost value inside `@requires` as null; the subgraph would take that for
 * the truth and answer wrongly, without an error.
 */
export const withheldFrom = (
  operation: Operation,
  fetch: { readonly subgraph: string; readonly path: Path; readonly query: string },
  representations: number,
): ReadonlySet<number> => {
  if (operation.calls.every(isWhole)) return none;
  const findings = createFindings(new Map(), null);
  const fetches = fetchesIn(operation, findings);
  fetches.forEach(explainFetch);
  const started = fetches.find(
    ({ node, path }) =>
      node.serviceName === fetch.subgraph &&
      node.operation === fetch.query &&
      path.join('.') === fetch.path.join('.'),
  );
  if (started === undefined) return none;
  const places = sentPlaces(started);
  const lost = places.flatMap((place, index) => (causeAt(started, place) === undefined ? [] : [index]));
  if (lost.length === 0) return none;
  // Should the places ever not be the representations, none may be taken for sound.
  if (places.length !== representations) return new Set(Array.from({ length: representations }).keys());
  return new Set(lost);
};
