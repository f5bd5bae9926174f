import { isWhole } from './ask/record.ts';
import { coverageOf } from './explain/coverage.ts';
import { explain } from './explain/explain.ts';
import type { ExecutionResult, Operation } from './operation.ts';

/** ApolloGateway's result with an error for every missing part, and who answered. */
export const complete = (operation: Operation, result: ExecutionResult): ExecutionResult => {
  const extensions = { coverage: coverageOf(operation.calls) };
  const data = result.data === undefined ? {} : { data: result.data };
  const isShaped = result.errors === undefined && result.extensions?.['valueCompletion'] === undefined;
  if (isShaped && operation.calls.every(isWhole)) return { ...data, extensions };
  const errors = explain(operation, result);
  return errors.length === 0 ? { ...data, extensions } : { ...data, errors, extensions };
};
