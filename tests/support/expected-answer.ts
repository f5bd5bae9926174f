import {
  isListType,
  isNonNullType,
  isObjectType,
  getNamedType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Access, RecordFacts } from '../../schema/policy/access.ts';
import type { AccessGraph, GraphField } from '../../schema/policy/graph.ts';
import { mask } from '../../schema/policy/masks.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a test knows of the city, so that it can say what each record is to a caller. */
export interface KnownRecords {
  readonly person: (id: string) => RecordFacts;
  readonly grid: (code: string) => RecordFacts;
  /** Class and department of a credit record. */
  readonly creditRecord: (id: string) => { readonly dataClass: string; readonly department: string };
}

interface World {
  readonly schema: GraphQLSchema;
  readonly graph: AccessGraph;
  readonly narrowing: ReadonlySet<string>;
  readonly access: Access;
  readonly department: string | undefined;
  readonly known: KnownRecords;
}

const none: RecordFacts = { bits: 0, consented: [] };

/**
 * The answer that a caller must get, worked out from the answer of somebody who may see everything: an interpreter of the
 * policy over whole answers, which knows nothing of gateway, planner, shield or SQL. Written for the operation of
 * `operations/everything`, whose fields have no aliases.
 */
export function expectAnswer(world: World, operation: OperationDefinitionNode, full: Json): Json {
  const query = world.schema.getQueryType();
  if (!query) throw new Error('no queries');
  return selectAll(world, query, operation.selectionSet, full, none);
}

function selectAll(
  world: World,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  full: Json,
  above: RecordFacts,
): Json {
  const record = recordFor(world, type.name, full, above);
  const answer: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) throw new Error('no fragments here');
    answer[selection.name.value] = selectField(world, type, selection, full, record);
  }
  return answer;
}

function recordFor({ known }: World, type: string, full: Json, above: RecordFacts): RecordFacts {
  if (type === 'Person') return known.person(String(full['id']));
  if (type === 'HouseholdMember') return known.person(String((full['person'] as Json)['id']));
  return type === 'Grid' ? known.grid(String(full['code'])) : above;
}

function selectField(
  world: World,
  type: GraphQLObjectType,
  node: FieldNode,
  full: Json,
  record: RecordFacts,
): unknown {
  const name = node.name.value;
  const coordinate = `${type.name}.${name}`;
  const value = full[name];
  const field = world.graph.fields.get(coordinate);
  const declared = type.getFields()[name];
  if (!field || !declared) throw new Error(`${coordinate} is not there`);
  if (coordinate === 'IntegrityStanding.positiveCount' || coordinate === 'IntegrityStanding.negativeCount')
    return isGiven(world, type, field, record) ? countOf(world, coordinate, full, record) : null;
  // A member of a household is a record of his own, whatever household he was met in.
  if (world.narrowing.has(coordinate) || coordinate === 'HouseholdMember.relation') {
    const decision = decide(world, type, field, record);
    if (decision.effect === 'MASK' && decision.mask) return maskOf(decision.mask, value);
    if (decision.effect !== 'ALLOW') return null;
  }
  return selectValue(world, declared.type, node, value, record);
}

/** A list of people and a root belong to no record: rows decide, one by one. */
function decide({ access }: World, type: GraphQLObjectType, field: GraphField, record: RecordFacts) {
  const isOfRows = field.classes.every((name) => name === 'PERSON');
  if (type.name === 'Query' || isOfRows) return access.atBest(field);
  // Rows may be of the caller's own department: then their list is there, and holds those.
  const ofOwn = access.of(field, { ...record, bits: record.bits | departmentBit });
  return field.classes.some((name) => name.startsWith('CREDIT_')) && ofOwn.effect === 'ALLOW'
    ? ofOwn
    : access.of(field, record);
}

const isGiven = (world: World, type: GraphQLObjectType, field: GraphField, record: RecordFacts): boolean =>
  decide(world, type, field, record).effect === 'ALLOW';

const maskOf = (kind: Parameters<typeof mask>[0], value: unknown): unknown =>
  typeof value === 'string' ? mask(kind, value) : null;

function selectValue(
  world: World,
  type: GraphQLOutputType,
  node: FieldNode,
  value: unknown,
  record: RecordFacts,
): unknown {
  if (isNonNullType(type)) return selectValue(world, type.ofType, node, value, record);
  if (value === null || value === undefined) return null;
  if (isListType(type)) {
    const items = value as readonly unknown[];
    return items
      .filter((item) => isThere(world, type, item, record))
      .map((item) => selectValue(world, type.ofType, node, item, record));
  }
  const named = getNamedType(type);
  if (!isObjectType(named) || !node.selectionSet) return value;
  if (named.name === 'Person' && !isAdmitted(world, value as Json)) return null;
  return selectAll(world, named, node.selectionSet, value as Json, record);
}

/** Rows that are people, or of a class, are there or not; nothing says so. */
function isThere(world: World, list: GraphQLOutputType, item: unknown, record: RecordFacts): boolean {
  const { name } = getNamedType(list);
  if (item === null) return true;
  if (name === 'HouseholdMember') {
    const { person } = item as { readonly person: Json };
    return isAdmitted(world, person);
  }
  if (name === 'Person') return isAdmitted(world, item as Json);
  return name !== 'CreditRecord' || isShown(world, String((item as Json)['id']), record);
}

function isAdmitted({ access, known }: World, person: Json): boolean {
  const { bits } = known.person(String(person['id']));
  return ((access.shownRecords('PERSON') >> BigInt(bits)) & 1n) === 1n;
}

const departmentBit = 32;

function isShown({ access, known, department }: World, id: string, { bits }: RecordFacts): boolean {
  const record = known.creditRecord(id);
  const own = record.department === department ? departmentBit : 0;
  return ((access.shownRecords(record.dataClass) >> BigInt(bits | own)) & 1n) === 1n;
}

/** Of the records that the full answer lists beside the count, those in force that are shown. */
function countOf(world: World, coordinate: string, full: Json, record: RecordFacts): number {
  const polarity = coordinate.endsWith('positiveCount') ? 'POSITIVE' : 'NEGATIVE';
  const records = full['$records'] as readonly Json[];
  return records.filter(
    (one) =>
      one['polarity'] === polarity &&
      one['status'] === 'RECORDED' &&
      isShown(world, String(one['id']), record),
  ).length;
}
