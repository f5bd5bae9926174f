export default {
  testEnvironment: '<rootDir>/tests/support/jest/environment.mjs',
  testRunner: '<rootDir>/tests/support/jest/run-file.mjs',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {},
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  // Generous: a loaded machine is slow, and nothing here is a claim about time.
  testTimeout: 60_000,
  maxWorkers: 2,
};
