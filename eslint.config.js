import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Places where a value from outside becomes one of ours, and nothing but a cast can say so. */
const checkedBorders = [
  'subgraphs/kit/env.ts',
  'gateway/federation/**/*.ts',
  'tests/**/*.ts',
  'seeds/database/*.ts',
];

const notAllowed = {
  enum: { selector: 'TSEnumDeclaration', message: 'Erasable syntax only: a union of strings.' },
  defaultExport: { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  environment: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read in subgraphs/kit/env.ts and nowhere else.',
  },
  elseAfterReturn: {
    selector: 'IfStatement > ReturnStatement.consequent ~ *.alternate',
    message: 'No else after return.',
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
          const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
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

const sdlRules = {
  'naming-by-kind': {
    create: (context) => ({
      FieldDefinition: (node) => {
        const name = node.name.value;
        const type = typeName(node.gqlType ?? node.type);
        const report = (message) => context.report({ node: node.name, message });
        if (/[a-z]At$/.test(name) && type !== 'DateTime') report(`${name} is a moment: DateTime.`);
        if (/[a-z]On$/.test(name) && type !== 'Date') report(`${name} is a day: Date.`);
        if (type === 'Boolean' && !/^(is|has|can|viewerCan)[A-Z]/.test(name))
          report(`${name} is a Boolean: is…, has…, can….`);
        if (type.endsWith('Connection')) {
          const given = new Set(node.arguments.map((argument) => argument.name.value));
          if (!given.has('first') || !given.has('after')) report(`${name} is a connection: first and after.`);
        }
      },
    }),
  },
};

function typeName(type) {
  return type.name?.value ?? typeName(type.gqlType ?? type.type);
}

export default tseslint.config(
  {
    ignores: ['node_modules/**', '.data/**', '**/resolver-types.ts', 'schema/supergraph.graphql', '**/*.cjs'],
  },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        notAllowed.enum,
        notAllowed.defaultExport,
        notAllowed.environment,
        notAllowed.reexport,
      ],
      'house/file-names': 'error',
      'house/todo-with-date': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
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
    rules: { 'no-restricted-syntax': ['error', notAllowed.enum, notAllowed.defaultExport] },
  },
  {
    files: ['subgraphs/*/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...Object.values(notAllowed)] },
  },
  { files: checkedBorders, rules: { '@typescript-eslint/consistent-type-assertions': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 350 }],
      'no-restricted-syntax': ['error', notAllowed.enum],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['schema/**/*.graphql'],
    ignores: ['schema/operations/**'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './schema/supergraph.graphql' } },
    },
    plugins: { '@graphql-eslint': graphql, sdl: { rules: sdlRules } },
    rules: {
      'sdl/naming-by-kind': 'error',
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
          'FieldDefinition[parent.name.value=Query]': { forbiddenPrefixes: ['get', 'list', 'query'] },
        },
      ],
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/require-deprecation-date': 'off',
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
