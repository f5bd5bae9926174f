import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';
import { readGraphClasses } from './schema/lint/graph-classes.ts';
import { findProtectedKeys } from './schema/lint/protected-keys.ts';
import { createSdlRule } from './schema/lint/sdl-rule.ts';
import { findStyleFaults } from './schema/lint/style-faults.ts';

/** Places where a value from outside becomes one of ours, and nothing but a cast can say so. */
const checkedBorders = [
  'subgraphs/kit/env.ts',
  'gateway/federation/generation.ts',
  'gateway/federation/ask/project.ts',
  'schema/cut/fill-nulls.ts',
  'subgraphs/kit/access/shield-module.ts',
  'tests/**/*.ts',
];

/** Beside `process.env`, every other way to the same object. */
const environment =
  ":matches(MemberExpression[object.name='process'][property.name='env'], MemberExpression[object.name='process'][property.value='env'], MemberExpression[object.property.name='process'][property.name='env'], VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env'], [source.value=/^(node:)?process$/])";

const notAllowed = {
  enum: { selector: 'TSEnumDeclaration', message: 'Erasable syntax only: a union of strings.' },
  defaultExport: {
    selector: ":matches(ExportDefaultDeclaration, ExportSpecifier[exported.name='default'])",
    message: 'Named exports only.',
  },
  environment: {
    selector: environment,
    message: 'The environment is read in subgraphs/kit/env.ts and nowhere else.',
  },
  emptyCatch: {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message: 'Catch only where you can act; a comment is no act.',
  },
  importEnding: {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ImportExpression)[source.value=/^\\.{1,2}\\u002F(?!.*\\.(ts|mjs)$)/]',
    message: 'Imports end in .ts: Node runs the files as they are.',
  },
  console: {
    selector: '[source.value=/^(node:)?console$/]',
    message: 'Only subgraphs/kit/log.ts writes a log.',
  },
  impure: {
    selector:
      ":matches(CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Math'][callee.property.name='random'])",
    message: 'Time and chance come in as arguments.',
  },
  reexport: { selector: 'ExportAllDeclaration', message: 'No files of re-exports.' },
};

const house = {
  rules: {
    'file-names': {
      create: (context) => ({
        Program: (node) => {
          const name = context.filename
            .split('/')
            .at(-1)
            .replace(/(\.test)?\.[^.]+$/, '');
          const isKebab = /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name);
          const isVague = ['index', 'utils', 'util', 'helpers', 'common', 'misc'].includes(name);
          if (!isKebab || isVague)
            context.report({
              node,
              message: `A file is named for its one idea, in kebab-case: not "${name}".`,
            });
        },
      }),
    },
    'todo-with-date': {
      create: (context) => ({
        Program: () => {
          for (const comment of context.sourceCode.getAllComments()) {
            if (/\b(TODO|FIXME)\b/i.test(comment.value) && !/\d{4}-\d{2}-\d{2} \S+/.test(comment.value)) {
              context.report({ loc: comment.loc, message: 'A TODO has a date and an owner.' });
            }
          }
        },
      }),
    },
  },
};

/** The rules of `no-restricted-syntax` but for those named: a later block replaces the list of an earlier one. */
const restrictedBut = (...exempt) => [
  'error',
  ...Object.entries(notAllowed).flatMap(([name, rule]) => (exempt.includes(name) ? [] : [rule])),
];

export default tseslint.config(
  {
    ignores: ['node_modules/**', '.data/**', '**/resolver-types.ts', 'schema/supergraph.graphql', '**/*.cjs'],
  },
  {
    files: ['**/*.ts', 'subgraphs/**/*.mjs'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': restrictedBut('impure'),
      'house/file-names': 'error',
      'house/todo-with-date': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Crashes on a union without declarations.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off', // only of strings, where code points are what is meant
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off', // interfaces here have no `this`
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['subgraphs/kit/env.ts', 'gateway/federation/telemetry-off.ts'],
    rules: { 'no-restricted-syntax': restrictedBut('impure', 'environment') },
  },
  {
    files: ['subgraphs/*/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': restrictedBut(),
      'no-restricted-globals': [
        'error',
        'process',
        'performance',
        'crypto',
        'fetch',
        'setTimeout',
        'setInterval',
      ],
    },
  },
  {
    // It is copied alone to machines without the hub, so it cannot be parted.
    files: ['subgraphs/integrity/certificate/verify-alone.mjs'],
    rules: { 'max-lines': ['error', { max: 350 }] },
  },
  { files: checkedBorders, rules: { '@typescript-eslint/consistent-type-assertions': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 350 }],
      'no-restricted-syntax': restrictedBut('impure', 'environment'),
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
    },
  },
  {
    // jest asks for a default export of these two.
    files: ['tests/support/global-setup.ts', 'tests/support/global-teardown.ts'],
    rules: { 'no-restricted-syntax': restrictedBut('impure', 'environment', 'defaultExport') },
  },
  {
    files: ['schema/**/*.graphql'],
    ignores: ['schema/operations/**'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './schema/supergraph.graphql' } },
    },
    plugins: {
      '@graphql-eslint': graphql,
      sdl: {
        rules: {
          style: createSdlRule(findStyleFaults),
          'protected-keys': createSdlRule((sdl) => findProtectedKeys(sdl, readGraphClasses())),
        },
      },
    },
    rules: {
      'sdl/style': 'error',
      'sdl/protected-keys': 'error',
      '@graphql-eslint/description-style': ['error', { style: 'block' }],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          InputObjectTypeDefinition: { style: 'PascalCase', requiredSuffixes: ['Input'] },
          'FieldDefinition[parent.name.value=Query]': { forbiddenPrefixes: ['query'] },
        },
      ],
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      '@graphql-eslint/unique-enum-value-names': 'error',
    },
  },
);
