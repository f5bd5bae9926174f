import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, hubRoot } from '../support/toolchain-project.ts';

/** Stands in for npm: what `npm test` leaves behind and how it and `npm run check` end is the test's to say. */
const npm = (result: object | null, testExit: number, checkExit: number): string => `#!/usr/bin/env bash
case "$1" in
  ci) exit 0 ;;
  run) exit ${checkExit} ;;
  test)
    for argument in "$@"; do
      case "$argument" in --outputFile=*) file=\${argument#--outputFile=} ;; esac
    done
    ${result ? `echo '${JSON.stringify(result)}' > "$file"` : ':'}
    exit ${testExit} ;;
esac
`;

const all = (passed: number, failed = 0, broken = 0): object => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numRuntimeErrorTestSuites: broken,
});

type Run = readonly [
  claim: string,
  result: object | null,
  testExit: number,
  checkExit: number,
  line: string,
  isGreen: boolean,
];

const runs: readonly Run[] = [
  ['is red when a test fails', all(7, 2), 1, 0, 'tests: 7 passed, 2 failed', false],
  ['is red when a suite does not load', all(7, 0, 1), 1, 0, 'tests: 7 passed, 1 failed', false],
  ['is red when no test ran', all(0), 0, 0, 'tests: 0 passed, 0 failed', false],
  ['is red when jest left no result', null, 1, 0, 'tests: 0 passed, 0 failed', false],
  ['is red when jest fails after its tests', all(7), 1, 0, 'tests: 7 passed, 0 failed', false],
  ['is red when the check fails', all(7), 0, 1, 'tests: 7 passed, 0 failed', false],
  ['is green when tests and check pass', all(7), 0, 0, 'tests: 7 passed, 0 failed', true],
];

describe('.ci/run', () => {
  it.each(runs)('%s', async (_claim, result, testExit, checkExit, line, isGreen) => {
    const project = await createProject({
      '.ci/run': readFileSync(join(hubRoot, '.ci/run'), 'utf8'),
      'bin/npm': npm(result, testExit, checkExit),
    });
    try {
      const { stdout, exitCode } = await project.runShell(join(project.folder, '.ci/run'));
      const lines = stdout.trim().split('\n');
      expect([lines.at(-1), exitCode === 0]).toEqual([line, isGreen]);
      expect(lines.filter((text) => text.startsWith('tests:'))).toHaveLength(1);
    } finally {
      await project.remove();
    }
  });
});
