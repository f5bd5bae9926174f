import type { GraphQLSchema } from 'graphql';
import { isObject } from '../ask/project.ts';
import type { Call, CallOutcome } from '../ask/record.ts';
import type { FieldShape, Shape } from '../ask/shape.ts';
import type { ErrorCode } from '../../../schema/codes.ts';
import { toErrorCode } from '../error-code.ts';
import type { SubgraphError } from '../sources/subgraph-source.ts';
import type { FetchNode } from '../plan.ts';
import type { Findings, Loss } from './findings.ts';
import type { Path, Place } from './places.ts';
import { renamed } from './rename.ts';
import { isOfType, requiredPaths, wasSent } from './requires.ts';

export interface ExplainedFetch {
  readonly node: FetchNode;
  /** Where it is run; `@` stands for every element of a list. */
  readonly path: Path;
  readonly places: readonly Place[];
  /** What the fetch asks of each place. */
  readonly shape: Shape;
  readonly call: Call | undefined;
  readonly schema: GraphQLSchema;
  readonly findings: Findings;
}

const outage = (subgraph: string, code: ErrorCode): Loss => ({
  code,
  message:
    code === 'SUBGRAPH_TIMEOUT'
      ? `The subgraph "${subgraph}" did not answer in time.`
      : `The subgraph "${subgraph}" is not available.`,
});

// A code of the hub's is written by somebody who knew that a client reads it; any other text may hold
// anything.
const passedOn = (subgraph: string, { code, message }: Pick<SubgraphError, 'code' | 'message'>): Loss => {
  const known = toErrorCode(code);
  if (known === 'INTERNAL')
    return { code: known, message: `The subgraph "${subgraph}" answered with an error.` };
  if (known === 'SUBGRAPH_UNAVAILABLE' || known === 'SUBGRAPH_TIMEOUT') return outage(subgraph, known);
  return { code: known, message };
};

const dependent = (subgraph: string, { code }: Loss): Loss => ({
  code,
  message: `What the subgraph "${subgraph}" has to be told first is not available.`,
});

const appliesTo = (schema: GraphQLSchema, field: FieldShape, value: unknown): boolean =>
  field.conditions.length === 0 ||
  (isObject(value) && field.conditions.some((condition) => isOfType(schema, value, condition)));

/**
 * What a fetch should have filled in at one place and did not: one error at each null the client sees. Tells
 * whether there is such a null.
 */
const losePlace = ({ node, shape, schema, findings }: ExplainedFetch, place: Place, loss: Loss): boolean => {
  let isMissed = false;
  const visit = (fields: Shape, keys: Path, value: unknown): void => {
    for (const [key, field] of fields) {
      if (!appliesTo(schema, field, value)) continue;
      const below = [...keys, key];
      const path = [...place.path, ...renamed(below, node.outputRewrites)];
      if (keys.length === 0) findings.lose(path, loss);
      const isNull = findings.explainNull(path, loss);
      isMissed ||= isNull;
      if (isNull || field.children === undefined) continue;
      const last = path.at(-1);
      const inner = isObject(value) && typeof last === 'string' ? value[last] : undefined;
      visitValue(field.children, below, inner);
    }
  };
  // Another subgraph gave the object itself: only parts of it are missing.
  const visitValue = (fields: Shape, keys: Path, value: unknown): void => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    items.forEach((item, index) => visitValue(fields, [...keys, index], item));
    if (isObject(value)) visit(fields, keys, value);
  };
  visit(shape, [], place.value);
  return isMissed;
};

/** Why something that an object has to be asked with is missing. */
export const causeAt = ({ node, schema, findings }: ExplainedFetch, place: Place): Loss | undefined => {
  for (const path of requiredPaths(schema, place, node.requires ?? [])) {
    const loss = findings.lossAt(path);
    if (loss !== undefined) return dependent(node.serviceName, loss);
  }
  return undefined;
};

/**
 * Where an error inside an object has left a null: at its own place, or above it where no null was allowed.
 */
const nullAbove = (place: Place, below: Path): Path => {
  let value: unknown = place.value;
  const end = below.findIndex((step) => {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : value;
    return value === null;
  });
  return [...place.path, ...(end === -1 ? below : below.slice(0, end + 1))];
};

const passError = (fetch: ExplainedFetch, places: readonly Place[], keys: Path, loss: Loss): void => {
  const below = renamed(keys, fetch.node.outputRewrites);
  for (const place of places) {
    const path = [...place.path, ...below];
    fetch.findings.lose(nullAbove(place, below), loss);
    fetch.findings.pass(path, loss);
  }
};

type Answered = Extract<CallOutcome, { kind: 'answered' }>;

const explainAnswer = (
  fetch: ExplainedFetch,
  asked: readonly Place[],
  { data, errors, sentAs }: Answered,
): void => {
  const isEntities = fetch.node.requires !== undefined;
  const losses: Loss[] = [];
  for (const error of errors) {
    const loss = passedOn(fetch.node.serviceName, error);
    losses.push(loss);
    const [, index, ...below] = error.path ?? [];
    if (!isEntities && error.path !== undefined) passError(fetch, asked, error.path, loss);
    if (!isEntities || typeof index !== 'number') continue;
    const hit = asked.filter((_, position) => sentAs[position] === index);
    if (below.length > 0) passError(fetch, hit, below, loss);
    if (below.length === 0) for (const place of hit) losePlace(fetch, place, loss);
  }
  const unplaced = errors.findIndex(({ path }) => path === undefined);
  const rest = losses[data === null ? 0 : unplaced];
  if (rest === undefined) return;
  const missed = asked.filter((place) => losePlace(fetch, place, rest));
  // Nothing is missing, yet the subgraph says that something went wrong.
  if (data !== null && missed.length === 0) fetch.findings.pass([], rest);
};

/** The places ApolloGateway made representations of, in their order. */
export const sentPlaces = ({ node: { requires }, places, schema }: ExplainedFetch): readonly Place[] =>
  requires === undefined ? places : places.filter(({ value }) => wasSent(schema, value, requires));

/** Explains what one fetch of the plan left missing, wherever it was run. */
export const explainFetch = (fetch: ExplainedFetch): void => {
  const { node, places, call } = fetch;
  const asked = sentPlaces(fetch);
  if (call?.outcome.kind === 'silent') {
    const loss = outage(node.serviceName, call.outcome.code);
    for (const place of asked) losePlace(fetch, place, loss);
  }
  if (call?.outcome.kind === 'answered') explainAnswer(fetch, asked, call.outcome);
  for (const place of node.requires === undefined ? [] : places) {
    const cause = causeAt(fetch, place);
    if (cause !== undefined) losePlace(fetch, place, cause);
  }
};
