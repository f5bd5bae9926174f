import { GraphQLError } from 'graphql';
import type { AccessExtension } from './notes.ts';

/** The refusal of a whole operation, with what of it was not granted and why. */
export const forbidden = (access: AccessExtension): GraphQLError =>
  new GraphQLError(
    'The policy does not grant this operation; `access` says what of it and why. Nothing was given.',
    {
      extensions: { code: 'FORBIDDEN', access, http: { status: 403 } },
    },
  );
