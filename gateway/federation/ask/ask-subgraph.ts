import { NoAnswer, toNoAnswer } from '../sources/no-answer.ts';
import type { FederationContext, SubgraphReply, SubgraphSource } from '../sources/subgraph-source.ts';
import { toErrorCode } from '../error-code.ts';
import type { FederationLogger } from '../federation-logger.ts';
import { projectObject, type JsonObject } from './project.ts';
import type { CallOutcome } from './record.ts';
import { packEntityVariables, unpackEntities, type PackedVariables } from './representations.ts';
import type { Shape } from './shape.ts';

/** What ApolloGateway asks of one subgraph. */
interface Question<Context extends FederationContext> {
  readonly subgraph: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly shape: Shape;
  /** Representations that must not be sent. */
  readonly withheld: ReadonlySet<number>;
}

const packPlain = (variables: Readonly<Record<string, unknown>>): PackedVariables => ({
  json: JSON.stringify(variables),
  sentAs: [],
  sent: [],
});

const readData = (
  data: Readonly<Record<string, unknown>>,
  shape: Shape,
  packed: PackedVariables,
): JsonObject => {
  const entities = shape.get('_entities')?.children;
  if (entities === undefined) return projectObject(data, shape, undefined);
  const answered = Object.hasOwn(data, '_entities') ? data['_entities'] : undefined;
  return { _entities: unpackEntities(answered, packed, entities) };
};

type Answered = Extract<CallOutcome, { kind: 'answered' }>;

const judge = (reply: SubgraphReply, shape: Shape, packed: PackedVariables): Answered => {
  if (reply.kind === 'silent') throw reply.failure;
  const { data, errors, extensions } = reply.answer;
  // It is the hub that was not believed, not the client: to him the department cannot be asked now.
  if (errors.some(({ code }) => code === 'UNAUTHENTICATED'))
    throw new NoAnswer('SUBGRAPH_UNAVAILABLE', 'the ticket was not taken');
  const isRefused = data === null || (errors.length > 0 && data['_entities'] === null);
  const read = isRefused ? null : readData(data, shape, packed);
  return { kind: 'answered', data: read, errors, extensions, sentAs: packed.sentAs };
};

/** Asks one subgraph once. Never rejects: whatever goes wrong is the outcome, and its reason is logged. */
export const askSubgraph = async <Context extends FederationContext>(
  source: SubgraphSource<Context> | undefined,
  { subgraph, query, operationName, variables, context, shape, withheld }: Question<Context>,
  logger: FederationLogger,
): Promise<CallOutcome> => {
  const { requestId } = context;
  try {
    if (source === undefined) throw new NoAnswer('SUBGRAPH_UNAVAILABLE', 'there is no source for it');
    const packed = shape.has('_entities') ? packEntityVariables(variables, withheld) : packPlain(variables);
    const reply = await source.ask({ query, operationName, variables: packed.json, context });
    const outcome = judge(reply, shape, packed);
    const faults = outcome.errors.filter(({ code }) => toErrorCode(code) === 'INTERNAL').length;
    // Their texts may hold anything, so they stay in the subgraph's own log.
    if (faults > 0) logger.warn({ requestId, subgraph, faults }, 'a subgraph answered with errors');
    return outcome;
  } catch (thrown) {
    const { code, reason } = toNoAnswer(thrown);
    logger.warn({ requestId, subgraph, code, reason }, 'a subgraph did not answer');
    return { kind: 'silent', code };
  }
};
