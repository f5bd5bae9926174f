import { describe, expect, it } from '@jest/globals';
import { readCallHeaders, requirePurpose } from '../../gateway/access/call-headers.ts';
import type { Caller } from '../../schema/caller.ts';

const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('headers that cannot be understood', () => {
  it.each([
    ['x-purpose', 'FUN'],
    ['x-purpose', 'service_visit'],
    ['x-purpose', 'SERVICE_VISIT, AID_ASSESSMENT'],
    ['x-purpose', ''],
    ['x-break-glass', ''],
    ['x-break-glass', 'a b'],
    ['x-delegation', '7'.repeat(65)],
    ['x-delegation', "'; drop table"],
    ['x-case', ''],
    ['x-case', 'a b'],
    ['x-case', '7'.repeat(65)],
    ['x-case', "'; drop table"],
    ['x-case', '%0a'],
    ['x-case', '100%'],
    ['x-case', '359999196803129025'],
    ['x-case', asBytes('来访-35999919680312902x-2')],
    ['x-case', asBytes('３５９９９９１９６８０３１２９０２５')],
    ['x-case', '15400005926'],
    ['x-access-mode', 'lenient'],
  ])('%s: %s', (name, value) => {
    expect(() => readCallHeaders({ [name]: value })).toThrow(
      new RegExp(`^Header "${name}": expected .*, found `),
    );
  });

  it('are told without their value', () => {
    expect(() => readCallHeaders({ 'x-case': '359999196803129025 is a number' })).not.toThrow(
      '359999196803129025',
    );
  });
});

describe('headers', () => {
  it.each([
    ['as UTF-8 bytes, which Node reads as Latin-1', asBytes('联审/2026-7')],
    ['percent-encoded', encodeURIComponent('联审/2026-7')],
  ])('carry a case %s', (_how, given) => {
    expect(readCallHeaders({ 'x-case': given })).toMatchObject({ caseReference: '联审/2026-7' });
  });

  it.each(['350802001001001-3', '20261126000117', '2026-15400005926001'])(
    'carry a case of many digits: %s',
    (given) => {
      expect(readCallHeaders({ 'x-case': given })).toMatchObject({ caseReference: given });
    },
  );

  it('say purpose and mode, or nothing', () => {
    expect(readCallHeaders({ 'x-purpose': 'PSYCH_CARE', 'x-access-mode': 'strict' })).toEqual({
      purpose: 'PSYCH_CARE',
      caseReference: undefined,
      isStrict: true,
    });
    expect(readCallHeaders({})).toEqual({ isStrict: false });
  });
});

describe('a purpose', () => {
  const caller: Caller = { sub: 'a', role: 'AUDITOR', purposes: ['SUPERVISION_AUDIT'] };
  const codeOf = (purpose: Parameters<typeof requirePurpose>[1]): unknown => {
    try {
      return requirePurpose(caller, purpose);
    } catch (error) {
      return (error as { extensions: { code: unknown } }).extensions.code;
    }
  };

  it('is required, and must be one of the token', () => {
    expect([codeOf(undefined), codeOf('PSYCH_CARE'), codeOf('SUPERVISION_AUDIT')]).toEqual([
      'PURPOSE_REQUIRED',
      'FORBIDDEN',
      'SUPERVISION_AUDIT',
    ]);
  });
});
