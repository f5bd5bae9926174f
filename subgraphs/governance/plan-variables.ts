import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { badInput } from '../kit/errors.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Of an operation without its variables: every variable has some value, since most will. */
export function assumeVariables({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(variableDefinitions.map(({ variable }) => [variable.name.value, 'given']));
}

/** The variables as a JSON object. */
export function readVariables(text: string): Variables {
  const value = parseOrNull(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badInput('Argument "variables": expected a JSON object, found another text.');
  return { ...value };
}

/** Values by which `@include` and `@skip` leave everything in whose condition is no truth value: what is asked at most. */
export function includeAll(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): Variables {
  const declared = new Set(variableDefinitions.map(({ variable }) => variable.name.value));
  const assumed: Record<string, boolean> = {};
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      for (const { value } of given) {
        const variable = value.kind === Kind.VARIABLE ? value.name.value : undefined;
        if (variable === undefined || !declared.has(variable)) continue;
        if (typeof variables[variable] !== 'boolean') assumed[variable] ??= name.value === 'include';
      }
    },
  });
  return assumed;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the parser's message would quote it
  }
}
