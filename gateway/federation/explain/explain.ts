import { GraphQLError } from 'graphql';
import { shapeOf } from '../ask/shape.ts';
import type { ExecutionResult, Operation } from '../operation.ts';
import { explainFetch } from './explain-fetch.ts';
import { createFindings, type Findings } from './findings.ts';
import { fetchesIn } from './walk-plan.ts';

/** ApolloGateway tells a value that does not fit its type beside the answer only; nobody reads it there. */
const explainMisfits = (misfits: unknown, findings: Findings): void => {
  for (const misfit of Array.isArray(misfits) ? misfits : []) {
    if (!(misfit instanceof GraphQLError)) continue;
    findings.explainNull(misfit.path ?? [], { code: 'INTERNAL', message: misfit.message });
  }
};

/** Walks the plan once more, in its order, and gives every missing part an error at its path. */
export const explain = (operation: Operation, result: ExecutionResult): readonly GraphQLError[] => {
  const { document, request } = operation.requestContext;
  const { apiSchema, logger } = operation.ground;
  const findings = createFindings(shapeOf(document, apiSchema, request.operationName), result.data);
  fetchesIn(operation, findings).forEach(explainFetch);
  explainMisfits(result.extensions?.['valueCompletion'], findings);
  if (result.errors !== undefined) {
    logger.warn({ errors: result.errors.length }, 'an operation failed in the gateway itself');
    findings.pass([], { code: 'INTERNAL', message: 'The operation could not be run in full.' });
  }
  return findings.errors();
};
