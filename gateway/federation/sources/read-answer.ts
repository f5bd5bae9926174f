import { unusable } from './no-answer.ts';
import type { SubgraphAnswer, SubgraphError } from './subgraph-source.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Own properties only: `constructor` and the like must not be read off a prototype, nor planted on one.
const own = (value: object, key: string): unknown => Object.getOwnPropertyDescriptor(value, key)?.value;

const isStep = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const readError = (value: unknown): SubgraphError => {
  const message = isObject(value) ? own(value, 'message') : undefined;
  if (!isObject(value) || typeof message !== 'string') throw unusable('an error without a message');
  const path = own(value, 'path');
  const extensions = own(value, 'extensions');
  return {
    message,
    path: Array.isArray(path) && path.every(isStep) ? path : undefined,
    code: isObject(extensions) ? own(extensions, 'code') : undefined,
  };
};

/** Takes a parsed body for a GraphQL answer, or throws: data, or errors, or both, in their right forms. */
export const readAnswer = (body: unknown): SubgraphAnswer => {
  if (!isObject(body)) throw unusable('not a GraphQL response');
  const data = own(body, 'data') ?? null;
  const errors = own(body, 'errors') ?? [];
  if (data !== null && !isObject(data)) throw unusable('data of a wrong kind');
  if (!Array.isArray(errors)) throw unusable('errors of a wrong kind');
  if (data === null && errors.length === 0) throw unusable('neither data nor errors');
  const extensions = own(body, 'extensions') ?? null;
  return { data, errors: errors.map(readError), extensions: isObject(extensions) ? extensions : null };
};
