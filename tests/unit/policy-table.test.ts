import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { purposes, roles } from '../../schema/caller.ts';
import { createPolicy, loadPolicyText } from '../../schema/policy.ts';
import { allBits, bitOf, bitsOf, isPredicate, predicates } from '../../schema/policy/predicates.ts';
import { namesOf } from '../../schema/policy/table.ts';

const head = 'id,class,role,purpose,scope,consent,effect,mask,obligations,break_glass,legal_basis,owner';
const rest = 'TST-09,TEST,*,*,,,DENY,,,no,default,D10';
const table = (...rows: readonly string[]): string => [head, ...rows].join('\n');
const compiling =
  (...rows: readonly string[]) =>
  () =>
    createPolicy(table(...rows));

describe('a decision table is refused', () => {
  it.each([
    ['GRID_WORKERS', 'SERVICE_VISIT', '', '', 'ALLOW', '', '', 'no', 'law', 'D10', 'expected roles or *'],
    ['', 'SERVICE_VISIT', '', '', 'ALLOW', '', '', 'no', 'law', 'D10', 'expected roles or *'],
    ['* CITIZEN', 'SERVICE_VISIT', '', '', 'ALLOW', '', '', 'no', 'law', 'D10', 'expected roles or *'],
    ['CITIZEN', 'CURIOSITY', '', '', 'ALLOW', '', '', 'no', 'law', 'D10', 'expected purposes or *'],
    ['CITIZEN', '', '', '', 'ALLOW', '', '', 'no', 'law', 'D10', 'expected purposes or *'],
    ['CITIZEN', '*', 'friend', '', 'ALLOW', '', '', 'no', 'law', 'D10', 'expected predicates as scope'],
    ['CITIZEN', '*', 'consent', '', 'ALLOW', '', '', 'no', 'law', 'D10', 'consent in its own column'],
    ['CITIZEN', '*', '', 'yes', 'ALLOW', '', '', 'no', 'law', 'D10', 'expected consent to be empty or'],
    ['CITIZEN', '*', '', '', 'allow', '', '', 'no', 'law', 'D10', 'expected an effect'],
    ['CITIZEN', '*', '', '', '', '', '', 'no', 'law', 'D10', 'expected an effect'],
    ['CITIZEN', '*', '', '', 'MASK', '', '', 'no', 'law', 'D10', 'expected a kind of mask with MASK'],
    ['CITIZEN', '*', '', '', 'MASK', 'FACE', '', 'no', 'law', 'D10', 'expected a kind of mask with MASK'],
    ['CITIZEN', '*', '', '', 'MASK', 'toString', '', 'no', 'law', 'D10', 'expected a kind of mask with MASK'],
    ['CITIZEN', '*', '', '', 'ALLOW', 'NAME', '', 'no', 'law', 'D10', 'and none with another effect'],
    ['CITIZEN', '*', '', '', 'ALLOW', '', 'minor', 'no', 'law', 'D10', 'expected obligations to be'],
    ['CITIZEN', '*', '', '', 'ALLOW', '', '', '', 'law', 'D10', 'expected break_glass to be'],
    ['CITIZEN', '*', '', '', 'ALLOW', '', '', 'no', '', 'D10', 'expected a legal basis'],
    ['CITIZEN', '*', '', '', 'ALLOW', '', '', 'no', 'law', 'police', 'expected departments such as D10'],
    ['CITIZEN', '*', '', '', 'ALLOW', '', '', 'no', 'law', 'D10 source', 'expected departments such as D10'],
  ])('for a row of %s, %s, %s, %s, %s, %s, %s, %s, %s, %s: %s', (...cells) => {
    const fault = cells.at(-1) ?? '';
    const row = `TST-01,TEST,${cells.slice(0, -1).join()}`;
    expect(compiling(row, rest)).toThrow(/^policy.csv is not right.\nTST-01: /);
    expect(compiling(row, rest)).toThrow(fault);
  });

  it('for an id or a class that has not their form', () => {
    expect(compiling('T-1,TEST,*,*,,,DENY,,,no,law,D10')).toThrow('T-1: expected an id such as IDN-01');
    expect(compiling('TST-01,test,*,*,,,DENY,,,no,law,D10')).toThrow('TST-01: expected a class of data');
  });

  it('for an id that stands twice', () => {
    expect(compiling('TST-09,TEST,CITIZEN,*,self,,ALLOW,,,no,law,D10', rest)).toThrow(
      'TST-09: an id stands for one row only',
    );
  });

  it.each([
    ['a column too few', head.replace(',owner', ''), rest.replace(',D10', '')],
    ['a column too many', `${head},note`, `${rest},x`],
    ['columns in another order', head.replace('role,purpose', 'purpose,role'), rest],
    ['another name', head.replace('scope', 'where'), rest],
  ])('for %s', (_what, columns, row) => {
    expect(() => createPolicy(`${columns}\n${row}`)).toThrow('expected the columns id, class, role');
  });

  it('for a row of fewer cells than columns', () => {
    expect(compiling('TST-01,TEST,*,*')).toThrow('Invalid Record Length');
  });

  it('for no row at all', () => {
    expect(compiling()).toThrow('expected rows, found none');
  });

  it('when a role with a purpose hits no row', () => {
    expect(compiling('TST-01,TEST,CITIZEN,*,,,ALLOW,,,no,law,D10')).toThrow(
      'TEST: AUDITOR with SERVICE_VISIT hits no row',
    );
    expect(compiling('TST-01,TEST,*,SELF_ACCESS,,,ALLOW,,,no,law,D10')).toThrow(
      'TEST: CITIZEN with STATISTICS hits no row',
    );
  });

  it.each([
    ['the same row', 'CITIZEN,*,self'],
    ['a row that asks for more', 'CITIZEN,*,self case'],
    ['a row for fewer purposes', 'CITIZEN,SELF_ACCESS,self'],
  ])('when %s stands below one that takes all its cases', (_what, below) => {
    const rows = [
      'TST-01,TEST,CITIZEN AUDITOR,*,self,,ALLOW,,,no,law,D10',
      `TST-02,TEST,${below},,DENY,,,no,law,D10`,
    ];
    expect(compiling(...rows, rest)).toThrow('TST-02: shadowed by the rows above it');
  });

  it('when two rows together shadow a third', () => {
    const rows = [
      'TST-01,TEST,CITIZEN,*,,,ALLOW,,,no,law,D10',
      'TST-02,TEST,AUDITOR,*,,,ALLOW,,,no,law,D10',
      'TST-03,TEST,CITIZEN AUDITOR,*,area,,DENY,,,no,law,D10',
    ];
    expect(compiling(...rows, rest)).toThrow('TST-03: shadowed by the rows above it');
  });

  it.each([
    ['asks for something', 'TST-01,TEST,*,*,area,,ALLOW,,,no,law,D10'],
    ['asks for consent', 'TST-01,TEST,*,*,,required,ALLOW,,,no,law,D10'],
  ])('when the last row of a class %s', (_what, row) => {
    expect(compiling(row)).toThrow('TST-01: the last row of TEST must be its default');
  });

  it('when the last row covers only the rest, not all', () => {
    const others = roles.filter((role) => role !== 'CITIZEN').join(' ');
    const rows = [
      'TST-01,TEST,CITIZEN,*,,,ALLOW,,,no,law,D10',
      `TST-02,TEST,${others},*,,,DENY,,,no,law,D10`,
    ];
    expect(compiling(...rows)).toThrow('TST-02: the last row of TEST must be its default');
  });

  it('when rows that ask for the department name different owners', () => {
    const rows = [
      'TST-01,TEST,CITIZEN,*,department,,ALLOW,,,no,law,D10',
      'TST-02,TEST,AUDITOR,*,department,,ALLOW,,,no,law,D11',
    ];
    expect(compiling(...rows, rest)).toThrow('TEST: rows that ask for `department` name different owners');
  });

  it('with every fault told at once', () => {
    expect(compiling('TST-01,TEST,GHOST,NOTHING,,,GIVE,,,no,,D10', rest)).toThrow(
      /TST-01: expected roles.*\n.*purposes.*\n.*an effect.*\n.*a legal basis/,
    );
  });
});

describe('a compiled table', () => {
  it('decides nothing of a class or with bits that it does not have', () => {
    const { table: compiled } = createPolicy(table(rest));
    expect(() => compiled.rowFor('OTHER', 'CITIZEN', 'SELF_ACCESS', 0)).toThrow(
      'policy.csv decides nothing of OTHER',
    );
    expect(() => compiled.rowFor('TEST', 'DEPARTMENT_SYSTEM', 'STATISTICS', allBits)).toThrow(
      'decides nothing',
    );
    expect(compiled.ownersOf('OTHER')).toEqual([]);
  });

  it('takes the first row whose conditions all hold, whatever else holds', () => {
    const { table: compiled } = createPolicy();
    fc.assert(
      fc.property(
        fc.constantFrom(...compiled.classes),
        fc.constantFrom(...roles),
        fc.constantFrom(...purposes),
        fc.integer({ min: 0, max: allBits - 1 }),
        (name, role, purpose, bits) => {
          const holds = namesOf(bits);
          // Break-glass stands in for the area, in the rows that say so.
          const isMet = (predicate: string, breakGlass: string): boolean =>
            holds.includes(predicate) ||
            (predicate === 'area' && breakGlass === 'yes' && holds.includes('glass'));
          const first = compiled.rows.find(
            (row) =>
              row.dataClass === name &&
              row.roles.has(role) &&
              row.purposes.has(purpose) &&
              namesOf(row.asks).every((predicate) => isMet(predicate, row.breakGlass)),
          );
          expect(compiled.rowFor(name, role, purpose, bits)).toBe(first);
        },
      ),
    );
  });

  it('has a version that tells one text from another', () => {
    const text = loadPolicyText();
    expect(createPolicy(text).version).toBe(createPolicy(text).version);
    const changed = text.replace('statutory duty', 'duty');
    expect(createPolicy(changed).version).not.toBe(createPolicy(text).version);
  });

  it('counts as open only classes whose rows all allow', () => {
    expect([...createPolicy().openClasses]).toEqual(['KEY', 'SCOPE', 'REFERENCE', 'PSYCH_SERVICE']);
  });

  it('names as owners those of the rows that ask for the department', () => {
    const own = 'TST-01,TEST,CITIZEN,*,department,,ALLOW,,,no,law,D11 D12';
    expect(createPolicy(table(own, rest)).table.ownersOf('TEST')).toEqual(['D11', 'D12']);
    expect(createPolicy().table.ownersOf('CREDIT_PUBLIC')).toBe('source');
  });
});

describe('predicates', () => {
  it('are eight, each one bit, and go to bits and back', () => {
    expect(predicates.map(bitOf)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
    for (let bits = 0; bits < allBits; bits += 1) {
      const names = namesOf(bits);
      expect(bitsOf(Object.fromEntries(names.map((name) => [name, true])))).toBe(bits);
      expect(names.every(isPredicate)).toBe(true);
    }
  });

  it('do not count a fact that is false, nor one unknown', () => {
    expect(bitsOf({ area: false, self: true })).toBe(bitOf('self'));
    expect(isPredicate('friend')).toBe(false);
  });
});
