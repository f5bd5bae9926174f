import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFile, cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { subgraphNames } from '../../schema/registry.ts';
import { createProject, hubRoot, type ToolchainProject, type ToolRun } from '../support/toolchain-project.ts';

describe('npm run schema', () => {
  let project: ToolchainProject;
  const compose = (...args: readonly string[]): Promise<ToolRun> =>
    project.run(join(project.folder, 'schema/cli.ts'), ...args);

  beforeAll(async () => {
    project = await createProject({ 'package.json': '{"type":"module"}' });
    const generated = subgraphNames.map((name) => `subgraphs/${name}/resolver-types.ts`);
    await Promise.all([
      ...['schema', ...generated].map((path) =>
        cp(join(hubRoot, path), join(project.folder, path), { recursive: true }),
      ),
      symlink(join(hubRoot, 'node_modules'), join(project.folder, 'node_modules')),
    ]);
  });

  afterAll(() => project.remove());

  it('-- --check fails on a stale file, names it and leaves it as it is; without --check it is mended', async () => {
    const file = join(project.folder, 'schema/supergraph.graphql');
    const fresh = await readFile(file, 'utf8');
    await appendFile(file, '# by hand\n');

    const check = await compose('--check');
    expect(check.stdout).toMatch(/schema\/supergraph\.graphql differs/);
    expect(check.exitCode).toBe(1);
    expect(await readFile(file, 'utf8')).toBe(`${fresh}# by hand\n`);

    const written = await compose();
    expect(written.stdout).toMatch(/schema\/supergraph\.graphql written/);
    expect(written.exitCode).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(fresh);
  });

  it('-- --check names resolver types that are stale', async () => {
    await appendFile(join(project.folder, 'subgraphs/grids/resolver-types.ts'), '// by hand\n');
    const { stdout, exitCode } = await compose('--check');
    expect([stdout.trim().split(' ')[0], exitCode]).toEqual(['subgraphs/grids/resolver-types.ts', 1]);
  });

  it.each([
    [
      'a row that is never reached',
      'schema/policy.csv',
      'KEY-01,',
      'KEY-02,KEY,*,*,,,ALLOW,,minor:same,no,first,D36\nKEY-01,',
      'KEY-01: shadowed',
    ],
    [
      'a protected field that is not nullable',
      'schema/subgraphs/persons.graphql',
      '  sex: Sex @data',
      '  sex: Sex! @data',
      'Person.sex: a field that may be withheld must be nullable',
    ],
  ])('-- --check fails on %s, as the start does', async (_what, path, from, to, fault) => {
    const file = join(project.folder, path);
    const before = await readFile(file, 'utf8');
    await writeFile(file, before.replace(from, to));
    const { stderr, exitCode } = await compose('--check');
    await writeFile(file, before);
    expect(stderr).toContain(fault);
    expect(exitCode).toBe(1);
  });

  it('fails on subgraphs that do not compose, and says why', async () => {
    await appendFile(
      join(project.folder, 'schema/subgraphs/psych.graphql'),
      'extend type Station { code: Int! }\n',
    );
    const { stderr, exitCode } = await compose();
    expect(stderr).toMatch(/code/);
    expect(exitCode).toBe(1);
  });
});
