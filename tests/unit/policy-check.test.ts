import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { loadSupergraph, loadTypeDefs } from '../../schema/load.ts';
import { createPolicy } from '../../schema/policy.ts';
import { assertPolicyFits, findPolicyFaults } from '../../schema/policy/check.ts';
import { narrowingFields, readGraph, type AccessGraph } from '../../schema/policy/graph.ts';
import { subgraphNames } from '../../schema/registry.ts';

const policy = createPolicy();

const directives = `
  directive @data(class: String, classes: [String!]) on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION
  directive @mask(kind: String!) on FIELD_DEFINITION
  directive @coarsen(to: String!) on FIELD_DEFINITION
`;
const graphOf = (sdl: string): AccessGraph => readGraph(parse(directives + sdl), 'the test');
const faultsOf = (sdl: string): readonly string[] => findPolicyFaults(policy, graphOf(sdl));

const head = 'id,class,role,purpose,scope,consent,effect,mask,obligations,break_glass,legal_basis,owner';
/** A table in which an auditor may see the identifier and the birth date as said. */
const auditing = (identifier: string, birthDate: string) =>
  createPolicy(
    [
      head,
      `IDF-01,IDENTIFIER,${identifier},,no,law,D10`,
      'IDF-02,IDENTIFIER,*,*,,,DENY,,,no,default,D10',
      `BIR-01,BIRTH_DATE,${birthDate},,,no,law,D10`,
      'BIR-02,BIRTH_DATE,*,*,,,DENY,,,no,default,D10',
    ].join('\n'),
  );

describe('a graph is not read', () => {
  it.each([
    ['a field', 'type Query { open: Int }', 'Query.open'],
    ['an argument', 'type Query { open(first: Int): Int @data(class: "KEY") }', 'Query.open(first:)'],
    ['an input field', 'input Wish { text: String }', 'Wish.text'],
  ])('when %s has no class', (_what, sdl, coordinate) => {
    expect(() => graphOf(sdl)).toThrow(`Without @data in the test: ${coordinate}`);
  });

  it.each([
    'extend type Person @key(fields: "idNumber")',
    'extend type Person { idNumber: String }',
    'extend input Wish { text: String }',
  ])('when what its checks look for would stand in an extension: %s', (sdl) => {
    expect(() => graphOf(sdl)).toThrow(/^Extended in the test: (Person|Wish)\./);
  });

  it.each(['FACE', 'toString', '__proto__'])('when a mask is of the unknown kind %s', (kind) => {
    expect(() =>
      graphOf(`type Query { name: String @data(class: "IDENTITY") @mask(kind: "${kind}") }`),
    ).toThrow('@mask of Query.name: expected a kind that schema/policy/masks.ts knows, found another.');
  });
});

describe('policy and graph do not fit together', () => {
  it('when a field, one class of several, an argument or an input field has a class that no row names', () => {
    const sdl = `
      type Query {
        one: Int @data(class: "GHOST")
        rows: [Int] @data(classes: ["KEY", "SPECTRE"])
        filtered(by: Int @data(class: "SHADE")): Int @data(class: "KEY")
      }
      input Wish { text: String @data(class: "PHANTOM") }`;
    expect(faultsOf(sdl)).toEqual([
      'Query.one: policy.csv has no row for GHOST',
      'Query.rows: policy.csv has no row for SPECTRE',
      'Query.filtered(by:): policy.csv has no row for SHADE',
      'Wish.text: policy.csv has no row for PHANTOM',
    ]);
  });

  it('when a field that may be withheld is non-null', () => {
    expect(faultsOf('type Query { name: String! @data(class: "DEMOGRAPHY") }')).toEqual([
      'Query.name: a field that may be withheld must be nullable',
    ]);
  });

  it('when a non-null field is implied only by a type that is also reached by its key', () => {
    const sdl = `
      directive @key(fields: String!) on OBJECT
      type Query { visit: Visit @data(class: "VISIT") }
      type Visit @key(fields: "id") @data(class: "VISIT") { id: ID! @data(class: "KEY") on: String! }`;
    expect(faultsOf(sdl)).toEqual(['Visit.on: a field that may be withheld must be nullable']);
  });

  it('when a non-null field is reached past its class as well', () => {
    const sdl = `
      type Query { visit: Visit @data(class: "VISIT") last: Visit @data(class: "KEY") }
      type Visit @data(class: "VISIT") { on: String! }`;
    expect(faultsOf(sdl)).toEqual(['Visit.on: a field that may be withheld must be nullable']);
  });

  it('when a mask lies on a field that is no text', () => {
    const faults = faultsOf('type Query { age: Int @data(class: "DEMOGRAPHY") @mask(kind: "NAME") }');
    expect(faults).toEqual(['Query.age: only a String can be masked']);
  });

  it('when a mask lies on a list of texts', () => {
    const faults = faultsOf('type Query { names: [String] @data(class: "DEMOGRAPHY") @mask(kind: "NAME") }');
    expect(faults).toEqual(['Query.names: only a String can be masked']);
  });

  it.each([
    ['no text', 'age: Int'],
    ['a text without a mask of its own', 'age: String'],
  ])('when a row masks a class of which a field is %s', (_what, field) => {
    expect(faultsOf(`type Query { ${field} @data(class: "IDENTITY") }`)).toEqual([
      expect.stringMatching(/^Query.age: IDN-\d\d masks IDENTITY, but the field is no String with @mask$/),
    ]);
  });

  it('when @coarsen names a sibling that is not there', () => {
    const sdl = `
      type Query { birthDate: String @data(class: "BIRTH_DATE") @coarsen(to: "ageBand") }
      type Other { ageBand: String @data(class: "DEMOGRAPHY") }`;
    expect(faultsOf(sdl)).toContain('Query.birthDate: @coarsen names Query.ageBand, which is not there');
  });

  it('when a mask that shows digits after the sixth stands beside the birth date', () => {
    const telling = auditing('AUDITOR,*,,,MASK,IDENTIFIER_ENDS', 'AUDITOR,*,,,ALLOW');
    expect(findPolicyFaults(telling, graphOf(''))).toHaveLength(11);
    expect(findPolicyFaults(telling, graphOf(''))).toContain(
      'IDF-01: IDENTIFIER_ENDS beside the birth date that AUDITOR sees for STATISTICS tells the number',
    );
  });

  it('when such a mask and the birth date stand under different conditions of one role and purpose', () => {
    const telling = auditing(
      'AUDITOR,STATISTICS,area,,MASK,IDENTIFIER_ENDS',
      'AUDITOR,STATISTICS,case,,ALLOW',
    );
    expect(findPolicyFaults(telling, graphOf(''))).toHaveLength(1);
  });

  it.each([
    ['the SDL declares for a number, and which a minor is one step stricter by', 'IDENTIFIER_ENDS'],
    ['is made for something else, and shows the end of a number all the same', 'PHONE'],
  ])('when such a mask is one that %s', (_which, kind) => {
    const telling = auditing('AUDITOR,STATISTICS,,,ALLOW,', 'AUDITOR,STATISTICS,,,ALLOW');
    const of = (mask: string) =>
      graphOf(`type Query { number: String @data(class: "IDENTIFIER") @mask(kind: "${mask}") }`);
    expect(findPolicyFaults(telling, of(kind))).toEqual([
      `IDF-01: ${kind} beside the birth date that AUDITOR sees for STATISTICS tells the number`,
    ]);
    expect(findPolicyFaults(telling, of('IDENTIFIER_AREA'))).toEqual([]);
  });

  it('and such a hub does not start: every fault is told', () => {
    const graph = graphOf(
      'type Query { name: String! @data(class: "DEMOGRAPHY") age: Int @data(class: "GHOST") }',
    );
    expect(() => assertPolicyFits(policy, graph, 'the test')).toThrow(
      'The policy does not fit the test.\nQuery.age: policy.csv has no row for GHOST\nQuery.name: a field',
    );
  });
});

describe('policy and graph fit together', () => {
  it.each([
    ['the mask shows the area only', 'AUDITOR,*,,,MASK,IDENTIFIER_AREA', 'AUDITOR,*,,,ALLOW'],
    ['the purposes differ', 'AUDITOR,STATISTICS,,,MASK,IDENTIFIER_ENDS', 'AUDITOR,SUPERVISION_AUDIT,,,ALLOW'],
    ['the roles differ', 'AUDITOR,*,,,MASK,IDENTIFIER_ENDS', 'CITIZEN,*,,,ALLOW'],
    ['the birth date gives way to its band', 'AUDITOR,*,,,MASK,IDENTIFIER_ENDS', 'AUDITOR,*,,,COARSEN'],
  ])('when %s', (_what, identifier, birthDate) => {
    expect(findPolicyFaults(auditing(identifier, birthDate), graphOf(''))).toEqual([]);
  });

  it('when a non-null field is of an open class, or reached only through its own class', () => {
    const sdl = `
      type Query { id: ID! @data(class: "KEY") visit: Visit @data(class: "VISIT") }
      type Visit @data(class: "VISIT") { on: String! page: Page! @data(class: "KEY") }
      type Page @data(class: "VISIT") { note: String! }`;
    expect(faultsOf(sdl)).toEqual([]);
    expect([...narrowingFields(graphOf(sdl), policy.openClasses)]).toEqual(['Query.visit']);
  });

  it('in the supergraph', () => {
    const graph = readGraph(parse(loadSupergraph()), 'the supergraph');
    expect(findPolicyFaults(policy, graph)).toEqual([]);
    expect(graph.fields.size).toBeGreaterThan(200);
  });

  it.each(subgraphNames)('in %s', (name) => {
    expect(() => assertPolicyFits(policy, readGraph(loadTypeDefs(name), name), name)).not.toThrow();
  });
});

describe('the graph', () => {
  it('knows the form of a field: its mask, its coarser sibling, and whether it is one', () => {
    const sdl = `
      type Query @data(class: "IDENTITY") {
        name: String @mask(kind: "NAME")
        birthDate: Int! @coarsen(to: "ageBand")
        ageBand(at: Int @data(class: "KEY")): [String!]
      }`;
    const { fields, inputs } = graphOf(sdl);
    expect(fields.get('Query.name')).toMatchObject({
      mask: 'NAME',
      isString: true,
      isNonNull: false,
      isCoarse: false,
    });
    expect(fields.get('Query.birthDate')).toMatchObject({
      coarser: 'ageBand',
      isNonNull: true,
      isString: false,
    });
    expect(fields.get('Query.ageBand')).toMatchObject({ isCoarse: true, isString: false, leadsTo: 'String' });
    expect(Object.fromEntries(inputs)).toEqual({ 'Query.ageBand(at:)': ['KEY'] });
  });
});
