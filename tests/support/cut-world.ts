import {
  buildSchema,
  execute,
  getOperationAST,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { cutOperation, type Cut } from '../../schema/cut/cut-operation.ts';
import { keptKey } from '../../schema/cut/cut-document.ts';
import type { Verdict } from '../../schema/cut/verdict.ts';

/** A small world with interfaces, unions, lists and places where null is not allowed. */
export const world = buildSchema(`
  type Query { dog: Dog! pet: Pet pets: [Pet!] walks: [[Dog]] search: [Result] owner(id: ID): Owner }
  type Mutation { feed: Dog }
  interface Pet { name: String age: Int friend: Pet }
  type Dog implements Pet { name: String age: Int friend: Pet tag: String! bone: Bone! bones: [Bone!]! owner: Owner }
  type Cat implements Pet { name: String age: Int friend: Pet lives: Int! }
  type Bone { size: Int! smell: String }
  type Owner { id: ID! name: String pets: [Pet!]! }
  union Result = Dog | Owner
`);

const bone = { __typename: 'Bone', size: 3, smell: 'old' };
const owner: Record<string, unknown> = { __typename: 'Owner', id: 'o', name: 'Wang' };
const cat: Record<string, unknown> = { __typename: 'Cat', name: 'Mi', age: 2, lives: 9, friend: null };
const dog: Record<string, unknown> = {
  __typename: 'Dog',
  name: 'Fu',
  age: 5,
  tag: 't-1',
  bone,
  bones: [bone, bone],
  owner,
  friend: cat,
};
cat['friend'] = dog;
owner['pets'] = [dog, cat];
const data: Readonly<Record<string, unknown>> = {
  dog,
  pet: cat,
  pets: [dog, cat, dog],
  walks: [[dog, null], [dog]],
  search: [dog, owner, null],
  owner,
  feed: dog,
};

export type Verdicts = Readonly<Record<string, Verdict>>;

const verdictOf =
  (verdicts: Verdicts) =>
  (coordinate: string): Verdict =>
    verdicts[coordinate] ?? 'ASK';

/** Runs a document over the world; what `denied` names resolves to null, as the specification has it. */
function run(
  schema: GraphQLSchema,
  document: ReturnType<typeof parse>,
  variableValues: object,
  denied: Verdicts,
  operationName?: string,
) {
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (parent, _args, _context, info) => {
    if (verdictOf(denied)(`${info.parentType.name}.${info.fieldName}`) !== 'ASK') return null;
    const source = info.path.prev ? parent : data;
    return typeof source === 'object' && source !== null ? Reflect.get(source, info.fieldName) : null;
  };
  const result = execute({
    schema,
    document,
    variableValues: { ...variableValues },
    fieldResolver,
    operationName,
  });
  if (result instanceof Promise) throw new Error('nothing here waits');
  return result;
}

/** Cuts an operation, runs what is left, and fills in; beside it, what the original gives when what is denied is null. */
export function cutAndRun(text: string, verdicts: Verdicts, variables: object = {}, operationName?: string) {
  const document = parse(text);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('no operation');
  const cut: Cut = cutOperation({
    schema: world,
    document,
    operation,
    variables: { ...variables },
    verdictOf: verdictOf(verdicts),
  });
  const asked = cut.document ?? document;
  const ran = run(world, asked, variables, {}, cut.document ? undefined : operationName);
  return {
    cut,
    asked,
    filled: cut.fill(ran.data ?? null),
    expected: run(world, document, variables, verdicts, operationName).data ?? null,
    errors: ran.errors,
  };
}

export { keptKey };

/** All fields of the world's types, for random verdicts. */
export const coordinates = Object.values(world.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
