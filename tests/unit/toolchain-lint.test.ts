import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProject, hubRoot, type ToolchainProject } from '../support/toolchain-project.ts';

const fileOf = (lines: number): string => 'export {};\n'.repeat(lines);
const moduleUrl = (path: string): string => pathToFileURL(join(hubRoot, path)).href;

/** The real rules without those that need the types of a whole program, of which these sources are no part. */
const config = `
import hub from '${moduleUrl('eslint.config.js')}';
import tseslint from '${moduleUrl('node_modules/typescript-eslint/dist/index.js')}';

export default [...hub, { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }];
`;

type Breach = readonly [claim: string, path: string, source: string, said: string];

const breaches: readonly Breach[] = [
  ['a file over 250 lines', 'gateway/long.ts', fileOf(251), 'max-lines'],
  ['a test over 350 lines', 'tests/unit/long.test.ts', fileOf(351), 'max-lines'],
  ['process.env', 'gateway/a-env.ts', 'export const port = process.env.PORT;', 'kit/env.ts'],
  ["process['env']", 'gateway/b-env.ts', "export const all = process['env'];", 'kit/env.ts'],
  ['globalThis.process.env', 'gateway/c-env.ts', 'export const all = globalThis.process.env;', 'kit/env.ts'],
  ['env taken out of process', 'gateway/d-env.ts', 'export const { env } = process;', 'kit/env.ts'],
  ['env out of node:process', 'gateway/e-env.ts', "export { env } from 'node:process';", 'kit/env.ts'],
  [
    'an import of node:process',
    'gateway/f-env.ts',
    "import { env } from 'node:process';\nexport const e = env;",
    'kit/env.ts',
  ],
  ['console', 'gateway/talks.ts', "export const say = () => console.log('here');", 'no-console'],
  [
    'an import of node:console',
    'gateway/talks-on.ts',
    "import { log } from 'node:console';\nlog('here');",
    'kit/log.ts',
  ],
  ['any', 'gateway/any.ts', 'export const read = (value: any): string => value.name;', 'no-explicit-any'],
  [
    'a non-null assertion',
    'gateway/sure.ts',
    'export const sure = (text: string | null) => text!.length;',
    'no-non-null-assertion',
  ],
  [
    'a cast',
    'gateway/cast.ts',
    'export const name = (value: unknown) => value as string;',
    'consistent-type-assertions',
  ],
  ['an enum', 'gateway/colours.ts', 'export enum Colour { Red }', 'union of strings'],
  ['a namespace', 'gateway/space.ts', 'export namespace Space { export const here = 1; }', 'no-namespace'],
  ['a default export', 'gateway/default.ts', 'export default 1;', 'Named exports'],
  [
    'a default export by name',
    'gateway/default-too.ts',
    'const one = 1;\nexport { one as default };',
    'Named exports',
  ],
  ['an export of everything', 'gateway/all.ts', "export * from './cast.ts';", 're-exports'],
  [
    'an import without ending',
    'gateway/bare.ts',
    "import { name } from './cast';\nexport const n = name;",
    'Imports end in .ts',
  ],
  [
    'an import ending in .js',
    'gateway/js.ts',
    "import { name } from './cast.js';\nexport const n = name;",
    'Imports end in .ts',
  ],
  [
    'an empty catch',
    'gateway/swallow.ts',
    'export function go() { try { go(); } catch {} }',
    'Catch only where',
  ],
  [
    'a catch with a comment alone',
    'gateway/excuse.ts',
    'export function go() { try { go(); } catch { /* later */ } }',
    'Catch only where',
  ],
  [
    'an else after return',
    'gateway/else.ts',
    'export function f(a: boolean) { if (a) { return 1; } else { return 2; } }',
    'no-else-return',
  ],
  ['a TODO without date and owner', 'gateway/todo.ts', '// TODO: mend\nexport {};', 'todo-with-date'],
  ['a file name not in kebab-case', 'gateway/someThing.ts', 'export {};', 'file-names'],
  ['a file named utils', 'gateway/utils.ts', 'export {};', 'file-names'],
  ['a file named index', 'gateway/index.ts', 'export {};', 'file-names'],
  [
    'the clock in a domain',
    'subgraphs/grids/domain/now.ts',
    'export const now = () => Date.now();',
    'come in as arguments',
  ],
  [
    'a new Date in a domain',
    'subgraphs/grids/domain/today.ts',
    'export const now = () => new Date();',
    'come in as arguments',
  ],
  [
    'chance in a domain',
    'subgraphs/grids/domain/chance.ts',
    'export const draw = () => Math.random();',
    'come in as arguments',
  ],
  [
    'random ids in a domain',
    'subgraphs/grids/domain/ids.ts',
    'export const id = () => crypto.randomUUID();',
    'no-restricted-globals',
  ],
  ['an undescribed type', 'schema/a.graphql', 'type A { """B.""" b: Int }', 'require-description'],
  ['an undescribed field', 'schema/b.graphql', '"""A.""" type A { b: Int }', 'require-description'],
  [
    'an undescribed argument',
    'schema/c.graphql',
    '"""A.""" type A { """B.""" b(c: Int): Int }',
    'require-description',
  ],
  ['an undescribed enum value', 'schema/d.graphql', '"""A.""" enum A { B }', 'require-description'],
  [
    'an undescribed input field',
    'schema/e.graphql',
    '"""A.""" input AInput { b: Int }',
    'require-description',
  ],
  ['an undescribed directive', 'schema/f.graphql', 'directive @a on OBJECT', 'require-description'],
  [
    'a description that is no block',
    'schema/g.graphql',
    '"A." type A { """B.""" b: Int }',
    'description-style',
  ],
  [
    'a description after a hashtag',
    'schema/h.graphql',
    '# A.\ntype A { """B.""" b: Int }',
    'no-hashtag-description',
  ],
  [
    'an input not named Input',
    'schema/i.graphql',
    '"""A.""" input A { """B.""" b: Int }',
    'naming-convention',
  ],
  ['a field in snake_case', 'schema/j.graphql', '"""A.""" type A { """B.""" b_c: Int }', 'naming-convention'],
  ['an enum value in lower case', 'schema/k.graphql', '"""A.""" enum A { """B.""" b }', 'naming-convention'],
  ['a moment that is a Date', 'schema/l.graphql', '"""A.""" type A { """B.""" doneAt: Date }', 'sdl/style'],
  [
    'a number in a key',
    'schema/m.graphql',
    '"""A.""" type Person @key(fields: "idNumber") { """B.""" idNumber: ID }',
    'sdl/protected-keys',
  ],
];

const lawful: Readonly<Record<string, string>> = {
  'gateway/just-fits.ts': fileOf(250),
  'tests/unit/just-fits.test.ts': fileOf(350),
  'tests/authorisation.matrix.test.ts': "export const level = process.env['LOG_LEVEL'];\n",
  'subgraphs/kit/env.ts': "export const port = process.env['PORT'];\n",
  'gateway/federation/telemetry-off.ts': "process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';\n",
  'tests/support/global-setup.ts': 'export default function setUp(): void {}\n'.replace(
    '{}',
    '{\n  void 0;\n}',
  ),
  'subgraphs/grids/domain/law.ts': 'export const daysOf = (now: Date) => now.toISOString().slice(0, 10);\n',
  'gateway/clock.ts':
    "import { daysOf } from './just-fits.ts';\nexport const now = () => daysOf(new Date());\n",
  'gateway/dated.ts':
    '// TODO 2026-12-01 D10: drop with the old register.\nexport const kinds = [1] as const;\n',
  'schema/n.graphql': '"""A."""\ntype A {\n  """B."""\n  doneAt: DateTime\n}\n',
  'gateway/says.ts': "process.stdout.write('ready');\n",
};

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

describe('the linter', () => {
  let project: ToolchainProject;
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    project = await createProject({
      ...lawful,
      'package.json': '{"type":"module"}',
      'eslint.config.js': config,
      'schema/supergraph.graphql': 'type Query { here: Int }',
      ...Object.fromEntries(breaches.map(([, path, source]) => [path, source])),
    });
    const files = (await project.findings(
      'node_modules/.bin/eslint',
      '.',
      '--format',
      'json',
    )) as readonly Linted[];
    found = new Map(
      files.map(({ filePath, messages }) => [
        filePath.slice(project.folder.length + 1),
        messages.map(({ ruleId, message }) => `${String(ruleId)}: ${message}`),
      ]),
    );
  });

  afterAll(() => project.remove());

  it.each(breaches)('stops %s (%s)', (_claim, path, _source, said) => {
    expect(found.get(path)?.join('\n')).toContain(said);
  });

  it.each(Object.keys(lawful))('leaves %s alone', (path) => {
    expect(found.get(path)).toEqual([]);
  });
});
