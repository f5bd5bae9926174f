import { purposes, roles } from '../caller.ts';
import type { Policy } from '../policy.ts';
import { isDisclosing, plainForm, type Decision, type Form } from './decide.ts';
import { narrowingFields, type AccessGraph } from './graph.ts';
import { digitsAfterSixth } from './masks.ts';

/**
 * What in graph and table does not fit together; empty when all does. The table itself was checked when it was compiled,
 * classes when the graph was read, keys and renamed directives by their own rules.
 */
export function findPolicyFaults(policy: Policy, graph: AccessGraph): readonly string[] {
  const narrowing = narrowingFields(graph, policy.openClasses);
  return [
    ...findUnknownClasses(policy, graph),
    ...findProtectedNonNulls(graph, narrowing),
    ...findMisplacedMasks(policy, graph, narrowing),
    ...findSiblings(graph),
    ...findCoarsenings(policy, graph, narrowing),
    ...findTellingMasks(policy, graph),
  ];
}

/** Throws when graph and table do not fit together: such a hub does not start. */
export function assertPolicyFits(policy: Policy, graph: AccessGraph, of: string): void {
  const faults = findPolicyFaults(policy, graph);
  if (faults.length > 0) throw new Error(`The policy does not fit ${of}.\n${faults.join('\n')}`);
}

type Narrowing = ReturnType<typeof narrowingFields>;

function findUnknownClasses({ table }: Policy, graph: AccessGraph): readonly string[] {
  const known = new Set(table.classes);
  const used = [
    ...[...graph.fields.values()].map(({ coordinate, classes }) => [coordinate, classes] as const),
    ...graph.inputs,
  ];
  return used.flatMap(([coordinate, classes]) =>
    classes
      .filter((name) => !known.has(name))
      .map((name) => `${coordinate}: policy.csv has no row for ${name}`),
  );
}

/**
 * A withheld field is null: where null is not allowed, it would take its parent with it. The root of a mutation is never
 * null for being withheld: then nothing of the operation is done.
 */
function findProtectedNonNulls(graph: AccessGraph, narrowing: Narrowing): readonly string[] {
  return [...graph.fields.values()]
    .filter(({ coordinate, isNonNull }) => isNonNull && narrowing.has(coordinate))
    .filter(({ coordinate }) => !coordinate.startsWith('Mutation.'))
    .map(({ coordinate }) => `${coordinate}: a field that may be withheld must be nullable`);
}

function findMisplacedMasks(policy: Policy, graph: AccessGraph, narrowing: Narrowing): readonly string[] {
  const masked = new Map(
    policy.table.rows.flatMap(({ dataClass, mask, id }) =>
      mask ? [[dataClass, { mask, id }] as const] : [],
    ),
  );
  return [...graph.fields.values()].flatMap((field) => {
    const faults: string[] = [];
    if (field.mask && !field.isString) faults.push(`${field.coordinate}: only a String can be masked`);
    for (const name of field.classes) {
      const row = masked.get(name);
      if (row && narrowing.has(field.coordinate) && !(field.isString && field.mask)) {
        faults.push(`${field.coordinate}: ${row.id} masks ${name}, but the field is no String with @mask`);
      }
    }
    return faults;
  });
}

function findSiblings(graph: AccessGraph): readonly string[] {
  return [...graph.fields.values()].flatMap(({ coordinate, coarser }) => {
    const sibling = `${coordinate.split('.')[0] ?? ''}.${coarser ?? ''}`;
    return coarser === undefined || graph.fields.has(sibling)
      ? []
      : [`${coordinate}: @coarsen names ${sibling}, which is not there`];
  });
}

/** COARSEN withholds a field in favour of its sibling, which must then be given: else it is DENY by another name. */
function findCoarsenings({ table }: Policy, graph: AccessGraph, narrowing: Narrowing): readonly string[] {
  return table.rows
    .filter(({ effect }) => effect === 'COARSEN')
    .flatMap((row) =>
      [...graph.fields.values()]
        .filter(({ coordinate, classes }) => narrowing.has(coordinate) && classes.includes(row.dataClass))
        .flatMap(({ coordinate, coarser }) => {
          const sibling = graph.fields.get(`${coordinate.split('.')[0] ?? ''}.${coarser ?? ''}`);
          if (!sibling) return [`${coordinate}: ${row.id} coarsens it, but it names no sibling by @coarsen`];
          const isGiven = [...row.roles].every((role) =>
            [...row.purposes].every((purpose) =>
              sibling.classes.some((name) => isDisclosing(table.rowFor(name, role, purpose, row.asks))),
            ),
          );
          return isGiven
            ? []
            : [`${row.id}: withholds ${coordinate} for ${sibling.coordinate}, which is withheld too`];
        }),
    );
}

/**
 * A mask that shows a digit after the sixth may not stand beside a date of birth: with both, one number is left (GB 11643's
 * check digit). Held over role and purpose, whatever the record is, so that aliases and pages are covered; and over every mask
 * that can come to be put on: those that rows name, and those that the SDL declares and a minor's stricter step takes.
 */
function findTellingMasks(policy: Policy, graph: AccessGraph): readonly string[] {
  const { classes } = policy.table;
  const numbers = formsOf(graph, 'IDENTIFIER');
  const birthDates = formsOf(graph, 'BIRTH_DATE');
  if (!classes.includes('IDENTIFIER') || !classes.includes('BIRTH_DATE')) return [];
  const telling = new Set<string>();
  for (const role of roles) {
    for (const purpose of purposes) {
      const decided = (forms: readonly Form[], dataClass: string): readonly Decision[] =>
        forms.flatMap((form) => policy.decisionsOf(form, dataClass, role, purpose));
      if (!decided(birthDates, 'BIRTH_DATE').some(({ effect }) => effect === 'ALLOW')) continue;
      for (const { row, mask } of decided(numbers, 'IDENTIFIER')) {
        if (mask && digitsAfterSixth(mask) > 0)
          telling.add(
            `${row.id}: ${mask} beside the birth date that ${role} sees for ${purpose} tells the number`,
          );
      }
    }
  }
  return [...telling];
}

/** The forms of the fields of a class; the table's own masks hold also where this graph has none of its fields. */
const formsOf = ({ fields }: AccessGraph, dataClass: string): readonly Form[] => [
  plainForm,
  ...[...fields.values()].filter(({ classes }) => classes.includes(dataClass)),
];
