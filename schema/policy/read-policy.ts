import { parse } from 'csv-parse/sync';
import { isPurpose, isRole, purposes, roles, type Purpose, type Role } from '../caller.ts';
import { isMaskKind, type MaskKind } from './masks.ts';
import { bitsOf, isPredicate, type Bits } from './predicates.ts';

/** What a row decides. DENY and COARSEN withhold and say so; ABSENT looks as if there were nothing. */
export const effects = ['ALLOW', 'MASK', 'COARSEN', 'DENY', 'ABSENT'] as const;

export type Effect = (typeof effects)[number];

/** A row of `schema/policy.csv`. */
export interface PolicyRow {
  readonly id: string;
  readonly dataClass: string;
  readonly roles: ReadonlySet<Role>;
  readonly purposes: ReadonlySet<Purpose>;
  /** The predicates that must all hold; consent, where it is required, among them. */
  readonly asks: Bits;
  readonly effect: Effect;
  readonly mask: MaskKind | undefined;
  /** Whether minors are treated like everybody: the counsellor, the guardian, the person himself. */
  readonly isSameForMinors: boolean;
  /** Days after which the person is told at last, where telling him at once would defeat the inquiry (PIPL 18, 35). */
  readonly delayDays: number;
  readonly breakGlass: 'yes' | 'no' | 'never';
  readonly legalBasis: string;
  /** The departments that own the data; `source` where each record has a department of its own. */
  readonly owners: readonly string[] | 'source';
}

const columns = [
  'id',
  'class',
  'role',
  'purpose',
  'scope',
  'consent',
  'effect',
  'mask',
  'obligations',
  'break_glass',
  'legal_basis',
  'owner',
] as const;

type Line = Readonly<Record<(typeof columns)[number], string>>;

/** Reads the decision table; throws one error that tells every fault by row. */
export function readPolicy(csv: string): readonly PolicyRow[] {
  const lines: unknown[] = parse(csv, { columns: true, bom: true });
  const faults: string[] = [];
  const rows = lines.flatMap((line, index) => {
    if (!isLine(line)) {
      faults.push(`row ${index + 1}: expected the columns ${columns.join(', ')}`);
      return [];
    }
    faults.push(...faultsOf(line).map((fault) => `${line.id || `row ${index + 1}`}: ${fault}`));
    return [toRow(line)];
  });
  const ids = rows.map(({ id }) => id);
  for (const id of new Set(ids.filter((name, index) => ids.indexOf(name) !== index)))
    faults.push(`${id}: an id stands for one row only`);
  if (rows.length === 0) faults.push('expected rows, found none');
  if (faults.length > 0) throw new Error(`policy.csv is not right.\n${faults.join('\n')}`);
  return rows;
}

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).join() === columns.join() &&
  Object.values(value).every((cell) => typeof cell === 'string');

const words = (cell: string): readonly string[] => cell.split(' ').filter((word) => word !== '');

function faultsOf(line: Line): readonly string[] {
  const faults: string[] = [];
  const expect = (isRight: boolean, fault: string): void => {
    if (!isRight) faults.push(fault);
  };
  const isList = (cell: string, isKnown: (word: string) => boolean): boolean =>
    cell === '*' || (words(cell).length > 0 && words(cell).every(isKnown));
  expect(/^[A-Z]{3}-\d{2}$/.test(line.id), 'expected an id such as IDN-01');
  expect(/^[A-Z_]+$/.test(line.class), 'expected a class of data');
  expect(isList(line.role, isRole), 'expected roles or *');
  expect(isList(line.purpose, isPurpose), 'expected purposes or *');
  expect(
    words(line.scope).every((word) => isPredicate(word) && word !== 'consent'),
    'expected predicates as scope, and consent in its own column',
  );
  expect(['', 'required'].includes(line.consent), 'expected consent to be empty or `required`');
  expect(
    effects.some((effect) => effect === line.effect),
    `expected an effect: ${effects.join(', ')}`,
  );
  expect(
    line.effect === 'MASK' ? isMaskKind(line.mask) : line.mask === '',
    'expected a kind of mask with MASK, and none with another effect',
  );
  expect(
    words(line.obligations).every((word) => /^(minor:same|delay:\d{1,3})$/.test(word)),
    'expected obligations to be `minor:same` or `delay:` and a number of days',
  );
  expect(['yes', 'no', 'never'].includes(line.break_glass), 'expected break_glass to be yes, no or never');
  expect(
    line.break_glass !== 'yes' ||
      (['ALLOW', 'MASK'].includes(line.effect) &&
        words(line.scope).some((word) => word === 'area' || word === 'glass')),
    'expected break_glass yes only where something is given, and the scope names area or glass',
  );
  expect(
    line.break_glass === 'yes' || !words(line.scope).includes('glass'),
    'expected break_glass yes where the scope names glass',
  );
  expect(line.legal_basis !== '', 'expected a legal basis');
  expect(/^(source|D\d\d( D\d\d)*)$/.test(line.owner), 'expected departments such as D10, or `source`');
  return faults;
}

function toRow(line: Line): PolicyRow {
  const scope = Object.fromEntries(words(line.scope).map((word) => [word, true]));
  return {
    id: line.id,
    dataClass: line.class,
    roles: new Set(line.role === '*' ? roles : words(line.role).filter(isRole)),
    purposes: new Set(line.purpose === '*' ? purposes : words(line.purpose).filter(isPurpose)),
    asks: bitsOf({ ...scope, consent: line.consent === 'required' }),
    effect: effects.find((effect) => effect === line.effect) ?? 'DENY',
    mask: isMaskKind(line.mask) ? line.mask : undefined,
    isSameForMinors: words(line.obligations).includes('minor:same'),
    delayDays: Number(/delay:(\d+)/.exec(line.obligations)?.[1] ?? 0),
    breakGlass: line.break_glass === 'yes' ? 'yes' : line.break_glass === 'never' ? 'never' : 'no',
    legalBasis: line.legal_basis,
    owners: line.owner === 'source' ? 'source' : words(line.owner),
  };
}
