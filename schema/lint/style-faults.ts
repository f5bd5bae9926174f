import {
  Kind,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { namedTypeOf, type Fault } from './fault.ts';
import { findRootFaults } from './root-faults.ts';

type Named = FieldDefinitionNode | InputValueDefinitionNode;

/** Where an SDL breaks the house's style in a way that a machine can see. */
export function findStyleFaults(sdl: DocumentNode): readonly Fault[] {
  return sdl.definitions.flatMap((definition): readonly Fault[] => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        return [
          ...fieldsOf(definition).flatMap(fieldFaults),
          ...repetitionFaults(definition),
          ...connectionFaults(definition),
          ...contributionFaults(definition),
          ...findRootFaults(definition),
        ];
      case Kind.INTERFACE_TYPE_DEFINITION:
        return (definition.fields ?? []).flatMap(fieldFaults);
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return (definition.fields ?? []).flatMap(nameFaults);
      case Kind.ENUM_TYPE_DEFINITION:
        return (definition.values ?? []).flatMap(({ directives }) => deprecationFaults(directives));
      case Kind.SCALAR_TYPE_DEFINITION:
        return hasDirective(definition.directives, 'specifiedBy')
          ? []
          : [{ at: definition.name, message: `Scalar ${definition.name.value} names no @specifiedBy.` }];
      default:
        return [];
    }
  });
}

function fieldFaults(field: FieldDefinitionNode): readonly Fault[] {
  const name = field.name.value;
  const faults = [...nameFaults(field), ...(field.arguments ?? []).flatMap(nameFaults)];
  if (/^(get|list)[A-Z]/.test(name)) faults.push({ at: field.name, message: `${name}: a noun, no verb.` });
  if (namedTypeOf(field.type).endsWith('Connection')) {
    const given = new Map(field.arguments?.map((argument) => [argument.name.value, print(argument.type)]));
    if (given.get('first') !== 'Int!' || given.get('after') !== 'String') {
      faults.push({ at: field.name, message: `${name} is a connection: first: Int! and after: String.` });
    }
  }
  return faults;
}

/** `Veto.reason`, not `Veto.vetoReason`; a word that only begins alike, `Visit.visitedAt`, is another word. */
function repetitionFaults(type: ObjectTypeDefinitionNode): readonly Fault[] {
  const name = type.name.value;
  const repetition = new RegExp(`^${name.charAt(0).toLowerCase()}${name.slice(1)}[A-Z]`);
  return fieldsOf(type)
    .filter((field) => repetition.test(field.name.value))
    .map((field) => ({ at: field.name, message: `${field.name.value} repeats the name of ${name}.` }));
}

/** What clients of the contract already say. */
const contractWords: ReadonlySet<string> = new Set(['complete']);

const isPieceOfRow = ({ directives = [] }: Named): boolean =>
  directives.some(({ name, arguments: given = [] }) =>
    given.some(({ value }) => name.value === 'form' && value.kind === Kind.ENUM && value.value === 'ROW'),
  );

function nameFaults(element: Named): readonly Fault[] {
  const name = element.name.value;
  const type = namedTypeOf(element.type);
  const faults = deprecationFaults(element.directives);
  const expect = (message: string): readonly Fault[] => [...faults, { at: element.name, message }];
  // Pieces of a delivered row are texts whatever they ought to be: a bad one waits in quarantine and refuses no other.
  if (isPieceOfRow(element)) return faults;
  if (/[a-z]At$/.test(name) && type !== 'DateTime') return expect(`${name} is a moment: DateTime.`);
  if (/[a-z]On$/.test(name) && type !== 'Date') return expect(`${name} is a day: Date.`);
  if (type === 'Boolean' && !contractWords.has(name) && !/^(is|has|can|viewerCan)[A-Z]/.test(name)) {
    return expect(`${name} is a Boolean: is…, has…, can… or viewerCan….`);
  }
  return faults;
}

function connectionFaults(type: ObjectTypeDefinitionNode): readonly Fault[] {
  if (!type.name.value.endsWith('Connection')) return [];
  const names = new Set(fieldsOf(type).map((field) => field.name.value));
  const missing = ['nodes', 'edges', 'pageInfo'].filter((name) => !names.has(name));
  return missing.map((name) => ({ at: type.name, message: `${type.name.value} has no ${name}.` }));
}

/** A contributor does not class the entity as a whole: that is how its stub is told from the owner's type. */
function contributionFaults(type: ObjectTypeDefinitionNode): readonly Fault[] {
  const keys = (type.directives ?? []).filter((directive) => directive.name.value === 'key');
  if (keys.length === 0 || hasDirective(type.directives, 'data')) return [];
  const keyText = keys.map((key) => print(key)).join(' ');
  return (
    fieldsOf(type)
      .filter(
        (field) => field.type.kind === Kind.NON_NULL_TYPE && !hasDirective(field.directives, 'external'),
      )
      // What is shared is asked of a department only where it gives the object itself: it adds no silence to the owner's.
      .filter((field) => !hasDirective(field.directives, 'shareable'))
      .filter((field) => !new RegExp(`\\b${field.name.value}\\b`).test(keyText))
      .map((field) => ({
        at: field.name,
        message: `${type.name.value}.${field.name.value} is contributed: non-null, its silence would null the owner's whole object.`,
      }))
  );
}

function deprecationFaults(directives: readonly ConstDirectiveNode[] = []): readonly Fault[] {
  return directives
    .filter((directive) => directive.name.value === 'deprecated')
    .filter((directive) => !/Use .+\. Removal on \d{4}-\d{2}-\d{2} UTC\./.test(print(directive)))
    .map((at) => ({ at, message: 'A deprecation says: "Use X. Removal on YYYY-MM-DD UTC."' }));
}

function hasDirective(directives: readonly ConstDirectiveNode[] = [], name: string): boolean {
  return directives.some((directive) => directive.name.value === name);
}

const fieldsOf = (type: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] => type.fields ?? [];
