import { parse } from 'csv-parse/sync';
import { purposes, roles, type Purpose, type Role } from '../../schema/caller.ts';
import type { Policy } from '../../schema/policy.ts';
import type { AccessGraph, GraphField } from '../../schema/policy/graph.ts';
import { predicates } from '../../schema/policy/predicates.ts';
import { effects, type PolicyRow } from '../../schema/policy/read-policy.ts';
import { namesOf } from '../../schema/policy/table.ts';

const preface = `WHO MAY SEE WHAT, FOR WHAT
Rendered from schema/policy.csv and schema/supergraph.graphql by tests/authorisation.matrix.test.ts.

A line reads: role · purposes: condition → what is given (row of the table). The first condition that holds decides.
  ALLOW    the value
  MASK     the value in part; the kind of mask follows
  COARSEN  nothing; the coarser field named beside the field is given instead
  DENY     nothing, and the caller is told so
  ABSENT   nothing, as if there were nothing
Conditions: area, the person lives or the thing lies in the caller's area · self, the caller himself · household, of the
caller's household · minor, under 18 · consent, the person's consent is in force · department, the caller's department
owns the data · case, a case reference was given · glass, a break-glass of the caller is in force for this person and this
class. "area or glass": break-glass opens the row. Of who is seen by break-glass alone, all other classes are DENY, whatever
the rows say, but for those that are open to everybody.
Minors: one step stricter in every row not marked "minors alike": ALLOW becomes the mask of the field, where it has none
its coarser field, where it has neither DENY; MASK becomes the coarser field or DENY; COARSEN becomes DENY. A field that is
itself the coarser field of another stays ALLOW.
`;

/** The whole matrix as a text for lawyers: a chapter for each class of data. */
export const renderMatrix = (policy: Policy, graph: AccessGraph): string =>
  [preface, ...policy.table.classes.map((name) => renderClass(policy, graph, name))].join('\n');

/** The chapter of a class: owners, who is given what, the fields and filters it covers, the rows and their grounds. */
export function renderClass({ table }: Policy, graph: AccessGraph, dataClass: string): string {
  const rows = table.rows.filter((row) => row.dataClass === dataClass);
  const owners = [
    ...new Set(rows.map(({ owners: named }) => (named === 'source' ? 'source' : named.join(' ')))),
  ];
  const fields = [...graph.fields.values()].filter(({ classes }) => classes.includes(dataClass));
  const filters = [...graph.inputs].filter(([, classes]) => classes.includes(dataClass));
  const decide = (role: Role, purpose: Purpose): string =>
    rows
      .filter((row) => isReached(row, role, purpose, table.rowFor(dataClass, role, purpose, row.asks)))
      .map((row, place) => renderOutcome(row, place === 0))
      .join(' | ');
  return [
    '',
    dataClass,
    '='.repeat(dataClass.length),
    `Owner: ${owners.map((owner) => (owner === 'source' ? 'the department each record comes from' : owner)).join('; ')}`,
    '',
    'Who is given what',
    ...roles.flatMap((role) => groupPurposes(role, decide)),
    '',
    'Fields',
    ...fields.map(renderField),
    ...(fields.length === 0 ? ['  none'] : []),
    '',
    'Filters and inputs, open to who may read the class in clear',
    ...filters.map(([coordinate]) => `  ${coordinate}`),
    ...(filters.length === 0 ? ['  none'] : []),
    '',
    'Rows and their grounds',
    ...rows.map(renderRow),
    '',
  ].join('\n');
}

const isReached = (row: PolicyRow, role: Role, purpose: Purpose, deciding: PolicyRow): boolean =>
  row.roles.has(role) && row.purposes.has(purpose) && deciding.id === row.id;

/** A line for each group of purposes with one outcome. */
function groupPurposes(role: Role, decide: (role: Role, purpose: Purpose) => string): readonly string[] {
  const groups = Map.groupBy(purposes, (purpose) => decide(role, purpose));
  return [...groups].map(([outcome, members]) => `  ${role} · ${renderPurposes(members)}: ${outcome}`);
}

/** The purposes, or, where that is shorter, the few that are not among them. */
function renderPurposes(members: readonly Purpose[]): string {
  const others = purposes.filter((purpose) => !members.includes(purpose));
  if (others.length === 0) return 'every purpose';
  return others.length > 3 ? members.join(', ') : `every purpose but ${others.join(', ')}`;
}

function renderOutcome({ id, asks, effect, mask, breakGlass }: PolicyRow, isFirst: boolean): string {
  const named = (name: string): string => (name === 'area' && breakGlass === 'yes' ? 'area or glass' : name);
  const rest = isFirst ? 'always' : 'otherwise';
  const conditions = asks === 0 ? rest : namesOf(asks).map(named).join(' and ');
  return `${conditions} → ${effect}${mask ? ` ${mask}` : ''} (${id})`;
}

function renderField({ coordinate, classes, mask, coarser, isCoarse }: GraphField): string {
  const notes = [
    ...(mask ? [`mask ${mask}`] : []),
    ...(coarser === undefined ? [] : [`coarser ${coarser}`]),
    ...(isCoarse ? ['itself the coarser field of another'] : []),
    ...(classes.length > 1 ? [`rows of ${classes.join(', ')}`] : []),
  ];
  return `  ${[coordinate, ...notes].join(' · ')}`;
}

function renderRow(row: PolicyRow): string {
  const { id, effect, isSameForMinors, delayDays, breakGlass, legalBasis, owners } = row;
  const notes = [
    effect,
    isSameForMinors ? 'minors alike' : 'minors stricter',
    ...(delayDays > 0 ? [`the person is told after ${delayDays} days`] : []),
    `break-glass ${breakGlass}`,
    `owner ${owners === 'source' ? owners : owners.join(' ')}`,
    legalBasis,
  ];
  return `  ${id} · ${notes.join(' · ')}`;
}

type Line = Readonly<Record<string, string>>;

/** A table of one class with one row changed in one way. */
export interface Mutation {
  readonly dataClass: string;
  readonly change: string;
  readonly csv: string;
}

/** Every change of a single row, each over the rows of its class alone: the other chapters cannot change by it. */
export function* mutationsOf(csv: string): Generator<Mutation> {
  const lines: readonly Line[] = parse(csv, { columns: true, bom: true });
  for (const line of lines) {
    const dataClass = line['class'] ?? '';
    const own = lines.filter((other) => other['class'] === dataClass);
    const place = own.indexOf(line);
    yield { dataClass, change: `${line['id']} deleted`, csv: write(own.toSpliced(place, 1)) };
    for (const changes of changesOf(line)) {
      const change = `${line['id']} with ${JSON.stringify(changes)}`;
      yield { dataClass, change, csv: write(own.with(place, { ...line, ...changes })) };
    }
  }
}

function changesOf(line: Line): readonly Line[] {
  const scope = wordsOf(line, 'scope');
  const others = (column: string, values: readonly string[]): readonly string[] =>
    values.filter((value) => value !== line[column]);
  return [
    ...others('effect', effects).map((effect) => ({ effect, mask: effect === 'MASK' ? 'NAME' : '' })),
    ...scope.map((word) => ({ scope: without(scope, word) })),
    ...predicates
      .filter((name) => name !== 'consent' && !scope.includes(name))
      .map((name) => ({ scope: [...scope, name].join(' ') })),
    ...narrower(line, 'role', roles),
    ...narrower(line, 'purpose', purposes),
    { consent: line['consent'] === '' ? 'required' : '' },
    ...(line['effect'] === 'MASK'
      ? others('mask', ['NAME', 'IDENTIFIER_AREA', 'IDENTIFIER_ENDS', 'PHONE', 'ADDRESS']).map((mask) => ({
          mask,
        }))
      : [{ mask: 'NAME' }]),
    { obligations: line['obligations'] === '' ? 'minor:same' : '' },
    ...others('break_glass', ['yes', 'no', 'never']).map((value) => ({ break_glass: value })),
    { owner: line['owner'] === 'D42' ? 'D41' : 'D42' },
    { legal_basis: `${line['legal_basis']} (new)` },
  ];
}

const wordsOf = (line: Line, column: string): readonly string[] =>
  (line[column] ?? '').split(' ').filter((word) => word !== '');

const without = (words: readonly string[], word: string): string =>
  words.filter((other) => other !== word).join(' ');

function narrower(line: Line, column: string, all: readonly string[]): readonly Line[] {
  const named = line[column] === '*' ? all : wordsOf(line, column);
  return named.map((word) => ({ [column]: without(named, word) }));
}

function write(lines: readonly Line[]): string {
  const quoted = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return [Object.keys(lines[0] ?? { id: '' }), ...lines.map((line) => Object.values(line))]
    .map(quoted)
    .join('\n');
}
