import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JWTPayload } from 'jose';
import { readClaims } from '../../gateway/access/read-claims.ts';
import { areaOf, findCallerFaults, purposes, roles } from '../../schema/caller.ts';

const worker = { sub: 'zheng', role: 'GRID_WORKER', area: '350802001' };
const areaBound = [
  'GRID_WORKER',
  'GRID_LEADER',
  'TOWNSHIP_CENTRE',
  'COUNTY_CENTRE',
  'COUNSELLOR',
  'VOLUNTEER_MANAGER',
] as const;

describe('claims that are nobody’s', () => {
  it.each<readonly [string, object]>([
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject of 129 characters', { sub: 'a'.repeat(129) }],
    ['a subject with a line break at its end', { sub: 'zheng\n' }],
    ['a subject that turns the text round', { sub: 'zheng\u202e' }],
    ['a subject that is half a character', { sub: '\ud800' }],
    ['no role', { role: undefined }],
    ['a role of the prototype', { role: 'toString' }],
    ['an area that is null', { area: null }],
    ['an empty area', { area: '' }],
    ['an area of 4 digits', { area: '3508' }],
    ['a list of areas', { area: ['350802', '350803'] }],
    ['a department that there is not', { department: 'D43' }],
    ['a department that is a number', { department: 13 }],
    ['a person that is a path', { person: '../p-1' }],
    ['a person that is an object', { person: { id: 'p-1' } }],
    ['purposes that are a number', { purposes: 7 }],
    ['a citizen without himself', { role: 'CITIZEN' }],
    ['a portal without a citizen', { role: 'PORTAL' }],
    ['a department’s system without a department', { role: 'DEPARTMENT_SYSTEM' }],
  ])('%s', (_what, changed) => {
    expect(readClaims({ ...worker, ...changed })).toBeNull();
  });

  it('never throw, whatever they are, and a caller read from them lacks nothing but an area', () => {
    const anything = fc.record({
      sub: fc.oneof(fc.string(), fc.jsonValue()),
      role: fc.oneof(fc.constantFrom(...roles), fc.jsonValue()),
      purposes: fc.oneof(fc.array(fc.oneof(fc.constantFrom(...purposes), fc.jsonValue())), fc.jsonValue()),
      area: fc.oneof(fc.constantFrom(undefined, '350802', '350802001001001'), fc.jsonValue()),
      department: fc.oneof(fc.constantFrom(undefined, 'D01'), fc.jsonValue()),
      person: fc.oneof(fc.constantFrom(undefined, 'p-1'), fc.jsonValue()),
    });
    fc.assert(
      fc.property(anything, (claims) => {
        const caller = readClaims(claims as JWTPayload);
        if (!caller) return;
        expect(findCallerFaults({ ...caller, area: caller.area ?? '350802' })).toEqual([]);
        expect(purposes).toEqual(expect.arrayContaining([...caller.purposes]));
      }),
    );
  });
});

describe('claims of somebody', () => {
  it('say nothing more than they say: other claims do not travel', () => {
    expect(readClaims({ ...worker, iss: 'x', admin: true, purposes: ['SERVICE_VISIT'] })).toEqual({
      ...worker,
      purposes: ['SERVICE_VISIT'],
    });
  });

  it('say how and when he proved who he is, or nothing of it; a token delegates nothing', () => {
    const proof = { amr: ['pwd', 'otp'], auth_time: 1_795_000_000 };
    expect(readClaims({ ...worker, ...proof })).toMatchObject({
      authMethods: ['pwd', 'otp'],
      authenticatedAt: 1_795_000_000,
    });
    for (const changed of [{ amr: 'otp' }, { amr: [7] }, { amr: undefined }, { auth_time: '1795000000' }]) {
      const caller = readClaims({ ...worker, ...proof, ...changed });
      expect(caller).not.toBeNull();
      expect(caller).not.toHaveProperty('authMethods');
    }
    const forged = { authMethods: ['otp'], delegation: { id: 'd', delegator: 'x' }, breakGlass: { id: 'g' } };
    expect(readClaims({ ...worker, ...forged })).toEqual(readClaims(worker));
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ['a list', ['PSYCH_CARE', 'STATISTICS'], ['PSYCH_CARE', 'STATISTICS']],
    ['a list in which some are none', ['PSYCH_CARE', 'FUN', 7, null, '__proto__'], ['PSYCH_CARE']],
    ['a text', 'PSYCH_CARE  STATISTICS', ['PSYCH_CARE', 'STATISTICS']],
    ['absent', undefined, []],
  ])('have purposes as %s', (_how, given, read) => {
    expect(readClaims({ ...worker, purposes: given })?.purposes).toEqual(read);
  });

  it('may be 128 characters of any script', () => {
    expect(readClaims({ ...worker, sub: '𠮷'.repeat(128) })).toMatchObject({ sub: '𠮷'.repeat(128) });
  });

  it('may say who a member of staff is in the register', () => {
    expect(readClaims({ ...worker, person: 'p-1' })).toMatchObject({ role: 'GRID_WORKER', person: 'p-1' });
  });

  it.each(areaBound)('may be of a %s without an area', (role) => {
    expect(readClaims({ sub: 'a', role })).toMatchObject({ role, purposes: [] });
  });
});

describe('the area of a caller', () => {
  it.each([...areaBound, 'CITIZEN', 'PORTAL'] as const)('is nowhere for a %s without one', (role) => {
    expect(areaOf({ role })).toEqual({ kind: 'NONE' });
  });

  it('is the city for all others without one', () => {
    const nowhere: readonly string[] = [...areaBound, 'CITIZEN', 'PORTAL'];
    const others = roles.filter((role) => !nowhere.includes(role));
    expect(others.map((role) => areaOf({ role }).kind)).toEqual(others.map(() => 'CITY'));
    expect(others).toHaveLength(6);
  });

  const staff = roles.filter((role) => role !== 'CITIZEN' && role !== 'PORTAL');

  it.each(staff)('is the one that its token names, and no more, for a %s', (role) => {
    expect(areaOf({ role, area: '350802' })).toEqual({ kind: 'AREA', area: '350802' });
  });

  it.each(['CITIZEN', 'PORTAL'] as const)('is nowhere for a %s, whatever its token names', (role) => {
    expect(areaOf({ role, area: '350802' })).toEqual({ kind: 'NONE' });
  });
});
