import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { createProject, hubRoot, type ToolchainProject } from '../support/toolchain-project.ts';

/** The suite's own configuration, over test files of this test's and without a database. */
const config = `
import config from '${join(hubRoot, 'jest.config.js')}';
const ofHub = (path) => path.replace('<rootDir>', '${hubRoot}');
const { globalSetup, globalTeardown, ...own } = config;
export default {
  ...own,
  roots: ['<rootDir>'],
  testEnvironment: ofHub(own.testEnvironment),
  testRunner: ofHub(own.testRunner),
};
`;

const globals = `import { afterEach, expect, it, jest } from '@jest/globals';`;

const failing = `${globals}
import { loaded } from './loaded.ts';
afterEach(() => { loaded.hooks += 1; });
loaded.by.push('failing');
it('is wrong', () => expect(1).toBe(2));
it('rejects behind its back', async () => {
  void Promise.reject(new Error('nobody waits'));
  await new Promise((resolve) => setTimeout(resolve, 20));
});
it('throws from a timer', async () => {
  setTimeout(() => { throw new Error('nobody catches'); }, 5);
  await new Promise((resolve) => setTimeout(resolve, 20));
});
it('does not end', () => new Promise(() => undefined), 50);
it('asserts less than it said', () => expect.assertions(1));
it('is right', () => expect([new Error('a')]).toEqual([new Error('a')]));
`;

const later = `${globals}
import { loaded } from './loaded.ts';
loaded.by.push('later');
it('finds the modules of the file before', () => expect(loaded.by).toEqual(['failing', 'later']));
it('runs no hook of the file before', () => expect(loaded.hooks).toBe(6));
it('has the real time again', () => expect(setTimeout).toBe(loaded.timer));
it.skip('is left out', () => undefined);
it('has mocks and clocks', () => {
  const told = jest.fn();
  jest.useFakeTimers();
  setTimeout(told, 60_000);
  jest.advanceTimersByTime(60_000);
  expect(told).toHaveBeenCalledTimes(1);
});
`;

const last = `${globals}
import { loaded } from './loaded.ts';
it('has the real time, although the file before left another', () => expect(setTimeout).toBe(loaded.timer));
`;

interface Report {
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

let project: ToolchainProject;
let report: Report;
beforeAll(async () => {
  project = await createProject({
    'package.json': '{"type":"module"}',
    'jest.config.js': config,
    'loaded.ts': `export const loaded = { by: [] as string[], hooks: 0, timer: setTimeout };`,
    'sequence.cjs': `const { default: Sequencer } = require('${join(hubRoot, 'node_modules/@jest/test-sequencer')}');
module.exports = class extends Sequencer {
  sort(tests) { return tests.toSorted((a, b) => (a.path < b.path ? -1 : 1)); }
};`,
    '1-failing.test.ts': failing,
    '2-later.test.ts': later,
    '3-broken.test.ts': `throw new Error('does not load');`,
    '4-last.test.ts': last,
  });
  const args = ['--runInBand', '--json', '--testSequencer', './sequence.cjs'];
  report = (await project.findings('node_modules/jest/bin/jest.js', ...args)) as Report;
});
afterAll(() => project.remove());

const titlesOf = (status: string): readonly string[] =>
  report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter((found) => found.status === status).map(({ title }) => title),
  );

describe('the runner of these tests', () => {
  it('fails what is wrong, however late it shows', () => {
    expect(titlesOf('failed')).toEqual([
      'is wrong',
      'rejects behind its back',
      'throws from a timer',
      'does not end',
      'asserts less than it said',
    ]);
  });

  it('fails a file that does not load', () => {
    expect(report.numRuntimeErrorTestSuites).toBe(1);
  });

  it('gives each file its own tests, hooks and clock over modules that are loaded once', () => {
    expect(titlesOf('passed')).toEqual([
      'is right',
      'finds the modules of the file before',
      'runs no hook of the file before',
      'has the real time again',
      'has mocks and clocks',
      'has the real time, although the file before left another',
    ]);
    expect(titlesOf('pending')).toEqual(['is left out']);
  });
});
