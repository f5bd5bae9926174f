import { purposes, roles, type Purpose, type Role } from '../caller.ts';
import { allBits, bitOf, predicates, type Bits } from './predicates.ts';
import type { PolicyRow } from './read-policy.ts';

/** Every answer of the table, worked out once: first row that matches inside a class wins. */
export interface DecisionTable {
  readonly rows: readonly PolicyRow[];
  readonly classes: readonly string[];
  /** The row that decides; throws for a class that the table does not have. */
  readonly rowFor: (dataClass: string, role: Role, purpose: Purpose, bits: Bits) => PolicyRow;
  /** Departments that own a class, for its `department` predicate. */
  readonly ownersOf: (dataClass: string) => readonly string[] | 'source';
}

const callers = roles.length * purposes.length;

/** Compiles the rows; throws when a case hits no row, a row is never hit, or a class names its owners differently. */
export function createTable(rows: readonly PolicyRow[]): DecisionTable {
  const classes = [...new Set(rows.map(({ dataClass }) => dataClass))];
  const faults: string[] = [];
  const owners = new Map(classes.map((name) => [name, ownersIn(rows, name, faults)]));
  const answers = new Map(classes.map((name) => [name, compileClass(rows, name, faults)]));
  if (faults.length > 0) throw new Error(`policy.csv does not hold together.\n${faults.join('\n')}`);
  const indexes = new Map<string, number>();
  roles.forEach((role, place) => {
    purposes.forEach((purpose, position) =>
      indexes.set(`${role} ${purpose}`, (place * purposes.length + position) * allBits),
    );
  });
  return {
    rows,
    classes,
    rowFor: (dataClass, role, purpose, bits) => {
      const row = rows[answers.get(dataClass)?.[(indexes.get(`${role} ${purpose}`) ?? -1) + bits] ?? -1];
      if (!row) throw new Error(`policy.csv decides nothing of ${dataClass}`);
      return row;
    },
    ownersOf: (dataClass) => owners.get(dataClass) ?? [],
  };
}

/** For each role, purpose and combination of bits, the number of the row that decides. */
function compileClass(rows: readonly PolicyRow[], dataClass: string, faults: string[]): Uint16Array {
  const own = rows.flatMap((row, index) => (row.dataClass === dataClass ? [{ row, index }] : []));
  const answers = new Uint16Array(callers * allBits);
  const hit = new Set<number>();
  // Most callers meet the same rows as others do, so each set of rows is worked out once.
  const known = new Map<string, Uint16Array>();
  let at = 0;
  for (const role of roles) {
    for (const purpose of purposes) {
      const matching = own.filter(({ row }) => row.roles.has(role) && row.purposes.has(purpose));
      const key = matching.map(({ index }) => index).join();
      if (!matching.some(({ row }) => isMet(row, 0)))
        faults.push(`${dataClass}: ${role} with ${purpose} hits no row`);
      const found = known.get(key) ?? decideAll(matching, hit);
      known.set(key, found);
      answers.set(found, at);
      at += allBits;
    }
  }
  faults.push(
    ...own
      .filter(({ index }) => !hit.has(index))
      .map(({ row }) => `${row.id}: shadowed by the rows above it`),
  );
  const last = own.at(-1)?.row;
  if (last && (last.asks !== 0 || last.roles.size < roles.length || last.purposes.size < purposes.length)) {
    faults.push(`${last.id}: the last row of ${dataClass} must be its default, *,* without conditions`);
  }
  return answers;
}

/** For each combination of bits, the number of the first row that is met; tells which rows ever are. */
function decideAll(
  rows: readonly { readonly row: PolicyRow; readonly index: number }[],
  hit: Set<number>,
): Uint16Array {
  return Uint16Array.from({ length: allBits }, (_, bits) => {
    const index = rows.find(({ row }) => isMet(row, bits))?.index;
    if (index !== undefined) hit.add(index);
    return index ?? 0;
  });
}

const glass = bitOf('glass');
const area = bitOf('area');

/** A row that break-glass opens is met without `area` too, where a break-glass is in force. */
function isMet({ asks, breakGlass }: PolicyRow, bits: Bits): boolean {
  const isOpened = breakGlass === 'yes' && (bits & glass) !== 0;
  const asked = isOpened ? asks & ~area : asks;
  return (asked & bits) === asked;
}

/** `department` can be one bit only where a class means the same departments by it in every row. */
function ownersIn(
  rows: readonly PolicyRow[],
  dataClass: string,
  faults: string[],
): readonly string[] | 'source' {
  const own = rows.filter((row) => row.dataClass === dataClass);
  const asking = own.filter(({ asks }) => (asks & bitOf('department')) !== 0);
  const told = new Set(asking.map(({ owners }) => String(owners)));
  if (told.size > 1) faults.push(`${dataClass}: rows that ask for \`department\` name different owners`);
  return asking[0]?.owners ?? own[0]?.owners ?? [];
}

/** The predicates of a set of bits, in their order. */
export const namesOf = (bits: Bits): readonly string[] =>
  predicates.filter((predicate) => (bits & bitOf(predicate)) !== 0);
