import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { parse } from 'csv-parse/sync';

/** A line of `schema/policy.csv`, read without any code of `schema/policy/`. */
export interface OracleRow {
  readonly id: string;
  readonly class: string;
  readonly role: string;
  readonly purpose: string;
  readonly scope: string;
  readonly consent: string;
  readonly effect: string;
  readonly mask: string;
  readonly obligations: string;
  readonly break_glass: string;
  readonly owner: string;
}

/** The predicates of access.md §1, in an order of the oracle's own: nothing may hang on how the hub numbers them. */
export const predicateNames = [
  'area',
  'case',
  'consent',
  'department',
  'glass',
  'household',
  'minor',
  'self',
] as const;

type PredicateName = (typeof predicateNames)[number];

/** What holds of a call and a record. */
export type Facts = Readonly<Record<PredicateName, boolean>>;

/** Every combination of predicates; `numberOf` gives the place of one. */
export const allFacts: readonly Facts[] = Array.from(
  { length: 1 << predicateNames.length },
  (_, number) =>
    Object.fromEntries(predicateNames.map((name, place) => [name, (number & (1 << place)) !== 0])) as Facts,
);

export const numberOf = (facts: Partial<Facts>): number =>
  predicateNames.reduce((sum, name, place) => (facts[name] === true ? sum + (1 << place) : sum), 0);

/** The place of the same combination, with one predicate as said. */
export function withFact(number: number, name: PredicateName, holds: boolean): number {
  const bit = 1 << predicateNames.indexOf(name);
  return holds ? number | bit : number & ~bit;
}

/** Cedar's opinion of the table. */
export interface Oracle {
  readonly classes: readonly string[];
  /** The departments that own a class, or `source`. */
  readonly ownersOf: (dataClass: string) => string;
  /** The row that decides for each of `allFacts`; throws unless Cedar names exactly one row and no error. */
  readonly answersOf: (dataClass: string, role: string, purpose: string) => readonly OracleRow[];
  /** How many requests Cedar has answered. */
  readonly asked: () => number;
  /** Whether every row of the class gives to everybody. */
  readonly isOpen: (dataClass: string) => boolean;
}

/** Writes the table as Cedar policies, one set for each class, and lets Cedar parse them. */
export function createOracle(csv: string): Oracle {
  const rows: readonly OracleRow[] = parse(csv, { columns: true, bom: true });
  const classes = [...new Set(rows.map((row) => row.class))];
  const owners = new Map(classes.map((name) => [name, ownersIn(rowsIn(rows, name))]));
  const open = new Set(
    classes.filter((name) => rowsIn(rows, name).every(({ effect }) => effect === 'ALLOW')),
  );
  const setPrefix = `policy ${rows.length} ${classes.length} `;
  let asked = 0;
  for (const name of classes) {
    const parsed = preparsePolicySet(setPrefix + name, { staticPolicies: writePolicies(rowsIn(rows, name)) });
    if (parsed.type === 'failure')
      throw new Error(`Cedar cannot read ${name}: ${JSON.stringify(parsed.errors)}`);
  }

  const ask = (dataClass: string, role: string, purpose: string, context: Partial<Facts>): string => {
    asked += 1;
    const answer = statefulIsAuthorized({
      principal: { type: 'Role', id: role },
      action: { type: 'Action', id: purpose },
      resource: { type: 'DataClass', id: dataClass },
      context,
      preparsedPolicySetId: setPrefix + dataClass,
      entities: [],
    });
    if (answer.type === 'failure') throw new Error(`Cedar failed: ${JSON.stringify(answer.errors)}`);
    const { reason, errors } = answer.response.diagnostics;
    const [id, ...others] = reason;
    if (id === undefined || others.length > 0 || errors.length > 0) {
      throw new Error(
        `${dataClass} for ${role} with ${purpose}: Cedar names ${JSON.stringify({ reason, errors })}`,
      );
    }
    return id;
  };

  return {
    classes,
    ownersOf: (dataClass) => owners.get(dataClass) ?? '',
    asked: () => asked,
    isOpen: (dataClass) => open.has(dataClass),
    /*
     * A predicate that no policy of the class mentions cannot reach its decision, so it is left out of the request and equal
     * requests are made once: 50,000 instead of 550,000. Were one left out that a policy does mention, Cedar would report an
     * error, and `ask` would throw.
     */
    answersOf: (dataClass, role, purpose) => {
      const own = rowsIn(rows, dataClass);
      const mentioned = predicateNames.filter((name) => own.some((row) => mentionedBy(row).includes(name)));
      const known = new Map<string, OracleRow>();
      return allFacts.map((facts) => {
        const context = Object.fromEntries(mentioned.map((name) => [name, facts[name]]));
        const key = JSON.stringify(context);
        const id = known.get(key)?.id ?? ask(dataClass, role, purpose, context);
        const row = own.find((candidate) => candidate.id === id);
        if (!row) throw new Error(`Cedar names ${id}, which is no row of ${dataClass}`);
        known.set(key, row);
        return row;
      });
    },
  };
}

const rowsIn = (rows: readonly OracleRow[], dataClass: string): readonly OracleRow[] =>
  rows.filter((row) => row.class === dataClass);

function ownersIn(own: readonly OracleRow[]): string {
  const asking = own.find((row) => conditionsOf(row).includes('department'));
  return (asking ?? own[0])?.owner ?? '';
}

const words = (cell: string): readonly string[] => cell.split(/\s+/).filter((word) => word !== '');

const conditionsOf = (row: OracleRow): readonly string[] => [
  ...words(row.scope),
  ...(row.consent === 'required' ? ['consent'] : []),
];

/** What can reach the row's decision: a row that break-glass opens is met by `glass` in the place of `area`. */
const mentionedBy = (row: OracleRow): readonly string[] => [
  ...conditionsOf(row),
  ...(row.break_glass === 'yes' ? ['glass'] : []),
];

/** First match wins: each row permits unless one above it does. The policy's id is the row's, so that Cedar's reason names it. */
function writePolicies(rows: readonly OracleRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.map((row, place) => {
      const above = rows.slice(0, place).map((other) => `(${writeMatch(other)})`);
      const unless = above.length > 0 ? ` unless { ${above.join(' || ')} }` : '';
      const head = `permit (principal is Role, action, resource == DataClass::"${row.class}")`;
      return [row.id, `${head} when { ${writeMatch(row)} }${unless};`];
    }),
  );
}

function writeMatch(row: OracleRow): string {
  const isOneOf = (cell: string, type: string, variable: string): readonly string[] =>
    cell === '*'
      ? []
      : [
          `[${words(cell)
            .map((name) => `${type}::"${name}"`)
            .join(', ')}].contains(${variable})`,
        ];
  const parts = [
    ...isOneOf(row.role, 'Role', 'principal'),
    ...isOneOf(row.purpose, 'Action', 'action'),
    ...conditionsOf(row).map((name) =>
      name === 'area' && row.break_glass === 'yes' ? '(context.area || context.glass)' : `context.${name}`,
    ),
  ];
  return parts.length > 0 ? parts.join(' && ') : 'true';
}

/** What a field can give way to. */
export interface OracleForm {
  readonly mask: string | undefined;
  readonly coarser: string | undefined;
  readonly isCoarse: boolean;
}

/** What is given of a field, and by which row. */
export interface OracleDecision {
  readonly effect: string;
  readonly mask: string | undefined;
  readonly id: string;
}

const fromBest = ['ALLOW', 'MASK', 'COARSEN', 'DENY', 'ABSENT'];

/** Of several answers the most favourable one; among equals the first. */
export const bestOf = (decisions: readonly OracleDecision[]): OracleDecision | undefined =>
  decisions.toSorted((one, other) => fromBest.indexOf(one.effect) - fromBest.indexOf(other.effect))[0];

/** What a row gives of a field of this form. */
export function applyRow(row: OracleRow, form: OracleForm, isMinor: boolean): OracleDecision {
  const given = { effect: row.effect, mask: row.mask === '' ? undefined : row.mask, id: row.id };
  if (!isMinor || words(row.obligations).includes('minor:same')) return given;
  switch (row.effect) {
    case 'ABSENT':
      return given;
    case 'ALLOW':
      if (form.isCoarse) return given;
      if (form.mask !== undefined) return { ...given, effect: 'MASK', mask: form.mask };
      return { ...given, effect: form.coarser === undefined ? 'DENY' : 'COARSEN' };
    case 'MASK':
      return { ...given, effect: form.coarser === undefined ? 'DENY' : 'COARSEN', mask: undefined };
    default:
      return { ...given, effect: 'DENY', mask: undefined };
  }
}
