import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { purposes, roles, type Purpose, type Role } from '../schema/caller.ts';
import { loadSupergraph } from '../schema/load.ts';
import { createPolicy, loadPolicyText } from '../schema/policy.ts';
import { createAccess, type Access, type RecordFacts } from '../schema/policy/access.ts';
import { readGraph, type GraphField } from '../schema/policy/graph.ts';
import { bitsOf, recordBits } from '../schema/policy/predicates.ts';
import {
  allFacts,
  applyRow,
  bestOf,
  createOracle,
  numberOf,
  withFact,
  type Facts,
  type Oracle,
  type OracleDecision,
  type OracleRow,
} from './support/cedar-oracle.ts';
import { mutationsOf, renderClass, renderMatrix } from './support/matrix.ts';

const csv = loadPolicyText();
const policy = createPolicy(csv);
const graph = readGraph(parse(loadSupergraph()), 'the supergraph');
const fields = [...graph.fields.values()];
const goldenFile = new URL('golden/authorisation-matrix.txt', import.meta.url);
const callers = roles.flatMap((role) => purposes.map((purpose) => [role, purpose] as const));
const bitsByNumber = allFacts.map((facts) => bitsOf(facts));
/** The bit of `shownRecords` that a combination is told by: whether there is a case is the call's business. */
const withoutCase = allFacts.map((facts) => 1n << BigInt(bitsOf({ ...facts, case: false })));

let oracle: Oracle;
const answers = new Map<string, readonly OracleRow[]>();
const answersOf = (dataClass: string, role: Role, purpose: Purpose): readonly OracleRow[] =>
  answers.get(`${dataClass} ${role} ${purpose}`) ?? [];

beforeAll(() => {
  oracle = createOracle(csv);
  for (const dataClass of oracle.classes) {
    for (const [role, purpose] of callers) {
      answers.set(`${dataClass} ${role} ${purpose}`, oracle.answersOf(dataClass, role, purpose));
    }
  }
}, 180_000);

/** The calls that a class can tell apart: with a case or without, of nobody's department, of each owner's, of another. */
const callsFor = (classes: readonly string[]) => {
  const owners = classes.flatMap((name) => oracle.ownersOf(name).split(' '));
  const departments = [undefined, 'D42', ...new Set(owners.filter((owner) => owner !== 'source'))];
  const plain = [false, true].flatMap((hasCase) =>
    departments.map((department) => ({ hasCase, department, glass: undefined })),
  );
  // One of the classes opened, all of them; no row that break-glass opens asks for the department.
  const opened = [...(classes.length > 1 ? [classes.slice(0, 1)] : []), classes];
  const glazed = [false, true].flatMap((hasCase) =>
    opened.map((glass) => ({ hasCase, department: undefined, glass })),
  );
  return [...plain, ...glazed];
};

const isOwner = (dataClass: string, department: string | undefined): boolean =>
  department !== undefined && oracle.ownersOf(dataClass).split(' ').includes(department);

/** Every record that a field of these classes can be of: the facts of the record, and each choice of consents. */
const recordsFor = (classes: readonly string[]) => {
  const plain = allFacts.filter(({ case: hasCase, consent }) => !hasCase && !consent);
  const consents = Array.from({ length: 1 << classes.length }, (_, choice) =>
    classes.filter((_name, place) => (choice & (1 << place)) !== 0),
  );
  return plain.flatMap((facts) =>
    consents.map((consented) => ({
      facts,
      number: numberOf(facts),
      consented,
      record: { bits: bitsOf(facts), consented },
    })),
  );
};

type Record = ReturnType<typeof recordsFor>[number];
type Call = ReturnType<typeof callsFor>[number];

/** What is the same for all records, asked once: by far the most of the work is done for each of them. */
interface Look {
  readonly dataClass: string;
  readonly answers: readonly OracleRow[];
  readonly isSource: boolean;
  readonly isOwner: boolean;
  /** Whether a break-glass opens the class; that somebody is there at all is opened with any. */
  readonly isOpened: boolean;
  readonly isOpen: boolean;
  readonly hasCase: boolean;
}

const lookAt = (dataClass: string, [role, purpose]: readonly [Role, Purpose], call: Call): Look => ({
  dataClass,
  answers: answersOf(dataClass, role, purpose),
  isSource: oracle.ownersOf(dataClass) === 'source',
  isOwner: isOwner(dataClass, call.department),
  isOpened: call.glass !== undefined && (dataClass === 'PERSON' || call.glass.includes(dataClass)),
  isOpen: oracle.isOpen(dataClass),
  hasCase: call.hasCase,
});

/** Who is seen by break-glass alone is seen in what it opens alone. */
const isShut = ({ isOpened, isOpen }: Look, { glass, area }: { glass: boolean; area: boolean }): boolean =>
  glass && !area && !isOpened && !isOpen;

const shut = (decision: OracleDecision): OracleDecision =>
  decision.effect === 'ABSENT' ? decision : { ...decision, effect: 'DENY', mask: undefined };

/** The row that decides over a class of a record. */
function rowAt(look: Look, facts: Facts, number: number, isConsented: boolean): OracleRow {
  const byCall = withFact(withFact(number, 'case', look.hasCase), 'consent', isConsented);
  const byOwner = look.isSource ? byCall : withFact(byCall, 'department', look.isOwner);
  const row = look.answers[withFact(byOwner, 'glass', facts.glass && look.isOpened)];
  if (!row) throw new Error(`The oracle does not know ${look.dataClass}`);
  return row;
}

/** What the oracle gives of a field of a record: per class by the row that decides, of these the most favourable. */
const expected = (field: GraphField, looks: readonly Look[], { facts, number, consented }: Record) =>
  bestOf(
    looks.map((look): OracleDecision => {
      const row = rowAt(look, facts, number, consented.includes(look.dataClass));
      const ofRow = applyRow(row, field, facts.minor);
      return isShut(look, facts) ? shut(ofRow) : ofRow;
    }),
  );

const given = (access: Access, field: GraphField, record: RecordFacts): OracleDecision => {
  const { effect, mask, row } = access.of(field, record);
  return { effect, mask, id: row.id };
};

const isSame = (one: OracleDecision | undefined, other: OracleDecision): boolean =>
  one?.effect === other.effect && one.mask === other.mask && one.id === other.id;

/** Where hub and oracle differ over a field; told by the first ten places. */
function differences(field: GraphField, records: readonly Record[]): readonly string[] {
  const found: string[] = [];
  for (const caller of callers) {
    const [role, purpose] = caller;
    for (const call of callsFor(field.classes)) {
      const access = createAccess(policy, { role, purpose, ...call });
      const looks = field.classes.map((name) => lookAt(name, caller, call));
      for (const record of records) {
        if (call.glass && !record.facts.glass) continue; // nothing of others changes: tests/unit/break-glass-rules
        const ours = given(access, field, record.record);
        const theirs = expected(field, looks, record);
        if (isSame(theirs, ours) || found.length >= 10) continue;
        found.push(JSON.stringify({ role, purpose, call, record: record.record, ours, theirs }));
      }
    }
  }
  return found;
}

const groupOf = ({ classes, mask, coarser, isCoarse }: GraphField): string =>
  JSON.stringify([classes, mask, coarser !== undefined, isCoarse]);

describe('the compiled table and Cedar', () => {
  it('know the same classes', () => {
    expect(policy.table.classes).toEqual(oracle.classes);
  });

  it.each(policy.table.classes)(
    'name the same row of %s for every role, purpose and combination of bits',
    (name) => {
      const differing = callers.flatMap(([role, purpose]) =>
        answersOf(name, role, purpose).flatMap(({ id }, number) => {
          const ours = policy.table.rowFor(name, role, purpose, bitsByNumber[number] ?? 0).id;
          return ours === id ? [] : [{ role, purpose, facts: allFacts[number], ours, theirs: id }];
        }),
      );
      expect(answersOf(name, 'CITIZEN', 'SELF_ACCESS')).toHaveLength(256);
      expect(differing.slice(0, 10)).toEqual([]);
    },
  );

  it.each(policy.table.classes)('show the same records of %s to reads', (name) => {
    const form = { mask: undefined, coarser: undefined, isCoarse: false };
    const differing: unknown[] = [];
    for (const caller of callers) {
      for (const call of callsFor([name])) {
        const [role, purpose] = caller;
        const shown = createAccess(policy, { role, purpose, ...call }).shownRecords(name);
        const look = lookAt(name, caller, call);
        for (const [number, facts] of allFacts.entries()) {
          const row = rowAt(look, facts, number, facts.consent);
          const isShown = !isShut(look, facts) && applyRow(row, form, facts.minor).effect === 'ALLOW';
          const bit = withoutCase[number] ?? 0n;
          if (isShown !== ((shown & bit) !== 0n)) differing.push({ role, purpose, call, facts });
        }
      }
    }
    expect(differing.slice(0, 10)).toEqual([]);
    expect(recordBits).toBe(128);
  });
});

describe('a field of the supergraph', () => {
  const found = new Map<string, readonly string[]>();

  beforeAll(() => {
    for (const field of fields) {
      const group = groupOf(field);
      if (!found.has(group)) found.set(group, differences(field, recordsFor(field.classes)));
    }
  }, 180_000);

  it.each(fields.map((field) => [field.coordinate, field] as const))(
    'gives what the oracle gives, whoever asks, of whatever record: %s',
    (_coordinate, field) => {
      expect(found.get(groupOf(field))).toEqual([]);
      const extremes = recordsFor(field.classes).filter(
        (_record, place, all) => place === 0 || place === all.length - 1,
      );
      expect(extremes).toHaveLength(2);
      expect(differences(field, extremes)).toEqual([]);
    },
  );
});

describe('the matrix for lawyers', () => {
  it('is what the table and the supergraph say; UPDATE_GOLDEN=1 writes it anew', () => {
    const rendered = renderMatrix(policy, graph);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(goldenFile, rendered);
    expect(readFileSync(goldenFile, 'utf8')).toBe(rendered);
  });

  it('changes, or the table is refused, with every change of a single row', () => {
    const before = new Map(policy.table.classes.map((name) => [name, renderClass(policy, graph, name)]));
    const counts = { changed: 0, refused: 0 };
    const unseen: string[] = [];
    for (const { dataClass, change, csv: mutated } of mutationsOf(csv)) {
      const after = renderOrRefuse(mutated, dataClass);
      if (after === undefined) counts.refused += 1;
      else if (after === before.get(dataClass)) unseen.push(change);
      else counts.changed += 1;
    }
    expect(unseen).toEqual([]);
    expect(counts.changed).toBeGreaterThan(1_000);
    expect(counts.refused).toBeGreaterThan(100);
  }, 180_000);
});

/** Undefined where the table is refused. */
function renderOrRefuse(text: string, dataClass: string): string | undefined {
  try {
    return renderClass(createPolicy(text), graph, dataClass);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('policy.csv')) return undefined;
    throw error;
  }
}
