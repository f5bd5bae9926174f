import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { purposes, roles, type Purpose, type Role } from '../../schema/caller.ts';
import { loadSupergraph } from '../../schema/load.ts';
import { createPolicy } from '../../schema/policy.ts';
import { createAccess, type Access, type Call, type RecordFacts } from '../../schema/policy/access.ts';
import { isDisclosing, type Decision } from '../../schema/policy/decide.ts';
import { readGraph, type GraphField } from '../../schema/policy/graph.ts';
import { bitOf, bitsOf, recordBits, type Predicate } from '../../schema/policy/predicates.ts';

const policy = createPolicy();
const { fields } = readGraph(parse(loadSupergraph()), 'the supergraph');
const { classes } = policy.table;

const fieldAt = (coordinate: string): GraphField => {
  const field = fields.get(coordinate);
  if (!field) throw new Error(`The supergraph has no ${coordinate}`);
  return field;
};
const plainField = (dataClass: string): GraphField => ({
  ...fieldAt('Person.sex'),
  coordinate: `Query.${dataClass}`,
  classes: [dataClass],
  mask: undefined,
  coarser: undefined,
  isCoarse: false,
});
const recordOf = (...holding: readonly Predicate[]): RecordFacts => ({
  bits: bitsOf(Object.fromEntries(holding.map((predicate) => [predicate, true]))),
  consented: [],
});
const access = (role: Role, purpose: Purpose, call: Partial<Call> = {}): Access =>
  createAccess(policy, { role, purpose, hasCase: false, department: undefined, ...call });

/** DENY and ABSENT give the same: nothing. */
const rank = ({ effect }: Decision): number =>
  ({ ALLOW: 3, MASK: 2, COARSEN: 1, DENY: 0, ABSENT: 0 })[effect];

const anyField = fc.constantFrom(...fields.values());
const anyCall: fc.Arbitrary<Call> = fc.record({
  role: fc.constantFrom(...roles),
  purpose: fc.constantFrom(...purposes),
  hasCase: fc.boolean(),
  department: fc.constantFrom(undefined, 'D01', 'D07', 'D10', 'D11', 'D13', 'D28', 'D42'),
  glass: fc.option(fc.subarray([...classes]), { nil: undefined }),
});
const anyRecord: fc.Arbitrary<RecordFacts> = fc.record({
  bits: fc.integer({ min: 0, max: recordBits - 1 }),
  consented: fc.subarray([...classes]),
});
const anyWithin = fc.subarray([...classes]).map((names) => new Set(names));
const often = { numRuns: 2_000 };

describe('access for whatever call, field and record', () => {
  it('is never widened by the classes of a ticket', () => {
    fc.assert(
      fc.property(anyCall, anyField, anyRecord, anyWithin, (call, field, record, within) => {
        const narrow = createAccess(policy, call, within);
        const whole = createAccess(policy, call);
        expect(rank(narrow.of(field, record))).toBeLessThanOrEqual(rank(whole.of(field, record)));
        expect(rank(narrow.atBest(field))).toBeLessThanOrEqual(rank(whole.atBest(field)));
        for (const name of classes) {
          expect(narrow.shownRecords(name) & ~whole.shownRecords(name)).toBe(0n);
          expect(narrow.mayReadInClear(name) && !within.has(name)).toBe(false);
        }
        expect([...narrow.grants()].every((name) => within.has(name) && whole.grants().has(name))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('discloses nothing of classes that the ticket does not name, not even what is open', () => {
    fc.assert(
      fc.property(anyCall, anyField, anyRecord, (call, field, record) => {
        const others = new Set(classes.filter((name) => !field.classes.includes(name)));
        const narrow = createAccess(policy, call, others);
        expect(isDisclosing(narrow.of(field, record))).toBe(false);
        expect(isDisclosing(narrow.atBest(field))).toBe(false);
      }),
      often,
    );
  });

  it('is the same with a ticket that names what was granted, or all classes', () => {
    fc.assert(
      fc.property(anyCall, anyField, anyRecord, (call, field, record) => {
        const whole = createAccess(policy, call);
        const given = whole.of(field, record);
        expect(createAccess(policy, call, new Set(classes)).of(field, record)).toEqual(given);
        const granted = createAccess(policy, call, whole.grants()).of(field, record);
        if (isDisclosing(given)) expect(granted).toEqual(given);
      }),
      often,
    );
  });

  it('loses nothing by a case reference', () => {
    fc.assert(
      fc.property(anyCall, anyField, anyRecord, (call, field, record) => {
        const without = createAccess(policy, { ...call, hasCase: false });
        const withCase = createAccess(policy, { ...call, hasCase: true });
        expect(rank(withCase.of(field, record))).toBeGreaterThanOrEqual(rank(without.of(field, record)));
        expect(rank(withCase.atBest(field))).toBeGreaterThanOrEqual(rank(without.atBest(field)));
      }),
      often,
    );
  });

  it('loses nothing by consent', () => {
    fc.assert(
      fc.property(anyCall, anyField, anyRecord, (call, field, record) => {
        const consenting = { ...record, consented: classes };
        const { of } = createAccess(policy, call);
        expect(rank(of(field, consenting))).toBeGreaterThanOrEqual(rank(of(field, record)));
      }),
      often,
    );
  });

  it('never gives more of a minor than of an adult, unless the row treats minors alike', () => {
    fc.assert(
      fc.property(anyCall, anyField, anyRecord, (call, field, { bits, consented }) => {
        const { of } = createAccess(policy, call);
        const minor = of(field, { bits: bits | bitOf('minor'), consented });
        const adult = of(field, { bits: bits & ~bitOf('minor'), consented });
        if (!minor.row.isSameForMinors) expect(rank(minor)).toBeLessThanOrEqual(rank(adult));
        expect([minor.effect === 'ALLOW', field.isCoarse || minor.row.isSameForMinors]).not.toEqual([
          true,
          false,
        ]);
      }),
      often,
    );
  });

  it('has nothing coarser to give where break-glass opens other classes only', () => {
    const { of } = access('CITY_CENTRE', 'AID_ASSESSMENT', { hasCase: true });
    expect(of(fieldAt('Person.birthDate'), recordOf('glass', 'minor')).effect).toBe('DENY');
  });

  it('is at best what it is for some record, and never less than for any', () => {
    fc.assert(
      fc.property(anyCall, anyField, (call, field) => {
        const { of, atBest } = createAccess(policy, call);
        const ranks = Array.from({ length: recordBits }, (_, bits) =>
          [[], classes].map((consented) => rank(of(field, { bits, consented }))),
        ).flat();
        expect(rank(atBest(field))).toBe(Math.max(...ranks));
      }),
      { numRuns: 500 },
    );
  });

  it('shows a read exactly the records of which it allows a plain field', () => {
    fc.assert(
      fc.property(anyCall, fc.constantFrom(...classes), (call, name) => {
        const { of, shownRecords, mayReadInClear } = createAccess(policy, call);
        const shown = shownRecords(name);
        const allowed = Array.from({ length: recordBits }, (_, bits) => {
          const consented = (bits & bitOf('consent')) === 0 ? [] : [name];
          return of(plainField(name), { bits, consented }).effect === 'ALLOW';
        });
        expect(Array.from({ length: recordBits }, (_, bits) => (shown >> BigInt(bits)) % 2n === 1n)).toEqual(
          allowed,
        );
        expect(mayReadInClear(name)).toBe(allowed.includes(true));
      }),
      { numRuns: 500 },
    );
  });

  it('tells CASE only where a case reference would disclose', () => {
    fc.assert(
      fc.property(anyCall, anyField, fc.option(anyRecord, { nil: undefined }), (call, field, record) => {
        const withCase = createAccess(policy, { ...call, hasCase: true });
        const wouldDisclose = isDisclosing(record ? withCase.of(field, record) : withCase.atBest(field));
        const isCase = createAccess(policy, call).reasonOf(field, record) === 'CASE';
        expect(isCase).toBe(!call.hasCase && wouldDisclose);
      }),
      often,
    );
  });

  it('tells CONSENT only of a record, and only where consent would disclose', () => {
    fc.assert(
      fc.property(anyCall, anyField, fc.option(anyRecord, { nil: undefined }), (call, field, record) => {
        const { of, reasonOf } = createAccess(policy, call);
        if (reasonOf(field, record) !== 'CONSENT') return;
        expect(record && isDisclosing(of(field, { ...record, consented: field.classes }))).toBe(true);
      }),
      often,
    );
  });

  it('tells PURPOSE only where another purpose, with a case, would disclose of this record', () => {
    fc.assert(
      fc.property(anyCall, anyField, fc.option(anyRecord, { nil: undefined }), (call, field, record) => {
        const opens = purposes.some((purpose) => {
          const { of, atBest } = createAccess(policy, { ...call, purpose, hasCase: true });
          const best = record ? of(field, { ...record, consented: field.classes }) : atBest(field);
          return purpose !== call.purpose && isDisclosing(best);
        });
        if (createAccess(policy, call).reasonOf(field, record) === 'PURPOSE') expect(opens).toBe(true);
      }),
      often,
    );
  });
});

describe('a reason', () => {
  it.each([
    ['CASE', 'CITY_CENTRE', 'AID_ASSESSMENT', 'Person.birthDate'],
    ['PURPOSE', 'CITY_CENTRE', 'SERVICE_VISIT', 'Person.birthDate'],
    ['PURPOSE', 'GRID_WORKER', 'STATISTICS', 'Person.name'],
    ['ROLE', 'GRID_WORKER', 'AID_ASSESSMENT', 'Person.idNumber'],
    ['ROLE', 'AUDITOR', 'SUPERVISION_AUDIT', 'Person.mobile'],
  ] as const)('is %s for %s with %s asking %s of anybody', (reason, role, purpose, coordinate) => {
    const field = fieldAt(coordinate);
    expect(isDisclosing(access(role, purpose).atBest(field))).toBe(false);
    expect(access(role, purpose).reasonOf(field)).toBe(reason);
  });

  it.each([
    ['CONSENT', 'COUNSELLOR', 'PSYCH_CARE', 'Person.mobile', ['area']],
    ['ROLE', 'COUNSELLOR', 'PSYCH_CARE', 'Person.mobile', []],
    ['CASE', 'COUNTY_CENTRE', 'SERVICE_VISIT', 'Person.residenceAddress', ['area']],
    ['PURPOSE', 'VETO_REVIEWER', 'SERVICE_VISIT', 'Person.birthDate', []],
    ['ROLE', 'CITIZEN', 'SELF_ACCESS', 'Person.residenceAddress', ['household', 'minor']],
  ] as const)(
    'is %s for %s with %s asking %s of a record with %j',
    (reason, role, purpose, coordinate, holding) => {
      const field = fieldAt(coordinate);
      const { of, reasonOf } = access(role, purpose);
      expect(isDisclosing(of(field, recordOf(...holding)))).toBe(false);
      expect(reasonOf(field, recordOf(...holding))).toBe(reason);
    },
  );
});

describe('consent', () => {
  it('is asked for only where it can make a difference to the caller', () => {
    const ask = (role: Role, purpose: Purpose) => access(role, purpose).asksConsentFor(classes);
    expect(ask('AUDITOR', 'SUPERVISION_AUDIT')).toEqual([]);
    expect(ask('COUNSELLOR', 'PSYCH_CARE')).toEqual(['CONTACT']);
    expect(ask('TOWNSHIP_CENTRE', 'PSYCH_CARE')).toEqual(['PSYCH_FOLLOW_UP']);
    expect(access('COUNSELLOR', 'PSYCH_CARE').asksConsentFor(['IDENTITY'])).toEqual([]);
  });

  it('to one class opens no other', () => {
    const { of } = access('COUNSELLOR', 'SERVICE_VISIT');
    const record = recordOf('area');
    expect(of(fieldAt('Person.mobile'), { ...record, consented: ['IDENTITY'] }).effect).toBe('DENY');
    expect(of(fieldAt('Person.mobile'), { ...record, consented: ['CONTACT'] }).effect).toBe('ALLOW');
  });
});

describe('a minor', () => {
  const ofMinor = (role: Role, purpose: Purpose, coordinate: string, ...holding: readonly Predicate[]) => {
    const { effect, mask } = access(role, purpose).of(fieldAt(coordinate), recordOf('minor', ...holding));
    return mask ? `${effect} ${mask}` : effect;
  };

  it.each([
    ['MASK NAME', 'GRID_WORKER', 'SERVICE_VISIT', 'Person.name', ['area']],
    ['MASK ADDRESS', 'GRID_WORKER', 'SERVICE_VISIT', 'Person.residenceAddress', ['area']],
    ['DENY', 'GRID_WORKER', 'SERVICE_VISIT', 'Person.mobile', ['area']],
    ['DENY', 'GRID_WORKER', 'SERVICE_VISIT', 'Person.sex', ['area']],
    ['DENY', 'GRID_WORKER', 'AID_ASSESSMENT', 'Person.birthDate', ['area']],
    ['ALLOW', 'GRID_WORKER', 'SERVICE_VISIT', 'Person.ageBand', ['area']],
    ['ALLOW', 'GRID_WORKER', 'SERVICE_VISIT', 'Person.careNeeds', ['area']],
    ['MASK NAME', 'COUNSELLOR', 'PSYCH_CARE', 'Person.name', ['area']],
    ['DENY', 'VOLUNTEER_MANAGER', 'SERVICE_VISIT', 'Person.name', ['area']],
    ['ALLOW', 'CITIZEN', 'SELF_ACCESS', 'Person.birthDate', ['household']],
    ['ALLOW', 'CITIZEN', 'SELF_ACCESS', 'Person.idNumber', ['self']],
  ] as const)(
    'gives %s to %s with %s asking %s of a record with %j',
    (given, role, purpose, coordinate, holding) => {
      expect(ofMinor(role, purpose, coordinate, ...holding)).toBe(given);
    },
  );
});
