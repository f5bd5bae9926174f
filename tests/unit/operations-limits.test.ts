import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getIntrospectionQuery, Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';
import { findRefusal } from '../../schema/limits/check-limits.ts';
import { defaultLimits, type Limits } from '../../schema/limits/limits.ts';
import { countingEnds, measureOperations } from '../../schema/limits/measure.ts';

/** Fields, depth and width as anybody would count them who had the time: every spread is walked again. */
const measureNaively = (
  document: DocumentNode,
  { selections }: SelectionSetNode,
): readonly [number, number, number] => {
  let [fields, depth, width] = [0, 0, 0];
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const [f, d] = selection.selectionSet ? measureNaively(document, selection.selectionSet) : [0, 0];
      [fields, depth, width] = [fields + 1 + f, Math.max(depth, d + 1), width + 1];
      continue;
    }
    const inside =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : document.definitions
            .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
            .find(({ name }) => name.value === selection.name.value)?.selectionSet;
    const [f, d, w] = inside ? measureNaively(document, inside) : [0, 0, 0];
    [fields, depth, width] = [fields + f, Math.max(depth, d), width + w];
  }
  return [fields, depth, width];
};

/** A selection that spreads only fragments from `from` on, so that none reaches itself. */
const selectionFrom = (from: number, fragments: number, levels: number): fc.Arbitrary<string> => {
  const parts: fc.Arbitrary<string>[] = [fc.constantFrom('a', 'b', 'x: c')];
  if (from < fragments)
    parts.push(fc.integer({ min: from, max: fragments - 1 }).map((index) => `...f${index}`));
  if (levels > 0) {
    const inner = selectionFrom(from, fragments, levels - 1);
    parts.push(
      inner.map((text) => `a ${text}`),
      inner.map((text) => `... ${text}`),
    );
  }
  return fc.array(fc.oneof(...parts), { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`);
};

const documents = fc
  .integer({ min: 0, max: 4 })
  .chain((fragments) =>
    fc
      .tuple(
        selectionFrom(0, fragments, 3),
        ...Array.from({ length: fragments }, (_, index) => selectionFrom(index + 1, fragments, 2)),
      )
      .map(([operation, ...rest]) =>
        [operation, ...rest.map((text, index) => `fragment f${index} on T ${text}`)].join('\n'),
      ),
  );

/** Each fragment spreads the next one several times. */
const bomb = (fragments: number, spreads: number): string => {
  const names = Array.from({ length: fragments }, (_, index) => `f${index}`);
  const bodies = names.map((name, index) => {
    const inside = index + 1 < fragments ? `...f${index + 1} `.repeat(spreads) : 'a '.repeat(spreads);
    return `fragment ${name} on T { ${inside}}`;
  });
  return `{ ...f0 } ${bodies.join('\n')}`;
};

describe('measuring an operation', () => {
  it('ends for fragments that spread themselves and each other', () => {
    const document = parse(
      '{ a ...f } fragment f on T { b ...g } fragment g on T { c ...f ...g ...nowhere }',
    );
    expect(measureOperations(document)).toEqual([{ depth: 1, fields: 3, width: 3 }]);
  });

  it('looks at each selection of a fragment bomb once', () => {
    const document = parse(bomb(120, 5));
    let looks = 0;
    for (const definition of document.definitions) {
      if (!('selectionSet' in definition)) continue;
      const { selections } = definition.selectionSet;
      Object.defineProperty(definition.selectionSet, 'selections', { get: () => ((looks += 1), selections) });
    }
    expect(measureOperations(document)).toEqual([{ depth: 1, fields: countingEnds, width: countingEnds }]);
    expect(looks).toBe(document.definitions.length);
  });

  it('counts what a naive expansion counts', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = parse(text);
        const [operation] = document.definitions;
        if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
        const [fields, depth, width] = measureNaively(document, operation.selectionSet);
        expect(measureOperations(document)).toEqual([{ fields, depth, width }]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the limits', () => {
  it('say "more than" where counting ended early', () => {
    expect(findRefusal(bomb(100, 5), defaultLimits)?.message).toBe(
      'Too many fields: more than 1,000,000 after expanding fragments, 1,000 are allowed.',
    );
  });

  it('count tokens before anything is parsed, and no further than they must', () => {
    const brackets = `{ a(b: ${'['.repeat(250_000)}`;
    expect(findRefusal(brackets, defaultLimits)?.message).toBe(
      'Too long: more than 2,000 tokens, 2,000 are allowed.',
    );
  });

  it('take the largest of several operations', () => {
    const text = 'query A { a } query B { a { a } } query C { a }';
    expect(findRefusal(text, { ...defaultLimits, depth: 1 })?.extensions).toMatchObject({
      limit: 'depth',
      found: 2,
    });
  });

  it.each([['{ a'], ['"'], ['\u0000'], ['{ a(b: "'], ['']])(
    'leave to the parser what cannot be read: %j',
    (text) => {
      expect(findRefusal(text, defaultLimits)).toBeNull();
    },
  );

  it('are inclusive', () => {
    const tight = {
      ...defaultLimits,
      tokens: 12,
      depth: 2,
      aliases: 1,
      rootFields: 2,
      directives: 1,
      fields: 3,
    };
    expect(findRefusal('{ x: a @b { a } ...f } fragment f on T { a }', { ...tight, tokens: 20 })).toBeNull();
    expect(findRefusal('{ x: a @b { a } b c }', tight)?.extensions).toMatchObject({
      limit: 'fields',
      found: 4,
    });
  });

  it('let the introspection of the usual tools pass', () => {
    const query = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(findRefusal(query, defaultLimits)).toBeNull();
  });

  const contract = new URL('../../schema/operations/', import.meta.url);
  const operations = readdirSync(contract);

  it.each(operations)('let %s of the contract pass, and would at half of what they are', (file) => {
    const half: Limits = {
      ...defaultLimits,
      tokens: defaultLimits.tokens / 2,
      depth: Math.floor(defaultLimits.depth / 2),
      aliases: defaultLimits.aliases / 2,
      rootFields: defaultLimits.rootFields / 2,
      directives: defaultLimits.directives / 2,
      fields: defaultLimits.fields / 2,
    };
    expect(findRefusal(readFileSync(new URL(file, contract), 'utf8'), half)).toBeNull();
  });
});
