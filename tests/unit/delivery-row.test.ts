import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRow, type RowRules } from '../../subgraphs/integrity/domain/delivered-row.ts';
import { addYears, parseDay, parseMoment } from '../../subgraphs/integrity/domain/dates.ts';
import { tellKind } from '../../subgraphs/integrity/domain/row-fault.ts';
import { foldName } from '../../subgraphs/integrity/domain/row-text.ts';
import { checkCharacterOf, parseCitizenNumber } from '../../subgraphs/kit/domain/citizen-number.ts';

// It has no types of its own.
const require = createRequire(import.meta.url);
const IdValidator: new () => { readonly isValid: (number: string) => boolean } = require('id-validator');

const rules: RowRules = { today: '2026-11-01', polarity: 'NEGATIVE', typeName: '行政处罚' };
const good = {
  source_id: 'PEN-1',
  name: '林美华',
  id_number: '350802198503150020',
  title: '未按规定公示年度报告',
  level: '一般',
  decided_on: '2026-01-31',
};
const read = (values: Record<string, string>, change: Partial<RowRules> = {}) =>
  readRow({ ...good, ...values }, { ...rules, ...change });
const faultsOf = (values: Record<string, string>, change: Partial<RowRules> = {}): readonly string[] => {
  const reading = read(values, change);
  return 'faults' in reading
    ? reading.faults.map(({ column, reason }) => `${column ?? 'row'} ${reason}`)
    : [];
};

describe('a delivered row at fault', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['no source id', { source_id: ' ' }, ['source_id MISSING']],
    ['a long source id', { source_id: 'x'.repeat(101) }, ['source_id TOO_LONG']],
    ['an unknown operation', { operation: 'DELETE' }, ['operation UNKNOWN_VALUE']],
    ['a wrong check character', { id_number: '350802198503150021' }, ['id_number NOT_A_NUMBER']],
    ['30 February', { id_number: '350802198502300020' }, ['id_number NOT_A_NUMBER']],
    ['a name for a number', { id_number: '林美华', name: '350802198503150020' }, ['id_number NOT_A_NUMBER']],
    ['a number of scientific notation', { id_number: '3.50802E+17' }, ['id_number NOT_A_NUMBER']],
    ['another birth date', { birth_date: '1985-03-16' }, ['birth_date BIRTH_DATE_MISMATCH']],
    ['a birth to come', { id_number: '', birth_date: '2030-01-01' }, ['birth_date IN_FUTURE']],
    [
      'a bad credit code',
      { id_number: '', credit_code: '91350100M000100Y4Z' },
      ['credit_code NOT_A_CREDIT_CODE'],
    ],
    ['both numbers', { credit_code: '91350100M000100Y43' }, ['row TWO_IDENTITIES']],
    ['a name alone', { id_number: '' }, ['row NO_IDENTITY']],
    ['no day', { decided_on: '2026-02-30' }, ['decided_on NOT_A_DATE']],
    ['a decision to come', { decided_on: '2026-11-02' }, ['decided_on IN_FUTURE']],
    ['an end before the beginning', { valid_until: '2026-01-30' }, ['valid_until DATE_ORDER']],
    ['more than five years', { valid_until: '2031-02-01' }, ['valid_until TOO_LONG_VALIDITY']],
    ['no level', { level: '' }, ['level MISSING']],
    ['an unknown level', { level: '特别严重' }, ['level UNKNOWN_VALUE']],
    ['a NUL', { title: 'a\0b' }, ['title CONTROL_CHARACTER']],
    ['a bidi override', { name: '林\u202e美华' }, ['name CONTROL_CHARACTER']],
    ['half a pair', { title: 'a\ud800b' }, ['title CONTROL_CHARACTER']],
    ['an illness', { title: '患有精神病' }, ['title PROHIBITED_CONTENT']],
    ['a petition', { document_number: '信访〔2026〕1号' }, ['document_number PROHIBITED_CONTENT']],
    ['a telephone number of letters', { phone: 'ask me' }, ['phone NOT_A_PHONE']],
    ['a moment to come', { as_of: '2027-01-01' }, ['as_of IN_FUTURE']],
    ['an hour that is none', { as_of: '2026-01-01 25:00' }, ['as_of NOT_A_DATE']],
  ])('%s', (_, values, faults) => expect(faultsOf(values)).toEqual(faults));

  it('tells of a level where the type has none', () => {
    expect(faultsOf({}, { polarity: 'POSITIVE' })).toEqual(['level LEVEL_NOT_EXPECTED']);
  });

  it('tells everything that is wrong at once', () => {
    expect(faultsOf({ title: '', level: '?', decided_on: '?' })).toHaveLength(3);
  });

  it('never repeats a value', () => {
    const secret = fc.stringMatching(/^[\u4e00-\u9fff]{12,18}$/);
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom('id_number', 'credit_code', 'level', 'decided_on', 'phone', 'operation'),
        (text, column) => {
          expect(JSON.stringify(read({ [column]: text }))).not.toContain(text);
        },
      ),
    );
  });
});

describe('a delivered row', () => {
  it('is normalised', () => {
    const reading = read({
      name: '张 三',
      id_number: '１１０１０５１９４９１２３１００２ｘ',
      decided_on: '２０２６年1月31日',
      phone: '+86 154-0000-1234',
      title: ' 一行\r\n两行 ',
      as_of: '2026-10-01',
    });
    expect(reading).toEqual({
      row: {
        sourceId: 'PEN-1',
        operation: 'UPSERT',
        name: '张三',
        number: '11010519491231002X',
        creditCode: null,
        birthDate: '1949-12-31',
        phone: '15400001234',
        title: '一行 两行',
        level: 'GENERAL',
        decidedOn: '2026-01-31',
        validUntil: '2031-01-31',
        documentNumber: null,
        legalBasis: null,
        asOf: '2026-10-01T00:00:00+08:00',
      },
    });
  });

  it('may be a withdrawal with nothing but its source id', () => {
    const reading = readRow({ source_id: 'PEN-1', operation: 'withdraw' }, rules);
    expect(reading).toMatchObject({ row: { sourceId: 'PEN-1', operation: 'WITHDRAW' } });
  });

  it.each(['352601198503150020', '350822198503150020'])(
    'may carry a number of an area that is no more: %s',
    (stem) => {
      const number = stem.slice(0, 17) + checkCharacterOf(stem);
      expect(read({ id_number: number })).toMatchObject({ row: { number } });
    },
  );

  it.each([
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 ・ 买买提', '阿卜杜拉·买买提'],
    ['ＪＯＨＮ　 Ｓｍｉｔｈ', 'JOHN Smith'],
    ['𠮷 野', '𠮷野'],
  ])('folds the name %s', (name, folded) => expect(foldName(name)).toBe(folded));

  it('takes every row of texts without falling over', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(good), 'birth_date', 'phone', 'as_of'), text),
        (values) => {
          const reading = read(values);
          expect('row' in reading || reading.faults.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe('the kind of what came', () => {
  it.each([
    ['', 'nothing'],
    ['7', '1 digit'],
    ['坏', 'text of 1 character'],
    ['2026-13', 'text of 7 characters'],
  ])('of %j is %s', (text, kind) => {
    expect(tellKind(text)).toBe(kind);
  });
});

describe('days', () => {
  it('are the same in each way of writing them', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split('-').map(Number);
          const ways = [
            iso,
            iso.replaceAll('-', ''),
            `${year}/${month}/${day}`,
            `${year}年${month}月${day}日`,
          ];
          expect(ways.map(parseDay)).toEqual([iso, iso, iso, iso]);
        },
      ),
    );
  });

  it.each(['2023-02-29', '2026-13-01', '2026-1', '20260231', '2026-01/31', '45000', ''])(
    'refuse %s',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it('know moments', () => {
    expect(parseMoment('2026-01-31 08:00')).toBe('2026-01-31T08:00:00+08:00');
    expect(parseMoment('2026-01-31T08:00:00.5Z')).toBe('2026-01-31T08:00:00Z');
  });

  it('end a term that began on 29 February on the 28th', () => {
    expect(addYears('2024-02-29', 5)).toBe('2029-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
});

describe('citizen numbers, against an outside oracle', () => {
  // The oracle knows the areas that are in force and some of the old: areas are asked of 350802 only, days and checks of all.
  // It lets a day roll over (31 September), so that is asked of the calendar.
  const oracle = new IdValidator();
  it('agree on days of birth and check characters', () => {
    const stem = fc.tuple(
      fc.integer({ min: 1900, max: 2025 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      fc.integer({ min: 1, max: 999 }),
    );
    fc.assert(
      fc.property(stem, fc.constantFrom(...'0123456789X', null), ([year, month, day, sequence], last) => {
        const two = (part: number): string => String(part).padStart(2, '0');
        const digits = `350802${year}${two(month)}${two(day)}${String(sequence).padStart(3, '0')}`;
        const number = digits + (last ?? checkCharacterOf(digits));
        expect(parseCitizenNumber(number, '2026-11-01').kind === 'VALID').toBe(
          oracle.isValid(number) && parseDay(`${year}-${two(month)}-${two(day)}`) !== null,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
