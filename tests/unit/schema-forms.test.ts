import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, parse, validate } from 'graphql';
import { decodeCursor, encodeCursor, type CursorKey } from '../../schema/cursor.ts';
import { createFormCheck, tellFault } from '../../schema/form-check.ts';
import { describeValue, findFormFault } from '../../schema/forms.ts';

const asCursor = (inside: string): string => Buffer.from(inside).toString('base64url');

describe('a cursor', () => {
  it.each([
    ['', 'empty'],
    ['[1]', 'no base64url'],
    ['!!!!', 'no base64url'],
    [asCursor('[1'), 'no JSON'],
    [asCursor('{}'), 'an object'],
    [asCursor('"a"'), 'a text'],
    [asCursor('[]'), 'no part'],
    [asCursor('[1,2,3,4,5]'), 'too many parts'],
    [asCursor('[[1]]'), 'a list inside'],
    [asCursor('[true]'), 'a truth value'],
    [asCursor('[1e999]'), 'a number without end'],
    [asCursor('["a\\u0000"]'), 'a NUL, which PostgreSQL has not'],
    [asCursor(JSON.stringify(['a'.repeat(2_000)])), 'too long'],
  ])('%s is none: %s', (text) => {
    expect(decodeCursor(text)).toBeNull();
  });

  it.each([[[]], [['\0']], [['a'.repeat(2_000)]], [[Infinity]], [[1, 2, 3, 4, 5]]])(
    'is not given out where it would be refused: %j',
    (key: CursorKey) => {
      const isKept = (): boolean => JSON.stringify(decodeCursor(encodeCursor(key))) === JSON.stringify(key);
      expect(isKept).toThrow('The sort key of a row makes no cursor');
    },
  );

  it('never throws for whatever text', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.json().map(asCursor),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const key = decodeCursor(text);
        expect(key === null || (key.length > 0 && key.length <= 4)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives back the key that it was made of', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0'));
    const numbers = fc
      .double({ noDefaultInfinity: true, noNaN: true })
      .map((number) => (number === 0 ? 0 : number));
    const keys = fc.array(fc.oneof(texts, numbers, fc.integer(), fc.constant(null)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(keys, (key) => {
        const cursor = encodeCursor(key);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeCursor(cursor)).toEqual(key);
      }),
    );
  });

  it('holds the longest sort key that a list has', () => {
    const key = ['龘'.repeat(200), '2026-11-23T07:00:00.000000+08:00', 'x'.repeat(64)];
    expect(decodeCursor(encodeCursor(key))).toEqual(key);
  });
});

describe('a form', () => {
  const isRefused = (kind: string, value: unknown, max?: number): boolean =>
    findFormFault({ kind, max }, value) !== null;

  it.each([
    ['ID', ['', 'a b', 'a'.repeat(65), '李', 'a\n', '-1.5', 1.5, -1.5, true, {}]],
    ['DIVISION_CODE', ['', '35080', '3508021', '35080200100', '３５０８０２', '350802001001001', ' 350802']],
    ['GRID_CODE', ['350802', '35080200100100', '3508020010010011', '35080200100100X']],
    ['AREA_CODE', ['35', '3508', '3508020010010']],
    ['DEPARTMENT_CODE', ['D00', 'D43', 'D1', 'd01', 'D013', 'D01 ']],
    [
      'CITIZEN_NUMBER',
      ['', '35999919900101123', 'X59999199001011234', '35999919900101123Y', '1'.repeat(16), 359999],
    ],
    ['PAGE_SIZE', [0, -1, 101, 1.5, '5', NaN, Infinity]],
    ['CURSOR', ['', 'x', asCursor('{}')]],
    ['AGE', [-1, 151, 0.5, '7']],
    ['TEXT', ['', '   ', '\u3000', 'a\nb', 'a\n', '\u0000', 'a\u202Eb', '\uFEFFa', 'a'.repeat(201), 7]],
  ])('%s refuses what has it not', (kind, values) => {
    expect(values.filter((value) => !isRefused(kind, value))).toEqual([]);
  });

  it.each([
    ['ID', ['p1', '_-9', 'a'.repeat(64), 42, null, undefined]],
    ['DIVISION_CODE', ['350802', '350802001', '350802001001', 350802]],
    ['GRID_CODE', ['350802001001001', 350802001001001]],
    ['AREA_CODE', ['350802', '350802001001001']],
    ['DEPARTMENT_CODE', ['D01', 'D09', 'D10', 'D42']],
    [
      'CITIZEN_NUMBER',
      [
        '35999919900101123X',
        '35999919900101123x',
        ' ３５９９９９１９９００１０１１２３４',
        '359999900101123',
      ],
    ],
    ['PAGE_SIZE', [1, 100]],
    ['CURSOR', [encodeCursor([1, 'a', null])]],
    ['AGE', [0, 150]],
    ['TEXT', ['李', ' 张 三 ', '𪚥', 'a'.repeat(200), '𪚥'.repeat(200)]],
  ])('%s takes what has it', (kind, values) => {
    expect(values.filter((value) => isRefused(kind, value))).toEqual([]);
  });

  it('bounds a list by its elements and looks at each of them', () => {
    const form = { kind: 'ID', max: 2 };
    expect(findFormFault(form, ['a', 'b'])).toBeNull();
    expect(findFormFault(form, ['a', 'b', 'c'])).toBe(
      'expected a list of at most 2 elements, found a list of 3 elements',
    );
    expect(findFormFault(form, ['a', '?!'])).toMatch(/ at position 1, found a text of 2 characters$/);
    expect(findFormFault(form, ['a', null])).toMatch(/ at position 1, found null$/);
  });

  it('takes the bound that is declared', () => {
    expect(findFormFault({ kind: 'PAGE_SIZE', max: 1000 }, 1000)).toBeNull();
    expect(findFormFault({ kind: 'PAGE_SIZE', max: 10 }, 11)).toMatch(
      /^expected a whole number from 1 to 10,/,
    );
    expect(findFormFault({ kind: 'TEXT', max: 3 }, 'abcd')).toMatch(/^expected a text of 1 to 3 characters,/);
  });

  it.each([['NOPE'], ['constructor']])('%s is unknown and stops whoever asks for it', (kind) => {
    expect(() => findFormFault({ kind, max: undefined }, 'x')).toThrow(`@form(kind: ${kind}) has no rule`);
  });

  it('never throws and never repeats a value', () => {
    const kinds = fc.constantFrom(
      'ID',
      'GRID_CODE',
      'DEPARTMENT_CODE',
      'CITIZEN_NUMBER',
      'PAGE_SIZE',
      'CURSOR',
      'AGE',
      'TEXT',
    );
    const marked = fc.string({ unit: 'binary' }).map((text) => `秘密${text}\n`);
    fc.assert(
      fc.property(kinds, fc.oneof(fc.anything(), marked, fc.array(marked)), (kind, value) => {
        expect(findFormFault({ kind, max: 5 }, value) ?? '').not.toContain('秘密');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the kind of a value', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['', 'an empty text'],
    ['𪚥', 'a text of 1 character'],
    [[1], 'a list of 1 element'],
    [0, 'zero'],
    [-5, 'a negative whole number'],
    [9, 'a whole number of 1 digit'],
    [1000, 'a whole number of 4 digits'],
    [0.5, 'a number that is not whole'],
    [NaN, 'a number that is not whole'],
    [true, 'a truth value'],
    [{}, 'an object'],
  ])('%j is told as %s', (value, told) => {
    expect(describeValue(value)).toBe(told);
  });
});

describe('the check of an operation', () => {
  const sdl = `
    directive @form(kind: FormKind!, max: Int) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
    enum FormKind { ID AGE PAGE_SIZE }
    input Deep { age: Int @form(kind: AGE)  inner: [Deep!] }
    type Query { one(id: ID! @form(kind: ID), free: String): Query  page(first: Int = 5 @form(kind: PAGE_SIZE, max: 9)): Int  deep(input: Deep): Int }
  `;
  const schema = buildSchema(sdl);
  const checkForms = createFormCheck(schema, parse(sdl));
  const faultsOf = (text: string, variables: Readonly<Record<string, unknown>> = {}, name?: string) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    return checkForms(document, variables, name).map(({ coordinate }) => coordinate);
  };

  it('does not start with a form that nobody can check', () => {
    const unknown = sdl.replace('kind: AGE)', 'kind: SIZE)');
    expect(() => createFormCheck(schema, parse(unknown))).toThrow(
      '@form(kind: SIZE) at Deep.age has no rule',
    );
  });

  it.each([
    ['{ one(id: "?") { one(id: "!") { page } } }', {}, ['Query.one(id:)', 'Query.one(id:)']],
    [
      '{ a: page(first: 0) b: page(first: 10) c: page(first: 9) }',
      {},
      ['Query.page(first:)', 'Query.page(first:)'],
    ],
    ['query ($n: Int = 70) { page(first: $n) }', {}, ['Query.page(first:)']],
    ['query ($n: Int = 7) { page(first: $n) }', { n: 70 }, ['Query.page(first:)']],
    [
      'query ($d: Deep) { deep(input: $d) }',
      { d: { age: 1, inner: [{ age: -1, inner: [{ age: 151 }] }] } },
      ['Deep.age', 'Deep.age'],
    ],
    ['query ($n: Int) { deep(input: { inner: { age: $n } }) }', { n: 200 }, ['Deep.age']],
    [
      '{ ...f } fragment f on Query { ... { page(first: 0) } ...g } fragment g on Query { deep(input: { age: 151 }) }',
      {},
      ['Query.page(first:)', 'Deep.age'],
    ],
  ])('finds what is wrong in %s', (text, variables, coordinates) => {
    expect(faultsOf(text, variables)).toEqual(coordinates);
  });

  it.each([
    ['{ one(id: 12, free: "?") { page deep(input: { inner: [] }) } }', {}],
    ['query ($n: Int = 7, $i: ID!) { page(first: $n) one(id: $i) { page(first: $n) } }', { i: 5 }],
    ['query ($n: Int) { page(first: $n) @include(if: true) }', { n: null }],
    ['query ($d: Deep) { deep(input: $d) }', {}],
  ])('finds nothing in %s', (text, variables) => {
    expect(faultsOf(text, variables)).toEqual([]);
  });

  it('looks only at the operation that runs, and at all when it stays open which', () => {
    const text = 'query A($v: Int) { page(first: $v) } query B($v: ID!) { one(id: $v) { page } }';
    expect(faultsOf(text, { v: 'b-1' }, 'B')).toEqual([]);
    expect(faultsOf(text, { v: 10 }, 'A')).toEqual(['Query.page(first:)']);
    expect(faultsOf(text, { v: '??' })).toEqual(['Query.page(first:)', 'Query.one(id:)']);
    expect(faultsOf(text, { v: '??' }, 'C')).toEqual([]);
  });

  it('checks each call by its own variables', () => {
    const document = parse('query ($n: Int) { page(first: $n) }');
    expect([0, 1, 9, 10].map((n) => checkForms(document, { n }).length)).toEqual([1, 0, 0, 1]);
  });

  it('tells a fault as a sentence', () => {
    const fault = 'expected a, found b';
    expect(tellFault({ coordinate: 'Grid.residents(first:)', fault })).toBe(
      'Argument "first" of Grid.residents: expected a, found b.',
    );
    expect(tellFault({ coordinate: 'Search.name', fault })).toBe(
      'Field "name" of Search: expected a, found b.',
    );
  });
});
