import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createProject, hubRoot, type ToolchainProject } from '../support/toolchain-project.ts';

const to = (...targets: readonly string[]): string =>
  [...targets.map((target) => `import '${target}';`), 'export const here = 1;', ''].join('\n');

const packages = ['@apollo/server', 'graphql-shield', 'graphql-middleware', 'graphql'];

/** Lawful rooms first, so that each breach below has something real to point at. */
const lawful: Readonly<Record<string, string>> = {
  'tsconfig.json': readFileSync(join(hubRoot, 'tsconfig.json'), 'utf8'),
  '.dependency-cruiser.cjs': readFileSync(join(hubRoot, '.dependency-cruiser.cjs'), 'utf8'),
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: Object.fromEntries(packages.map((name) => [name, '*'])),
  }),
  ...Object.fromEntries(
    packages.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'export const here = 1;\n'],
    ]),
  ),
  'schema/codes.ts': to('graphql'),
  'seeds/cast.ts': to('../schema/codes.ts'),
  'seeds/load.ts': to('../schema/codes.ts'),
  'seeds/random.ts': to(),
  'subgraphs/kit/env.ts': to('../../schema/codes.ts'),
  'subgraphs/kit/start.ts': to('./env.ts', '@apollo/server', 'graphql-shield'),
  'subgraphs/grids/entities.ts': to('../kit/env.ts'),
  'subgraphs/grids/domain/law.ts': to('../../../schema/codes.ts'),
  'subgraphs/grids/reads.ts': to('./entities.ts', './domain/law.ts'),
  'subgraphs/grids/resolvers.ts': to('./reads.ts'),
  'subgraphs/grids/subgraph.ts': to('./resolvers.ts', './entities.ts'),
  'subgraphs/grids/main.ts': to('./subgraph.ts', '../kit/start.ts'),
  'subgraphs/psych/subgraph.ts': to('../kit/start.ts'),
  'gateway/server.ts': to('../subgraphs/kit/env.ts', '@apollo/server'),
  'gateway/all-in-one.ts': to('../subgraphs/grids/subgraph.ts', '../seeds/load.ts', '../seeds/cast.ts'),
  'gateway/federation/plan.ts': to('../../schema/codes.ts'),
  'gateway/main.ts': to('./all-in-one.ts', './server.ts'),
  'tests/support/world.ts': to('../../gateway/all-in-one.ts', '../../seeds/random.ts'),
};

type Breach = readonly [rule: string, from: string, source: string];

const breaches: readonly Breach[] = [
  // A circle is told once, from its first file.
  ['L1-no-cycles', 'schema/circle-a.ts', to('./circle-b.ts')],
  ['L2-schema-imports-nothing-of-ours', 'schema/reaches-kit.ts', to('../subgraphs/kit/env.ts')],
  ['L2-schema-imports-nothing-of-ours', 'schema/reaches-gateway.ts', to('../gateway/server.ts')],
  ['L2-schema-imports-nothing-of-ours', 'schema/reaches-seeds.ts', to('../seeds/cast.ts')],
  ['L3-kit-knows-no-department', 'subgraphs/kit/knows-grids.ts', to('../grids/entities.ts')],
  ['L4-departments-do-not-know-each-other', 'subgraphs/psych/asks-grids.ts', to('../grids/reads.ts')],
  [
    'L4-departments-do-not-know-each-other',
    'subgraphs/psych/asks-for-a-type.ts',
    "import type { here } from '../grids/entities.ts';\nexport type There = typeof here;\n",
  ],
  [
    'L4-departments-do-not-know-each-other',
    'subgraphs/psych/asks-later.ts',
    "export const later = () => import('../grids/entities.ts');\n",
  ],
  [
    'L5-departments-do-not-know-the-gateway',
    'subgraphs/psych/asks-gateway.ts',
    to('../../gateway/server.ts'),
  ],
  ['L5-departments-do-not-know-the-gateway', 'subgraphs/kit/asks-gateway.ts', to('../../gateway/server.ts')],
  ['L6-gateway-knows-little-of-the-kit', 'gateway/knows-kit.ts', to('../subgraphs/kit/start.ts')],
  ['L6-gateway-knows-little-of-the-kit', 'gateway/knows-grids.ts', to('../subgraphs/grids/subgraph.ts')],
  ['L7-servers-and-shields-stay-in-kit-and-gateway', 'subgraphs/psych/serves.ts', to('@apollo/server')],
  ['L7-servers-and-shields-stay-in-kit-and-gateway', 'subgraphs/psych/shields.ts', to('graphql-shield')],
  ['L7-servers-and-shields-stay-in-kit-and-gateway', 'schema/wraps.ts', to('graphql-middleware')],
  ['L8-domain-is-pure', 'subgraphs/grids/domain/reads.ts', to('../reads.ts')],
  ['L8-domain-is-pure', 'subgraphs/grids/domain/kit.ts', to('../../kit/env.ts')],
  ['L8-domain-is-pure', 'subgraphs/grids/domain/graph.ts', to('graphql')],
  ['L8-domain-is-pure', 'subgraphs/grids/domain/chance.ts', to('node:crypto')],
  ['L9-nobody-imports-a-main', 'gateway/starts-main.ts', to('./main.ts')],
  ['L9-nobody-imports-a-main', 'tests/support/starts-main.ts', to('../../subgraphs/grids/main.ts')],
  ['L9-nobody-imports-tests', 'gateway/borrows-tests.ts', to('../tests/support/world.ts')],
  ['L9-only-all-in-one-and-tests-import-seeds', 'gateway/seeds-too.ts', to('../seeds/load.ts')],
  ['L9-only-all-in-one-and-tests-import-seeds', 'subgraphs/psych/seeds-too.ts', to('../../seeds/cast.ts')],
  ['L9-of-seeds-only-load-and-cast', 'gateway/draws-lots.ts', to('../seeds/random.ts')],
  ['L9-seeds-know-only-the-schema', 'seeds/knows-kit.ts', to('../subgraphs/kit/env.ts')],
  ['L11-entities-looks-down', 'subgraphs/upside/entities.ts', to('./reads.ts')],
  ['L11-reads-looks-down', 'subgraphs/upside/reads.ts', to('./resolvers.ts')],
  ['L11-resolvers-looks-down', 'subgraphs/upside/resolvers.ts', to('./subgraph.ts')],
  ['L11-subgraph-looks-down', 'subgraphs/upside/subgraph.ts', to('./main.ts')],
  ['L11-federation-knows-nothing-of-access', 'gateway/federation/knows-server.ts', to('../server.ts')],
];

/** Rooms that only breaches point at. */
const targets: Readonly<Record<string, string>> = {
  'schema/circle-b.ts': to('./circle-a.ts'),
  'subgraphs/upside/main.ts': to(),
};

interface Rules {
  readonly forbidden: readonly { readonly name: string }[];
}

interface Cruised {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

describe('the layers', () => {
  let project: ToolchainProject;
  let found: readonly string[];

  beforeAll(async () => {
    project = await createProject({
      ...lawful,
      ...targets,
      ...Object.fromEntries(breaches.map(([, from, source]) => [from, source])),
    });
    const { summary } = (await project.findings(
      'node_modules/.bin/depcruise',
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      ...['gateway', 'subgraphs', 'schema', 'seeds', 'tests'],
    )) as Cruised;
    found = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  });

  afterAll(() => project.remove());

  it.each(breaches)('%s stops %s', (rule, from) => {
    expect(found).toContain(`${rule} ${from}`);
  });

  it('leave lawful rooms alone', () => {
    expect(found.filter((line) => Object.hasOwn(lawful, line.split(' ')[1] ?? ''))).toEqual([]);
  });

  it('each have a breach in this file', () => {
    const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Rules;
    const tried = new Set(breaches.map(([rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('the rooms', () => {
  it('are small: half of the files have at most 90 lines', () => {
    const files = globSync('{gateway,subgraphs,schema,seeds}/**/*.ts', { cwd: hubRoot });
    const lengths = files
      .filter((file) => !file.endsWith('resolver-types.ts'))
      .map((file) => readFileSync(join(hubRoot, file), 'utf8').trimEnd().split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths.length).toBeGreaterThan(0);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90);
  });
});
