import { readFileSync } from 'node:fs';

/** An operation that front-end teams hold, word for word. */
export const operationOf = (name: string): string =>
  readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
