import { Kind, print, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import type { Fault } from './fault.ts';

/** What the roots and what they return must look like: nullable queries; one input and one payload a mutation. */
export function findRootFaults(type: ObjectTypeDefinitionNode): readonly Fault[] {
  const fields = type.fields ?? [];
  if (type.name.value === 'Query') return fields.filter(isNonNull).map(rootFault);
  if (type.name.value === 'Mutation') return fields.flatMap(mutationFaults);
  return type.name.value.endsWith('Payload') ? payloadFaults(type) : [];
}

const isNonNull = (field: FieldDefinitionNode): boolean => field.type.kind === Kind.NON_NULL_TYPE;

const rootFault = (field: FieldDefinitionNode): Fault => ({
  at: field.name,
  message: `Query.${field.name.value} is a root field: non-null, one outage would null the whole answer.`,
});

function mutationFaults(field: FieldDefinitionNode): readonly Fault[] {
  const name = field.name.value;
  const act = name.charAt(0).toUpperCase() + name.slice(1);
  const found = `${(field.arguments ?? []).map((argument) => `${argument.name.value}: ${print(argument.type)}`).join(', ')} → ${print(field.type)}`;
  const expected = `input: ${act}Input! → ${act}Payload!`;
  return found === expected ? [] : [{ at: field.name, message: `${name}: expected ${expected}.` }];
}

function payloadFaults(type: ObjectTypeDefinitionNode): readonly Fault[] {
  const errors = type.fields?.find((field) => field.name.value === 'userErrors');
  if (errors && print(errors.type) === '[UserError!]!') return [];
  return [{ at: type.name, message: `${type.name.value}: expected userErrors: [UserError!]!.` }];
}
