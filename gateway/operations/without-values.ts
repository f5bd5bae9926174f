import { Kind, type ASTNode } from 'graphql';

const kinds: ReadonlyMap<string, string> = new Map<string, string>([
  [Kind.STRING, 'a text'],
  [Kind.INT, 'a whole number'],
  [Kind.FLOAT, 'a number that is not whole'],
  [Kind.BOOLEAN, 'a truth value'],
  [Kind.ENUM, 'a name'],
  [Kind.NULL, 'null'],
  [Kind.LIST, 'a list'],
  [Kind.OBJECT, 'an object'],
]);

/** The ways in which graphql-js says what type it expected of a literal. */
const expectedType = [
  /^Expected value of type "([^"]+)"/,
  /^Enum "(\w+)" cannot represent/,
  /^Value ".*" does not exist in "(\w+)" enum/s,
  /^(\w+) cannot represent/,
];

/** Messages about a literal that name fields and types only. */
const namesOnly = /^(Field "[\w.]+"|OneOf Input Object "\w+")[^:]*$/;

interface Told {
  readonly message: string;
  readonly nodes?: readonly ASTNode[] | undefined;
}

/**
 * The message of a parse, validation or coercion error without the values and suggestions that graphql-js puts in:
 * literals may be personal numbers, and suggestions tell the schema to who may not read it.
 */
export function messageWithoutValues(error: Told): string {
  const message = error.message.replace(/ ?Did you mean .*$/s, '').trim();
  const [node, ...others] = error.nodes ?? [];
  if (node && others.length === 0) {
    if (node.kind === Kind.VARIABLE_DEFINITION) return ofVariable(node.variable.name.value, message);
    if (kinds.has(node.kind)) return ofLiteral(node, message);
  }
  if (message.startsWith('Syntax Error:')) return ofSyntax(message);
  return message;
}

function ofLiteral(node: ASTNode, message: string): string {
  if (namesOnly.test(message)) return message;
  const found = kinds.get(node.kind) ?? 'another';
  for (const pattern of expectedType) {
    const [, type] = pattern.exec(message) ?? [];
    if (type !== undefined) return `Expected a value of type "${type}", found ${found} that is none.`;
  }
  return `Expected another value, found ${found}.`;
}

function ofVariable(name: string, message: string): string {
  return /^Variable "\$\w+" (got|has) invalid value/.test(message)
    ? `Variable "$${name}": expected a value of its type, found another.`
    : message;
}

/** A syntax error quotes the word it stumbled over: a name or a sign may be shown, a value not. */
const ofSyntax = (message: string): string => message.replace(/\b(String|BlockString|Int|Float) ".*"/s, '$1');
