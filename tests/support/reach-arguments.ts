import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { target, targetGrid } from './matrix-callers.ts';
import type { Furnished } from './matrix-world.ts';

const text = (value: string): string => JSON.stringify(value);

/**
 * What fields are asked by: things that are there. The ledger is asked about the time in which they were put there: two hubs
 * that answer one after the other would each find another newest entry.
 */
export function argumentsOf(
  schema: GraphQLSchema,
  { review, subject, delivery, team, from, to }: Furnished,
): (coordinate: string) => string | undefined {
  const period = { from: text(from.toISOString()), to: text(to.toISOString()) };
  const byCoordinate: Readonly<Record<string, string>> = {
    'Query.person(id:)': text(target.id),
    'Query.persons(ids:)': `[${text(target.id)}]`,
    'Query.personByIdNumber(idNumber:)': text(target.idNumber),
    'Query.searchPersons(input:)': `{ area: ${text(targetGrid.slice(0, 12))} }`,
    'Query.grid(code:)': text(targetGrid),
    'Query.division(code:)': text(targetGrid.slice(0, 12)),
    'Query.department(code:)': text('D13'),
    'Query.station(code:)': text('S350802001-01'),
    'Query.task(id:)': text('cast-task-08'),
    'Query.team(id:)': text(team),
    'Query.review(id:)': text(review),
    'Query.reviewCertificate(reviewId:)': text(review),
    'Query.reviewCertificate(subjectId:)': text(subject),
    'Query.delivery(id:)': text(delivery),
    'Query.rejects(delivery:)': text(delivery),
    'Query.rejects(format:)': 'CSV',
    'Query.rejects(afterLine:)': '0',
    'Query.accessPlan(operation:)': text('{ departments { code } }'),
    'Query.accessPlan(purpose:)': 'SERVICE_VISIT',
    'Query.accessEvents(filter:)': `{ from: ${period.from}, to: ${period.to} }`,
  };
  const byName: Readonly<Record<string, string>> = {
    ...period,
    first: '2',
    area: text(targetGrid.slice(0, 9)),
  };
  return (coordinate) => {
    const [, field = '', argument = ''] = /^(?:Mutation\.)?(.+)\((\w+):\)$/.exec(coordinate) ?? [];
    if (coordinate.startsWith('Mutation.')) return harmlessInput(schema, field);
    return byCoordinate[coordinate] ?? byName[argument];
  };
}

/** An input of the right form that names nothing that is there, so that a mutation which may be done does nothing. */
function harmlessInput(schema: GraphQLSchema, mutation: string): string {
  const byName: Readonly<Record<string, string>> = {
    department: text('D42'),
    type: text('D42-CRD'),
    lastFour: text('0000'),
  };
  const byType: Readonly<Record<string, string>> = {
    Int: '1',
    Boolean: 'true',
    Date: text('2026-01-01'),
    DateTime: text('2026-01-01T00:00:00Z'),
  };
  const write = (type: GraphQLInputType, name: string): string => {
    if (isNonNullType(type)) return write(type.ofType, name);
    if (isListType(type)) return '[]';
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues()[0]?.name ?? '';
    if (!isInputObjectType(named)) return byName[name] ?? byType[named.name] ?? text('nobody');
    const fields = Object.values(named.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${write(field.type, field.name)}`).join(', ')} }`;
  };
  const [input] = schema.getMutationType()?.getFields()[mutation]?.args ?? [];
  if (!input) throw new Error(`${mutation} has no input`);
  return write(input.type, input.name);
}
