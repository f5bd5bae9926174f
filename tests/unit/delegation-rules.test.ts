import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { significantDigits } from '../../schema/area.ts';
import { purposes, roles, type Caller } from '../../schema/caller.ts';
import { createAccess } from '../../schema/policy/access.ts';
import { withinDelegation } from '../../schema/policy/within-delegation.ts';
import { createPolicy } from '../../schema/policy.ts';
import { findDelegationFaults } from '../../subgraphs/governance/domain/delegation.ts';

const now = new Date('2026-11-23T08:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const delegator: Caller = {
  sub: 'head',
  role: 'COUNTY_CENTRE',
  purposes: ['SERVICE_VISIT', 'AID_ASSESSMENT'],
  area: '350802',
};
const request = {
  delegate: 'colleague',
  purposes: ['SERVICE_VISIT'],
  area: '350802001',
  validFrom: now,
  validTo: inDays(30),
};
const faultsOf = (changed: object, by: object = {}): readonly (string | undefined)[] =>
  findDelegationFaults({ ...delegator, ...by }, { ...request, ...changed }, now).map(
    ({ code, path }) => `${code} ${path.at(-1)}`,
  );

describe('a delegation is not granted', () => {
  it.each([
    ['to oneself', { delegate: 'head' }, 'TO_ONESELF delegate'],
    ['for nothing', { purposes: [] }, 'REQUIRED purposes'],
    ['for a purpose beside', { purposes: ['SERVICE_VISIT', 'INTEGRITY_REVIEW'] }, 'WIDER_THAN_OWN purposes'],
    ['for the area above', { area: '350800' }, 'WIDER_THAN_OWN area'],
    ['for the area beside', { area: '350803' }, 'WIDER_THAN_OWN area'],
    ['from yesterday on', { validFrom: inDays(-1), validTo: inDays(1) }, 'IN_THE_PAST validFrom'],
    ['until before it begins', { validTo: inDays(-1) }, 'ENDS_BEFORE_IT_BEGINS validTo'],
    ['for 31 days', { validTo: inDays(31) }, 'TOO_LONG validTo'],
  ])('%s', (_what, changed, fault) => {
    expect(faultsOf(changed)).toEqual([fault]);
  });

  it('a second time', () => {
    expect(faultsOf({}, { delegation: { id: 'd', delegator: 'mayor' } })).toEqual(['UNDER_DELEGATION input']);
  });

  it('for an area by who has none', () => {
    expect(faultsOf({}, { role: 'GRID_WORKER', area: undefined })).toEqual(['WIDER_THAN_OWN area']);
  });

  it('but inside all bounds it is', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ area: '350802' })).toEqual([]);
    expect(faultsOf({}, { role: 'CITY_CENTRE', area: undefined })).toEqual([]);
  });
});

describe('whatever is granted', () => {
  const anyArea = fc.constantFrom(
    undefined,
    '350800',
    '350802',
    '350803',
    '350802001',
    '350802001001',
    '350802001001001',
  );
  const anyPurposes = fc.subarray([...purposes]);

  it('is never wider than the delegator: purposes are his, the area is his or inside it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        anyArea,
        anyPurposes,
        anyArea,
        anyPurposes,
        (role, ownArea, own, area, asked) => {
          const faults = findDelegationFaults(
            { ...delegator, role, area: ownArea, purposes: own },
            { ...request, area, purposes: asked },
            now,
          );
          if (faults.length > 0) return;
          expect(own).toEqual(expect.arrayContaining(asked));
          if (area !== undefined && ownArea !== undefined)
            expect(significantDigits(area).startsWith(significantDigits(ownArea))).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives no class that the role is not given, and none beside the named ones', () => {
    const policy = createPolicy();
    const { classes } = policy.table;
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom(...purposes),
        fc.subarray([...classes]),
        (role, purpose, named) => {
          const call = { role, purpose, hasCase: true, department: undefined };
          const delegation = { id: 'd', delegator: 'head', classes: named };
          const within = new Set(withinDelegation(policy, { delegation }));
          const given = createAccess(policy, call, within).grants();
          expect(createAccess(policy, call).grants()).toEqual(
            new Set([...createAccess(policy, call).grants(), ...given]),
          );
          for (const name of given)
            expect(named.includes(name) || name === 'PERSON' || policy.openClasses.has(name)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
