import { describe, expect, it } from '@jest/globals';
import { parse, print, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import fc from 'fast-check';
import { coordinates, cutAndRun, keptKey, world, type Verdicts } from '../support/cut-world.ts';

const withhold = (...names: readonly string[]): Verdicts =>
  Object.fromEntries(names.map((name) => [name, 'WITHHOLD']));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const cases: readonly (readonly [string, string, Verdicts, object?])[] = [
  ['a field', '{ dog { name age } }', withhold('Dog.age')],
  ['the only field of a selection', '{ dog { name } }', withhold('Dog.name')],
  ['the only field of an operation', '{ pet { name } }', withhold('Query.pet')],
  ['aliases of one field', '{ dog { a: name b: name c: age } }', withhold('Dog.name')],
  ['a field under the name of another', '{ dog { name: age age: name } }', withhold('Dog.age')],
  [
    'a field of a named fragment',
    '{ dog { ...F } pet { ...F } } fragment F on Pet { name age }',
    withhold('Dog.age'),
  ],
  [
    'fragments in fragments',
    '{ dog { ...F } } fragment F on Dog { ...G age } fragment G on Dog { name }',
    withhold('Dog.name', 'Dog.age'),
  ],
  ['an inline fragment', '{ pets { ... on Dog { tag name } ... on Cat { name } } }', withhold('Dog.name')],
  [
    'a field of an interface, of one of its types',
    '{ pets { name age friend { name } } }',
    withhold('Cat.name'),
  ],
  ['a field of an interface, of all its types', '{ pets { name age } }', withhold('Cat.name', 'Dog.name')],
  [
    'siblings at one response key with different rights',
    '{ pets { ... on Dog { x: name } ... on Cat { x: name } } }',
    withhold('Dog.name'),
  ],
  [
    'one response key, two fields',
    '{ search { ... on Dog { x: name } ... on Owner { x: name } __typename } }',
    withhold('Owner.name'),
  ],
  ['lists of lists', '{ walks { name age } }', withhold('Dog.age')],
  ['a field that is skipped', '{ dog { name @skip(if: true) age } }', withhold('Dog.name')],
  [
    'a field that a variable includes',
    'query ($x: Boolean!) { dog { name @include(if: $x) age } }',
    withhold('Dog.name'),
    { x: true },
  ],
  [
    'a field that a variable leaves out',
    'query ($x: Boolean!) { dog { name @include(if: $x) age } }',
    withhold('Dog.name'),
    { x: false },
  ],
  [
    'a fragment that a variable leaves out',
    'query ($x: Boolean!) { dog { ... @include(if: $x) { name } age } }',
    withhold('Dog.name'),
    { x: false },
  ],
  [
    'a field that takes a variable',
    'query ($id: ID) { owner(id: $id) { name } dog { name } }',
    withhold('Query.owner'),
    { id: 'o' },
  ],
  [
    'what may not be null, up to where null is allowed',
    '{ pet { name } dog { name owner { pets { ... on Dog { tag } } } } }',
    withhold('Dog.tag'),
  ],
  ['what may not be null anywhere', '{ dog { name tag } }', withhold('Dog.tag')],
  ['what may not be null in a list that may', '{ pets { ... on Cat { lives } } }', withhold('Cat.lives')],
  [
    'a list whose elements may not be null',
    '{ search { ... on Dog { bones { size } } } }',
    withhold('Bone.size'),
  ],
  [
    'prototype names',
    '{ dog { constructor: name toString: age hasOwnProperty: tag } }',
    withhold('Dog.name'),
  ],
];

describe('an operation that is cut', () => {
  it.each(cases.map(([what, text, verdicts, variables = {}]) => [what, text, verdicts, variables] as const))(
    'answers as if what was denied were null: %s',
    (_what, text, verdicts, variables) => {
      const { filled, expected, cut } = cutAndRun(text, verdicts, variables);
      expect(plain(filled)).toEqual(plain(expected));
      expect(JSON.stringify(filled)).toBe(JSON.stringify(expected));
      expect(cut.document).not.toBeNull();
    },
  );

  it('keeps the one operation, and the fragments and variables that it still uses', () => {
    const text = `query A($a: ID, $b: Boolean!) { owner(id: $a) { name } dog { ...F name @skip(if: $b) } }
      query B { dog { ...G } } fragment F on Dog { age } fragment G on Dog { name }`;
    const { asked } = cutAndRun(text, withhold('Query.owner', 'Dog.age'), { b: false }, 'A');
    expect(print(asked)).toBe(print(parse('query A($b: Boolean!) { dog { name @skip(if: $b) } }')));
  });

  it('tells every place once, with its coordinate and a path without indexes', () => {
    const text = '{ a: pets { ...F } b: dog { ...F ...F } } fragment F on Pet { name }';
    const { cut } = cutAndRun(text, withhold('Dog.name'));
    expect(cut.removed.map(({ path, coordinate }) => [path.join('.'), coordinate])).toEqual([
      ['a.@.name', 'Dog.name'],
      ['b.name', 'Dog.name'],
    ]);
  });

  it('does not tell of what a directive leaves out', () => {
    const text = 'query ($x: Boolean!) { dog { name @include(if: $x) age } }';
    expect(cutAndRun(text, withhold('Dog.name'), { x: false }).cut.removed).toEqual([]);
  });

  it('does not lay out a document without end', () => {
    const names = Array.from({ length: 12 }, (_, index) => `F${index}`);
    const fragments = names.map((name, index) => {
      const next = names[index + 1];
      return `fragment ${name} on Dog { ${next ? `...${next} ...${next}` : 'name age'} }`;
    });
    const { cut } = cutAndRun(`{ dog { ...F0 } } ${fragments.join(' ')}`, withhold('Dog.name'));
    expect(cut.removed).toHaveLength(1);
  });

  it('that has lost nothing is the one that was asked', () => {
    const { cut, filled, expected } = cutAndRun('{ pets { name ... on Dog { tag } } }', {});
    expect([cut.document, cut.removed]).toEqual([null, []]);
    expect(plain(filled)).toEqual(plain(expected));
  });
});

/** Random operations over the world: aliases, fragments, directives, at most five deep. */
const fieldsOf: Readonly<Record<string, readonly (readonly [string, string | null])[]>> = {
  Query: [
    ['dog', 'Dog'],
    ['pet', 'Pet'],
    ['pets', 'Pet'],
    ['walks', 'Dog'],
    ['search', 'Result'],
    ['owner', 'Owner'],
  ],
  Pet: [
    ['name', null],
    ['age', null],
    ['friend', 'Pet'],
    ['__typename', null],
  ],
  Dog: [
    ['name', null],
    ['age', null],
    ['friend', 'Pet'],
    ['tag', null],
    ['bone', 'Bone'],
    ['bones', 'Bone'],
    ['owner', 'Owner'],
  ],
  Cat: [
    ['name', null],
    ['age', null],
    ['friend', 'Pet'],
    ['lives', null],
  ],
  Bone: [
    ['size', null],
    ['smell', null],
  ],
  Owner: [
    ['id', null],
    ['name', null],
    ['pets', 'Pet'],
  ],
  Result: [['__typename', null]],
};
const conditions: Readonly<Record<string, readonly string[]>> = {
  Pet: ['Pet', 'Dog', 'Cat'],
  Result: ['Dog', 'Owner'],
  Dog: ['Dog', 'Pet'],
  Cat: ['Cat', 'Pet'],
};
const directive = fc.constantFrom('', '', '', '@include(if: $x)', '@skip(if: $x)', '@skip(if: true)');

function selection(type: string, depth: number): fc.Arbitrary<string> {
  const fields = (fieldsOf[type] ?? []).filter(([, to]) => to === null || depth > 0);
  const field = fc
    .tuple(fc.constantFrom(...fields), directive, fc.boolean())
    .chain(([[name, to], when, isAliased]) => {
      // One response key, one field: the alias says which.
      const head = `${isAliased && name !== '__typename' ? `k${name}: ` : ''}${name} ${when}`;
      return to === null ? fc.constant(head) : selection(to, depth - 1).map((below) => `${head} ${below}`);
    });
  const kinds = conditions[type] ?? [];
  const part =
    kinds.length === 0 || depth === 0
      ? field
      : fc.oneof(
          { weight: 3, arbitrary: field },
          {
            weight: 1,
            arbitrary: fc
              .tuple(fc.constantFrom(...kinds), directive)
              .chain(([kind, when]) =>
                selection(kind, depth - 1).map((below) => `... on ${kind} ${when} ${below}`),
              ),
          },
        );
  return fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `{ ${parts.join(' ')} }`);
}

const verdictsOf = fc
  .array(fc.tuple(fc.constantFrom(...coordinates), fc.constantFrom('WITHHOLD' as const, 'ABSENT' as const)), {
    maxLength: 6,
  })
  .map((pairs): Verdicts => Object.fromEntries(pairs));

describe('every operation that is cut', () => {
  const operation = selection('Query', 4).map((body) => `query ($x: Boolean!) ${body} `);

  it('asks nothing that is denied, is valid, and answers as the original would with null there', () => {
    fc.assert(
      fc.property(operation, verdictsOf, fc.boolean(), (text, verdicts, x) => {
        // A variable that nothing uses makes a document invalid.
        const used = text.includes('$x)') ? text : text.replace('query ($x: Boolean!)', '');
        fc.pre(validate(world, parse(used)).length === 0);
        const { asked, filled, expected } = cutAndRun(used, verdicts, used.includes('$x') ? { x } : {});
        expect(validate(world, asked)).toEqual([]);
        const info = new TypeInfo(world);
        visit(
          asked,
          visitWithTypeInfo(info, {
            Field: ({ name }) => {
              const parent = info.getParentType();
              for (const type of parent
                ? ((world.getPossibleTypes as (of: unknown) => readonly { name: string }[] | undefined).call(
                    world,
                    parent,
                  ) ?? [parent])
                : [])
                expect(verdicts[`${type.name}.${name.value}`] ?? 'ASK').toBe('ASK');
            },
          }),
        );
        expect(JSON.stringify(filled)).toBe(JSON.stringify(expected));
        expect(JSON.stringify(filled)).not.toContain(keptKey);
      }),
      { numRuns: 2_000 },
    );
  });
});
