import { purposes, type Purpose, type Role } from '../caller.ts';
import type { Policy } from '../policy.ts';
import { isDisclosing, mostFavourable, plainForm, type Decision, type Form } from './decide.ts';
import type { GraphField } from './graph.ts';
import { allBits, bitOf, recordBits, type Bits } from './predicates.ts';

/** What of a call the table looks at. */
export interface Call {
  readonly role: Role;
  readonly purpose: Purpose;
  /** Whether a case reference was given. */
  readonly hasCase: boolean;
  readonly department: string | undefined;
  /** The classes that a break-glass in force opens, of its one person. Absent: none. */
  readonly glass?: readonly string[] | undefined;
}

/** What is true of a record for this caller, as its owner decided it. */
export interface RecordFacts {
  /** area, self, household, minor, glass, and department where each record has its own. */
  readonly bits: Bits;
  /** Classes for which the person's consent is in force. */
  readonly consented: readonly string[];
}

/** Why something is withheld: what would have to be otherwise for it to be given. */
export type WithheldReason = 'ROLE' | 'PURPOSE' | 'CASE' | 'CONSENT';

/** The policy as it looks from one call. */
export interface Access {
  /** The most that a field can give, whatever the record is: what the gateway asks or cuts by. */
  readonly atBest: (field: GraphField) => Decision;
  /** What a field gives of a record. */
  readonly of: (field: GraphField, record: RecordFacts) => Decision;
  /**
   * What a field gives of a record whose rows may be of any department, the caller's own among them: rows are decided one
   * by one where they are read, and their list is there as soon as one of them could be.
   */
  readonly aboveRows: (field: GraphField, record: RecordFacts) => Decision;
  /** Whether the class may be read in clear of some record: what a filter on it needs. */
  readonly mayReadInClear: (dataClass: string) => boolean;
  /** Records of the class that may be shown: bit n is set when records with the bits n are. */
  readonly shownRecords: (dataClass: string) => bigint;
  /** Bits of a record that would be shown by some of the first classes and by none of the others; null where there are none. */
  readonly shownButNot: (classes: readonly string[], others: readonly string[]) => Bits | null;
  /** Why a field is withheld, of a record or, without one, of all. */
  readonly reasonOf: (field: GraphField, record?: RecordFacts) => WithheldReason;
  /** Classes that may be granted, at best: what a ticket names. */
  readonly grants: () => ReadonlySet<string>;
  /** Of these classes, those for which consent can make a difference to this caller. */
  readonly asksConsentFor: (classes: readonly string[]) => readonly string[];
}

/** One class of a field: its decisions, and the bits that the call alone settles. */
interface Side {
  readonly dataClass: string;
  readonly decisions: readonly Decision[];
  readonly callBits: Bits;
  /** What the record may add. */
  readonly open: Bits;
}

/** Looks at the policy from a call. Classes outside `within`, where given, are taken as never granted. */
export function createAccess(policy: Policy, call: Call, within?: ReadonlySet<string>): Access {
  const sides = new Map<string, readonly Side[]>();
  // Who is to be opened must be there at all, so PERSON is among what is opened.
  const opened = new Set(call.glass && [...call.glass, 'PERSON']);
  /** Who is seen by break-glass alone is seen in the listed classes alone, also where a row does not ask for the area. */
  const isShutByGlass = (dataClass: string, bits: Bits): boolean =>
    (bits & bitOf('glass')) !== 0 &&
    (bits & bitOf('area')) === 0 &&
    !opened.has(dataClass) &&
    !policy.openClasses.has(dataClass);

  const sideOf = (form: Form, dataClass: string, { role, purpose, hasCase, department }: Call): Side => {
    const owners = policy.table.ownersOf(dataClass);
    const isOwn = owners !== 'source' && department !== undefined && owners.includes(department);
    return {
      dataClass,
      decisions: policy.decisionsOf(form, dataClass, role, purpose),
      callBits: (hasCase ? bitOf('case') : 0) | (isOwn ? bitOf('department') : 0),
      open:
        (recordBits - 1) &
        ~(owners === 'source' ? 0 : bitOf('department')) &
        ~(opened.has(dataClass) ? 0 : bitOf('glass')),
    };
  };
  const sidesOf = (field: GraphField): readonly Side[] => {
    const known = sides.get(field.coordinate);
    if (known) return known;
    const granted = field.classes.filter((name) => !within || within.has(name));
    const found = (granted.length > 0 ? granted : field.classes).map((name) => sideOf(field, name, call));
    sides.set(field.coordinate, found);
    return found;
  };
  const isOutside = (field: GraphField): boolean =>
    within !== undefined && !field.classes.some((name) => within.has(name));
  const shut = (decision: Decision): Decision =>
    decision.effect === 'ABSENT' ? decision : { ...decision, effect: 'DENY', mask: undefined };

  const of: Access['of'] = (field, { bits, consented }) => {
    const decision = mostFavourable(
      sidesOf(field).map(({ dataClass, decisions, callBits, open }) => {
        const consent = consented.includes(dataClass) ? bitOf('consent') : 0;
        const found = decisionAt(decisions, callBits | ((bits | consent) & open));
        return isShutByGlass(dataClass, bits) ? shut(found) : found;
      }),
    );
    return isOutside(field) ? shut(decision) : decision;
  };
  const others = new Map<string, Access>();
  const otherwise = (changed: Partial<Call>): Access => {
    const key = `${changed.purpose ?? ''} ${String(changed.hasCase ?? '')}`;
    const access = others.get(key) ?? createAccess(policy, { ...call, ...changed });
    others.set(key, access);
    return access;
  };
  const best = new Map<string, Decision>();
  const atBest: Access['atBest'] = (field) => {
    const known = best.get(field.coordinate);
    if (known) return known;
    const decision = mostFavourable(sidesOf(field).flatMap((side) => possible(side)));
    const judged = isOutside(field) ? shut(decision) : decision;
    best.set(field.coordinate, judged);
    return judged;
  };
  const mayDisclose = (form: Form, classes: readonly string[], other: Call): boolean =>
    classes.some((name) => possible(sideOf(form, name, other)).some(isDisclosing));

  const shown = new Map<string, bigint>();
  const shownRecords = (dataClass: string): bigint => {
    const known = shown.get(dataClass) ?? findShown(dataClass);
    shown.set(dataClass, known);
    return known;
  };
  const findShown = (dataClass: string): bigint => {
    if (within && !within.has(dataClass)) return 0n;
    const { decisions, callBits, open } = sideOf(plainForm, dataClass, call);
    const records = Array.from({ length: recordBits }, (_, bits) =>
      !isShutByGlass(dataClass, bits) && decisionAt(decisions, callBits | (bits & open)).effect === 'ALLOW'
        ? 1n << BigInt(bits)
        : 0n,
    );
    return records.reduce((all, one) => all | one, 0n);
  };

  const aboveRows: Access['aboveRows'] = (field, record) =>
    mostFavourable([of(field, record), of(field, { ...record, bits: record.bits | bitOf('department') })]);

  const shownBy = (classes: readonly string[]): bigint =>
    classes.reduce((all, name) => all | shownRecords(name), 0n);

  return {
    of,
    aboveRows,
    atBest,
    shownRecords,
    shownButNot: (classes, others) => {
      const left = shownBy(classes) & ~shownBy(others);
      const bits = Array.from({ length: recordBits }, (_, index) => index);
      return bits.find((index) => ((left >> BigInt(index)) & 1n) === 1n) ?? null;
    },
    mayReadInClear: (dataClass) => shownRecords(dataClass) !== 0n,
    reasonOf: (field, record) => {
      // Asked of the whole policy, also where a gateway granted less: the reason is the table's and not the ticket's.
      const given = (changed: Partial<Call>, about: RecordFacts | undefined): boolean => {
        const other = otherwise(changed);
        return isDisclosing(about ? other.of(field, about) : other.atBest(field));
      };
      if (!call.hasCase && given({ hasCase: true }, record)) return 'CASE';
      const consenting = record && { ...record, consented: field.classes };
      if (given({}, consenting) && consenting) return 'CONSENT';
      const isOpenElsewhere = purposes.some(
        (purpose) => purpose !== call.purpose && given({ purpose, hasCase: true }, consenting),
      );
      return isOpenElsewhere ? 'PURPOSE' : 'ROLE';
    },
    grants: () =>
      new Set(
        policy.table.classes.filter(
          (name) => (!within || within.has(name)) && mayDisclose(plainForm, [name], call),
        ),
      ),
    asksConsentFor: (classes) =>
      classes.filter((name) => {
        const { decisions, callBits } = sideOf(plainForm, name, call);
        return decisions.some(
          ({ effect }, bits) =>
            (bits & callBits) === callBits &&
            (bits & bitOf('consent')) !== 0 &&
            effect !== decisionAt(decisions, bits & ~bitOf('consent')).effect,
        );
      }),
  };
}

function possible({ decisions, callBits, open }: Side): readonly Decision[] {
  return decisions.filter((_, bits) => (bits & ~open & (allBits - 1)) === callBits);
}

function decisionAt(decisions: readonly Decision[], bits: Bits): Decision {
  const decision = decisions[bits];
  if (!decision) throw new Error('The table has a decision for every combination of bits');
  return decision;
}
