import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getVariableValues, GraphQLError, Kind, parse, specifiedRules, validate } from 'graphql';
import { errorCodes } from '../../schema/codes.ts';
import { createFormatError, type Failure } from '../../gateway/operations/format-error.ts';
import { createReadiness } from '../../gateway/operations/readiness.ts';
import { messageWithoutValues } from '../../gateway/operations/without-values.ts';

const format = (error: GraphQLError) => {
  const failures: Failure[] = [];
  const formatted = createFormatError({
    onInternal: (failure) => failures.push(failure),
    createId: () => 'f1',
  })(error.toJSON(), error);
  return { formatted, failures };
};

describe('formatError', () => {
  it.each([['DOWNSTREAM_SERVICE_ERROR'], ['INTERNAL_SERVER_ERROR'], [undefined], [7], ['constructor']])(
    'tells nothing of an error with the code %s',
    (code) => {
      const error = new GraphQLError('password at 10.0.0.7', {
        path: ['a', 0],
        extensions: { code, query: 'select' },
      });
      const { formatted, failures } = format(error);
      expect(formatted).toEqual({
        message: 'The hub failed. The failure is logged under id f1.',
        path: ['a', 0],
        extensions: { code: 'INTERNAL' },
      });
      expect(failures).toEqual([{ failureId: 'f1', error }]);
    },
  );

  it.each(errorCodes)('lets %s pass with its message, and only what may stand beside it', (code) => {
    const extensions = {
      code,
      limit: 'depth',
      allowed: 1,
      found: 2,
      argument: 'A.b(c:)',
      stacktrace: ['x'],
      serviceName: 'y',
    };
    const { formatted, failures } = format(new GraphQLError('Told.', { extensions }));
    const { stacktrace: _stacktrace, serviceName: _serviceName, ...shown } = extensions;
    expect([formatted, failures]).toEqual([{ message: 'Told.', extensions: shown }, []]);
  });
});

describe('a message of graphql-js', () => {
  const schema = buildSchema(`
    enum E { AAA BBB }
    input I { n: Int  e: E  f: Float  b: Boolean  s: String  i: ID  list: [Int!]  inner: I }
    type Query { field(i: I, n: Int!, s: String): Query  other: E }
  `);
  const secret = '359999199001011234';
  const literals = fc.constantFrom(
    secret,
    `"${secret}"`,
    `"""${secret}"""`,
    `-${secret}.5`,
    `X${secret}`,
    `[${secret}]`,
    `["a: ${secret}"]`,
    `{ n: "${secret}" }`,
    `{ inner: { e: X${secret} } }`,
    `"Did you mean ${secret} \\" : ${secret}"`,
  );

  it('repeats no literal and suggests nothing', () => {
    const places = fc
      .constantFrom('i', 'n', 's')
      .chain((argument) => literals.map((literal) => `${argument}: ${literal}`));
    const inside = fc
      .constantFrom('n', 'e', 'f', 'b', 's', 'i', 'list', 'inner')
      .chain((field) => literals.map((literal) => `i: { ${field}: ${literal} }`));
    fc.assert(
      fc.property(fc.oneof(places, inside), (argument) => {
        const errors = validate(schema, parse(`{ fiel field(${argument}) { othe } }`), specifiedRules);
        const told = errors.map(messageWithoutValues).join('\n');
        expect(told).toContain('Cannot query field "othe" on type "Query".');
        expect(told).not.toMatch(new RegExp(`${secret}|did you mean`, 'i'));
      }),
      { numRuns: 300 },
    );
  });

  it('on a syntax error quotes no value', () => {
    fc.assert(
      fc.property(literals, fc.constantFrom('{ ', '{ a(', 'query (', '{ a @b(c: '), (literal, before) => {
        const text = `${before}${literal} ]`;
        expect(() => parse(text)).toThrow(GraphQLError);
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          expect(messageWithoutValues(error).replace(`Name "X${secret}"`, 'Name')).not.toContain(secret);
        }
      }),
    );
  });

  it('on a variable quotes no value', () => {
    const [operation] = parse('query ($i: I, $n: Int!) { other }').definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    const variables = { i: { n: secret, [secret]: 1 } };
    const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    expect(errors.map(messageWithoutValues)).toEqual([
      'Variable "$i": expected a value of its type, found another.',
      'Variable "$i": expected a value of its type, found another.',
      'Variable "$n" of required type "Int!" was not provided.',
    ]);
  });
});

describe('readiness', () => {
  it('refuses a check that nobody waits for', () => {
    expect(() => createReadiness(['data']).set('daat', true)).toThrow(
      'Nobody waits for "daat", only for data',
    );
  });
});
