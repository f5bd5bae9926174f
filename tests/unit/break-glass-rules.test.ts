import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { purposes, roles, type Caller } from '../../schema/caller.ts';
import { createAccess } from '../../schema/policy/access.ts';
import { isDisclosing, plainForm } from '../../schema/policy/decide.ts';
import { bitsOf, recordBits } from '../../schema/policy/predicates.ts';
import { createPolicy, loadPolicyText } from '../../schema/policy.ts';
import { findOpeningFaults, findReviewFaults } from '../../subgraphs/governance/domain/break-glass.ts';
import { addWorkingDays } from '../../subgraphs/kit/domain/working-days.ts';

const now = new Date('2026-11-23T08:00:00Z');
const seconds = now.getTime() / 1_000;
const openable = new Set(['IDENTITY', 'CONTACT']);
const caller: Caller = {
  sub: 'leader',
  role: 'TOWNSHIP_CENTRE',
  purposes: ['CRISIS_RESPONSE'],
  area: '350802001',
  authMethods: ['pwd', 'otp'],
  authenticatedAt: seconds - 10,
};
const request = { person: 'p-1', classes: ['CONTACT'], minutes: 30 };
const past = { hasUnreviewed: false };
const codesOf = (changed: { caller?: object; request?: object; past?: typeof past }): readonly string[] =>
  findOpeningFaults(
    { ...caller, ...changed.caller },
    { ...request, ...changed.request },
    changed.past ?? past,
    openable,
    now,
  ).map(({ code }) => code);

describe('break-glass is not opened', () => {
  it.each([
    ['without a second factor', { caller: { authMethods: ['pwd'] } }, 'SECOND_FACTOR_REQUIRED'],
    ['without a word of how', { caller: { authMethods: undefined } }, 'SECOND_FACTOR_REQUIRED'],
    ['without a word of when', { caller: { authenticatedAt: undefined } }, 'SECOND_FACTOR_REQUIRED'],
    ['by one of six minutes ago', { caller: { authenticatedAt: seconds - 360 } }, 'SECOND_FACTOR_REQUIRED'],
    ['by one of tomorrow', { caller: { authenticatedAt: seconds + 86_400 } }, 'SECOND_FACTOR_REQUIRED'],
    ['under a delegation', { caller: { delegation: { id: 'd', delegator: 'x' } } }, 'UNDER_DELEGATION'],
    ['for oneself', { caller: { person: 'p-1' } }, 'OWN_CASE'],
    ['for no class', { request: { classes: [] } }, 'REQUIRED'],
    ['for a class beside', { request: { classes: ['CONTACT', 'IDENTIFIER'] } }, 'NOT_BY_BREAK_GLASS'],
    ['for no time', { request: { minutes: 0 } }, 'OUT_OF_RANGE'],
    ['for 61 minutes', { request: { minutes: 61 } }, 'OUT_OF_RANGE'],
    ['for half a minute', { request: { minutes: 0.5 } }, 'OUT_OF_RANGE'],
    ['while another waits for review', { past: { hasUnreviewed: true } }, 'REVIEW_OUTSTANDING'],
  ])('%s', (_what, changed, code) => {
    expect(codesOf(changed)).toEqual([code]);
  });

  it.each(['mfa', 'otp', 'hwk', 'swk'])('but with %s of five minutes ago it is', (method) => {
    expect(codesOf({ caller: { authMethods: [method], authenticatedAt: seconds - 300 } })).toEqual([]);
  });
});

describe('a review', () => {
  const open = { actor: 'leader', version: 2, isReviewed: false };
  it.each([
    ['is nobody’s own', 'leader', open, 2, 'OWN_ACT'],
    ['is done once', 'auditor', { ...open, isReviewed: true }, 2, 'ALREADY_REVIEWED'],
    ['is of what the reviewer saw', 'auditor', open, 1, 'VERSION_CONFLICT'],
  ])('%s', (_what, sub, found, version, code) => {
    expect(findReviewFaults({ sub }, found, version).map((fault) => fault.code)).toEqual([code]);
  });

  it('is somebody else’s', () => {
    expect(findReviewFaults({ sub: 'auditor' }, open, 2)).toEqual([]);
  });

  it.each([
    ['2026-11-23', '2026-11-26'], // Monday
    ['2026-11-26', '2026-12-01'], // Thursday
    ['2026-11-27', '2026-12-02'], // Friday
    ['2026-11-28', '2026-12-02'], // Saturday
    ['2026-12-30', '2027-01-04'],
  ])('of one opened on %s is due on %s', (day, due) => {
    expect(addWorkingDays(day, 3)).toBe(due);
  });
});

describe('the table under a break-glass', () => {
  const policy = createPolicy();
  const { classes } = policy.table;
  const anyCall = fc.record({
    role: fc.constantFrom(...roles),
    purpose: fc.constantFrom(...purposes),
    hasCase: fc.boolean(),
    department: fc.constantFrom(undefined, 'D10', 'D42'),
  });
  const anyBits = fc.integer({ min: 0, max: recordBits - 1 });
  const fieldOf = (name: string) => ({
    coordinate: `Any.${name}`,
    classes: [name],
    isNonNull: false,
    isLeaf: true,
    isString: false,
    leadsTo: 'String',
    ...plainForm,
  });

  it('opens only rows marked yes, in the listed classes, and changes nothing of other records', () => {
    fc.assert(
      fc.property(
        anyCall,
        anyBits,
        fc.constantFrom(...classes),
        fc.subarray([...classes]),
        (call, bits, name, glass) => {
          const before = createAccess(policy, call).of(fieldOf(name), {
            bits: bits & ~glassBit,
            consented: [],
          });
          const after = createAccess(policy, { ...call, glass }).of(fieldOf(name), { bits, consented: [] });
          if ((bits & glassBit) === 0) expect(after).toEqual(before);
          const isWider = isDisclosing(after) && !isDisclosing(before);
          if (isWider) {
            expect(after.row.breakGlass).toBe('yes');
            expect([...glass, 'PERSON']).toContain(name);
          }
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('never opens what a row of the forbid list shuts, though the row below it were opened', () => {
    const csv = loadPolicyText()
      .replace(
        'CPU-06,CREDIT_PUBLIC,DEPARTMENT_REVIEWER VETO_REVIEWER REVIEW_APPROVER,INTEGRITY_REVIEW,case,,ALLOW,,,no',
        'CPU-06,CREDIT_PUBLIC,DEPARTMENT_REVIEWER VETO_REVIEWER REVIEW_APPROVER,INTEGRITY_REVIEW,area case,,ALLOW,,,yes',
      )
      .replace(
        'PFU-04,PSYCH_FOLLOW_UP,COUNSELLOR,CRISIS_RESPONSE PSYCH_CARE,area,,ALLOW,,minor:same,no',
        'PFU-04,PSYCH_FOLLOW_UP,COUNSELLOR,INTEGRITY_REVIEW CRISIS_RESPONSE PSYCH_CARE,area,,ALLOW,,minor:same,yes',
      );
    const opened = createPolicy(csv);
    const effectOf = (
      role: Caller['role'],
      purpose: Caller['purposes'][number],
      name: string,
      facts: object,
    ) =>
      createAccess(opened, { role, purpose, hasCase: true, department: undefined, glass: [name] }).of(
        fieldOf(name),
        { bits: bitsOf({ glass: true, ...facts }), consented: [] },
      ).effect;
    expect(effectOf('VETO_REVIEWER', 'INTEGRITY_REVIEW', 'CREDIT_PUBLIC', {})).toBe('ALLOW');
    expect(effectOf('VETO_REVIEWER', 'INTEGRITY_REVIEW', 'CREDIT_PUBLIC', { self: true })).toBe('DENY');
    expect(effectOf('VETO_REVIEWER', 'INTEGRITY_REVIEW', 'CREDIT_PUBLIC', { household: true })).toBe('DENY');
    expect(effectOf('COUNSELLOR', 'CRISIS_RESPONSE', 'PSYCH_FOLLOW_UP', {})).toBe('ALLOW');
    expect(effectOf('COUNSELLOR', 'INTEGRITY_REVIEW', 'PSYCH_FOLLOW_UP', {})).toBe('DENY');
  });

  it('keeps minors one step stricter and consent where it is asked', () => {
    const call = {
      role: 'TOWNSHIP_CENTRE',
      purpose: 'CRISIS_RESPONSE',
      hasCase: true,
      department: undefined,
    } as const;
    const { of } = createAccess(policy, { ...call, glass: ['RESIDENCE'] });
    expect(of(fieldOf('RESIDENCE'), { bits: bitsOf({ glass: true }), consented: [] }).effect).toBe('ALLOW');
    expect(
      of(fieldOf('RESIDENCE'), { bits: bitsOf({ glass: true, minor: true }), consented: [] }).effect,
    ).toBe('DENY');
    const counsellor = createAccess(policy, { ...call, role: 'COUNSELLOR', glass: ['CONTACT'] });
    const bits = bitsOf({ glass: true });
    expect(counsellor.of(fieldOf('CONTACT'), { bits, consented: [] }).effect).toBe('DENY');
    expect(counsellor.of(fieldOf('CONTACT'), { bits, consented: ['CONTACT'] }).effect).toBe('ALLOW');
  });

  const glassBit = bitsOf({ glass: true });
});
