import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';

/**
 * An operation that front-end teams hold, word for word: a whole file, or one of its operations, because graphql-request
 * sends no operation name with a document of several.
 */
export function operationOf(file: string, name?: string): string {
  const text = readFileSync(new URL(`../../schema/operations/${file}.graphql`, import.meta.url), 'utf8');
  if (name === undefined) return text;
  const operation = parse(text).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name,
  );
  if (!operation?.loc) throw new Error(`${file}.graphql has no operation ${name}`);
  return text.slice(operation.loc.start, operation.loc.end);
}
