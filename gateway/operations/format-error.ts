import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isErrorCode, type ErrorCode } from '../../schema/codes.ts';
import { messageWithoutValues } from './without-values.ts';

/** A fault of the hub: what the log is told. */
export interface Failure {
  /** The id under which the caller was told that something failed. */
  readonly failureId: string;
  readonly error: unknown;
}

export interface FormatErrorOptions {
  readonly onInternal: (failure: Failure) => void;
  readonly createId?: () => string;
}

/** Apollo Server's codes for what a caller did wrong. Its code for what it did itself is left out. */
const fromApollo: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

const plainWords: ReadonlyMap<unknown, string> = new Map([
  ['PERSISTED_QUERY_NOT_FOUND', 'Expected the whole document as `query`, found a persisted query.'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'Expected the whole document as `query`, found a persisted query.'],
]);

/** What may stand beside the code. */
const detailsShown = ['limit', 'allowed', 'found', 'argument', 'variable', 'header', 'access'] as const;

/**
 * Apollo Server's `formatError`: an error leaves the hub with a message, where it belongs, and a code of
 * `schema/codes.ts`; whatever has no such code is a fault of the hub, and the caller learns only where to ask for it.
 */
export function createFormatError({ onInternal, createId = randomUUID }: FormatErrorOptions) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.['code'];
    if (code === 'BAD_USER_INPUT' || fromApollo.has(code)) {
      const message =
        plainWords.get(code) ?? messageWithoutValues(thrown instanceof GraphQLError ? thrown : formatted);
      return shape(formatted, 'BAD_USER_INPUT', message);
    }
    if (isErrorCode(code)) return shape(formatted, code, formatted.message);
    const failureId = createId();
    onInternal({ failureId, error: unwrapResolverError(thrown) });
    return shape(formatted, 'INTERNAL', tellFailure(failureId));
  };
}

/** What the caller learns of a fault of the hub. */
export const tellFailure = (failureId: string): string =>
  `The hub failed. The failure is logged under id ${failureId}.`;

/** Formats an error that the gateway made itself and that does not pass through Apollo Server's `formatError`. */
export function formatRefusal(refusal: GraphQLError): GraphQLFormattedError {
  const { code } = refusal.extensions;
  return shape(refusal.toJSON(), isErrorCode(code) ? code : 'INTERNAL', refusal.message);
}

function shape(formatted: GraphQLFormattedError, code: ErrorCode, message: string): GraphQLFormattedError {
  const { path, locations, extensions = {} } = formatted;
  const details = detailsShown.filter((name) => Object.hasOwn(extensions, name));
  return {
    message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { code, ...Object.fromEntries(details.map((name) => [name, extensions[name]])) },
  };
}
