import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { isErrorCode } from '../../schema/codes.ts';
import { tellFault, type createFormCheck } from '../../schema/form-check.ts';
import type { AccessNotes } from './access/report.ts';
import type { SubgraphContext } from './context.ts';
import { badInput, hubError } from './errors.ts';
import type { Log } from './log.ts';
import { ReadFailure } from './reads/read-failure.ts';

/** An operation as it comes over the wire. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** A GraphQL response whose errors tell nothing of what is inside. */
export interface SubgraphAnswer {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: { readonly access: AccessNotes };
}

/** Whether every root field of a mutation is granted; true for a query. */
export type MutationCheck = (
  document: DocumentNode,
  operationName: string | undefined,
  context: SubgraphContext,
) => boolean;

/** Half a set of acts is no act that anybody asked for. */
const mutationRefused = hubError('FORBIDDEN', 'The policy does not grant this act; nothing was done.');

type Prepared =
  | { readonly kind: 'document'; readonly document: DocumentNode }
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] };

/** Documents come from the gateway's planner, so few are distinct; beyond this many the oldest go. */
const documentsKept = 1_000;

/** A portrait's longest document has 1.5 kB; what is much longer is kept by nobody. */
const longestKept = 16 * 1024;

/** Executes operations on a subgraph: each distinct document is parsed and validated once. */
export function createExecutor(
  schema: GraphQLSchema,
  checkForms: ReturnType<typeof createFormCheck>,
  mayMutate: MutationCheck,
  log: Log,
) {
  const documents = new Map<string, Prepared>();
  const prepareOnce = (query: string): Prepared => {
    const known = documents.get(query);
    if (known) return known;
    const prepared = prepare(schema, query);
    const [oldest] = documents.keys();
    if (query.length > longestKept) return prepared;
    if (documents.size >= documentsKept && oldest !== undefined) documents.delete(oldest);
    documents.set(query, prepared);
    return prepared;
  };
  const run = async (request: SubgraphRequest, context: SubgraphContext): Promise<ExecutionResult> => {
    const prepared = prepareOnce(request.query);
    if (prepared.kind === 'refused') return { errors: prepared.errors };
    const { document } = prepared;
    const variableValues = request.variables ?? {};
    const { operationName } = request;
    const faults = checkForms(document, variableValues, operationName);
    if (faults.length > 0) return { errors: faults.map((fault) => badInput(tellFault(fault))) };
    if (!mayMutate(document, operationName, context)) return { errors: [mutationRefused] };
    return execute({ schema, document, contextValue: context, variableValues, operationName });
  };
  return async (request: SubgraphRequest, context: SubgraphContext): Promise<SubgraphAnswer> => {
    const { data, errors } = await run(request, context);
    const notes = context.access.report.notes();
    const extensions = notes ? { extensions: { access: notes } } : {};
    if (!errors) return { data, ...extensions };
    const failure = errors
      .map(({ originalError }) => originalError)
      .find((cause) => cause instanceof ReadFailure);
    if (failure) return tellFailure(failure, log, context);
    const shown = errors.map((error) => showError(error, log, context));
    return data === undefined ? { errors: shown } : { data, errors: shown, ...extensions };
  };
}

function prepare(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query);
    const errors = validate(schema, document, undefined, { hideSuggestions: true });
    return errors.length > 0 ? { kind: 'refused', errors: [unreadable] } : { kind: 'document', document };
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: 'refused', errors: [unreadable] };
    throw error;
  }
}

// The gateway planned for another schema than this one: no fault of the caller, to whom nothing is known of this
// department now. What is wrong with the document could quote a value.
const unreadable = hubError(
  'SUBGRAPH_UNAVAILABLE',
  'Expected a document that is valid for this subgraph, found another.',
);

/** A wave is one statement: when it is not answered, the department has not answered, and that is the whole answer. */
function tellFailure(failure: ReadFailure, log: Log, { requestId }: SubgraphContext): SubgraphAnswer {
  log.error({ requestId, err: failure.cause }, 'a statement was not answered');
  return { errors: [{ message: 'The department could not answer.', extensions: { code: failure.code } }] };
}

/** Codes of the hub pass; anything else is a fault in here, which is logged and not told. */
function showError(error: GraphQLError, log: Log, { requestId }: SubgraphContext): GraphQLFormattedError {
  const { code } = error.extensions;
  const place = error.path ? { path: error.path } : {};
  if (isErrorCode(code)) return { message: error.message, ...place, extensions: { code } };
  const isAboutVariables = !error.path && !error.originalError;
  if (isAboutVariables)
    return {
      message: 'Expected variables of the types declared, found others.',
      extensions: { code: 'BAD_USER_INPUT' },
    };
  log.error({ requestId, err: error.originalError ?? error, path: error.path }, 'a read failed');
  return { message: 'The department could not answer.', ...place, extensions: { code: 'INTERNAL' } };
}
